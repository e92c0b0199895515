using System.Text.Json;
using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// A check with its parameters: what a version of a rule asks. A shape of check is one sealed class in this folder with a static property
/// <c>Shape</c>; nothing else lists it.
/// </summary>
public abstract class Check
{
    /// <summary>A check of a shape with the parameters that its shape has read.</summary>
    protected Check(CheckShape shape, ParameterValues values)
    {
        (Shape, Parameters) = (shape, values.AsWritten);
        (Of, While) = (values.AsWritten.ContainsKey("of") ? values.Words("of") : [], values.WordOrNone("while"));
    }

    /// <summary>The shape.</summary>
    public CheckShape Shape { get; }

    /// <summary>The name under <c>is</c> and every parameter, as the rule file writes them.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; }

    /// <summary>The types of subject that it binds; none for a formula, which binds nobody.</summary>
    public IReadOnlyList<string> Of { get; }

    /// <summary>The named condition on whose days it binds; none when it always does.</summary>
    public string? While { get; }

    /// <summary>Every kind of evidence at which it looks, so that no other needs to be loaded.</summary>
    public abstract IReadOnlyList<EvidenceKind> EvidenceKinds { get; }

    /// <summary>The named conditions at which it looks, beside the one under which it binds; none for most.</summary>
    public virtual IReadOnlyList<string> Watches => [];

    /// <summary>The circle of subjects whose evidence it counts; none for most.</summary>
    public virtual string? Counted => null;

    /// <summary>Whether the piece counts for the slot, whenever the question is put.</summary>
    public abstract bool Counts(Slot slot, Evidence piece);

    /// <summary>The pieces that count although they are another subject's.</summary>
    public virtual IEnumerable<Evidence> CountedOfOthers(Slot slot, SubjectHistory subject) => [];

    /// <summary>The days whose evidence can matter when days from a first to a last one are asked for; none where it is not the days that tell, but <see cref="Throughout"/> or what the pieces are for.</summary>
    /// <param name="from">The first day asked for.</param>
    /// <param name="to">The last day asked for.</param>
    public abstract DayRange? Reach(LocalDate from, LocalDate to);

    /// <summary>The kinds whose evidence can matter whenever it occurred, up to the asked date: what is open now may have begun with the rule.</summary>
    public virtual IReadOnlyList<EvidenceKind> Throughout => [];

    /// <summary>What is missing, for a case that is not met.</summary>
    public abstract Text Shortfall(Case it);

    /// <summary>The next concrete thing to do, for a case that is upcoming, due or overdue.</summary>
    public abstract NextStep Next(Case it);

    /// <summary>What else decided, of which only this shape knows.</summary>
    public virtual IEnumerable<Text> Reasons(Case it) => [];

    /// <summary>
    /// How this check stands to another, parameter by parameter. Another shape, a parameter that cannot be compared, one stricter and
    /// one looser, or parameters that together mean something else make the whole not comparable: it then needs the authorisation of the parent's jurisdiction.
    /// </summary>
    public Strictness ComparedWith(Check other)
    {
        if (other.Shape != Shape || IsApartFrom(other)) return Strictness.NotComparable;
        var all = Shape.Parameters
            .Select(p => p.Compare(ValueOf(p), other.ValueOf(p)))
            .Where(s => s != Strictness.Same)
            .Distinct()
            .ToList();
        return all switch { [] => Strictness.Same, [var one] => one, _ => Strictness.NotComparable };
    }

    /// <summary>Whether it cannot be compared with another check of its shape, although each parameter by itself can.</summary>
    protected virtual bool IsApartFrom(Check other) => false;

    /// <summary>Whether whoever meets it meets the other, too.</summary>
    public bool IsNoLooserThan(Check other) => ComparedWith(other) is Strictness.Same or Strictness.Stricter;

    private JsonElement? ValueOf(CheckParameter parameter) => Parameters.TryGetValue(parameter.Name, out var value) ? value : null;
}

/// <summary>A check whose periods the calendar lays out, the same for every subject.</summary>
public abstract class PeriodCheck(CheckShape shape, ParameterValues values) : Check(shape, values)
{
    /// <summary>Every period with at least one day in the range, in order and without overlap; none is longer than a year. The range has an end.</summary>
    public abstract IEnumerable<DutyPeriod> Periods(DayRange days);

    /// <summary>The last day on which the work of the period is in time, itself included: the period's last one unless the shape says otherwise.</summary>
    public virtual LocalDate DueOn(DutyPeriod period) => period.To;

    /// <summary>The days whose evidence counts for the period, early and late work included; no two periods share a day of it, and it has an end.</summary>
    public virtual DayRange Window(DutyPeriod period) => period.Days;

    /// <inheritdoc/>
    /// <remarks>A period that the range cuts begins at most a year earlier or ends at most a year later.</remarks>
    public override DayRange? Reach(LocalDate from, LocalDate to) => new(from.PlusYears(-1), to.PlusYears(1));

    /// <summary>What the evidence of the window comes to.</summary>
    public abstract Measure Measure(Slot slot, in Facts facts);
}

/// <summary>How one value of a parameter, or one check, stands to another.</summary>
public enum Strictness
{
    /// <summary>They ask the same.</summary>
    Same,

    /// <summary>It asks more: whoever meets it meets the other, too.</summary>
    Stricter,

    /// <summary>It asks less.</summary>
    Looser,

    /// <summary>Neither.</summary>
    NotComparable,
}
