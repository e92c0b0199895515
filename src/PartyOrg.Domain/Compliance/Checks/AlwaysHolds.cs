using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// A condition that must hold on every day on which the rule binds the subject: a branch has a committee. It is overdue from the day on which
/// it lapses, or after so many days of grace, and met again from the day on which it is restored.
/// </summary>
/// <remarks>
/// The slots are the spells in which it holds and those in which it does not, up to the asked date, each cut where a version or the binding
/// ends; they tile the bound days. A spell in which it holds is met from its first day, by what the register says: there is no piece of
/// evidence. A lapse is due through its days of grace (without grace it is overdue at once), then overdue; from the day of the restoration on
/// it is met, or met late when that came after the grace. A subject that the rule stops binding within the grace is not asked.
/// </remarks>
public sealed class AlwaysHolds : FactCheck
{
    private readonly IReadOnlyList<Condition> conditions;
    private readonly int grace;

    private AlwaysHolds(ParameterValues values) : base(Shape, values) => (conditions, grace) = (values.Conditions("holds"), values.Integer("graceDays"));

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "alwaysHolds",
        new("A condition that holds on every day.", "每一天都须具备某项条件。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CheckParameter.Conditions("holds", new("The condition, or several that must hold together.", "须具备的条件，可为多项。")),
            CheckParameter.Integer("graceDays", 0, 366, Stricter.WhenLower, new("How many days it may lapse before it is overdue.", "中断多少天以内不算逾期。")),
        ],
        values => new AlwaysHolds(values),
        values => values.Conditions("holds").Any(c => c.Name == values.WordOrNone("while"))
            ? new("\"while\" and \"holds\" are the same condition, so that it could never lapse. Remove \"while\"", "“while”与“holds”为同一条件，永远不会中断。请删除“while”")
            : null);

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Watches => [.. conditions.Select(c => c.Name)];

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) => false;

    /// <inheritdoc/>
    internal override void Lay(in Facts facts, ReadOnlySpan<DaySpan> bound, Stretch stretch, List<Measured> into)
    {
        var holding = Holding(facts.Subject);
        foreach (var span in bound)
        {
            var begins = Math.Max(span.From, stretch.Since);
            if (begins > facts.AsOf)
            {
                // Nothing is known of it yet but that the rule will bind.
                if (begins <= span.To && stretch.Begins.From <= begins && begins <= stretch.Begins.To) into.Add(Spell(begins, begins, begins + grace - 1, new(0, Days.Never)));
                continue;
            }

            var (first, last) = (Math.Max(span.From, stretch.Begins.From), Math.Min(span.To, stretch.Begins.To));
            for (int day = first, end; day <= Math.Min(last, facts.AsOf); day = end + 1)
            {
                if (DaySpan.Containing(holding, day) is { } held)
                {
                    end = Math.Min(held.To, last);
                    into.Add(Spell(day, Math.Min(end, facts.AsOf), day, new(0, day)));
                }
                else
                {
                    var restored = After(holding, day);
                    var due = day + grace - 1;
                    end = Math.Min(restored == Days.Never ? Days.Never : restored - 1, last);
                    into.Add(Spell(day, Math.Min(end, facts.AsOf), due, restored <= Math.Min(span.To, facts.AsOf) ? new(0, restored) : new(0, Days.Never, due <= span.To)));
                }

                if (end == Days.Never) break;
            }
        }
    }

    /// <inheritdoc/>
    public override Text Shortfall(Case it)
    {
        var since = it.Slot.Period.From.Iso();
        return grace == 0
            ? new($"Since {since} {Lacking(it).En}.", $"自{since}起{Lacking(it).Zh}。")
            : new($"Since {since} {Lacking(it).En}; {grace} day{(grace == 1 ? " is" : "s are")} allowed, to {it.Slot.DueOn.Iso()}.", $"自{since}起{Lacking(it).Zh}；允许{grace}天，至{it.Slot.DueOn.Iso()}止。");
    }

    /// <inheritdoc/>
    public override NextStep Next(Case it) => it.Judgement.Status switch
    {
        VerdictStatus.Upcoming => Restore(it, $"{Remedy(it).En} by {it.Slot.Period.From.Iso()}", $"请在{it.Slot.Period.From.Iso()}（含当日）前{Remedy(it).Zh}"),
        VerdictStatus.Due => Restore(it, $"{Remedy(it).En} by {it.Slot.DueOn.Iso()}", $"请在{it.Slot.DueOn.Iso()}（含当日）前{Remedy(it).Zh}"),
        _ => Restore(it, $"{Remedy(it).En} now: it is met again from that day on", $"请尽快{Remedy(it).Zh}，自当日起重新达标"),
    };

    /// <inheritdoc/>
    public override IEnumerable<Text> Reasons(Case it)
    {
        if (it.Judgement.MetOn is not { } met) yield break;
        var first = it.Slot.Period.From;
        yield return met == first
            ? new($"From {first.Iso()} on {Together(conditions, c => c.Holding).En}.", $"自{first.Iso()}起{Together(conditions, c => c.Holding).Zh}。")
            : new($"From {first.Iso()} on {Lacking(it).En}; from {met.Iso()} on {Together(conditions, c => c.Holding).En}.", $"自{first.Iso()}起{Lacking(it).Zh}；自{met.Iso()}起{Together(conditions, c => c.Holding).Zh}。");
    }

    private static Measured Spell(int first, int last, int due, Measure measure) => new(new(first, last, due, new(first, last)), measure);

    private static int After(DaySpan[] holding, int day)
    {
        foreach (var span in holding)
        {
            if (span.From > day) return span.From;
        }

        return Days.Never;
    }

    private DaySpan[] Holding(SubjectHistory subject)
    {
        var holding = subject.Holding(conditions[0].Name);
        foreach (var condition in conditions.Skip(1)) holding = DaySpan.Common(holding, subject.Holding(condition.Name));
        return holding;
    }

    private NextStep Restore(Case it, string en, string zh)
    {
        var first = LackedOn(it, LocalDate.Max(it.AsOf, it.Slot.Period.From))[0];
        return new(new($"{Step.Capital(en)}.", $"{zh}。"), first.RestoredBy, first.Name);
    }

    private Text Lacking(Case it) => Together(LackedOn(it, it.Slot.Period.From), c => c.Lacking);

    private Text Remedy(Case it) => Together(LackedOn(it, LocalDate.Max(it.AsOf, it.Slot.Period.From)), c => c.Remedy);

    // Of several conditions, those that are to be restored; all of them where it is not known yet.
    private IReadOnlyList<Condition> LackedOn(Case it, LocalDate day)
    {
        var number = Days.Number(day);
        var lacked = conditions.Where(c => DaySpan.Containing(it.Subject.Holding(c.Name), number) is null).ToList();
        return lacked.Count > 0 ? lacked : conditions;
    }

    private static Text Together(IEnumerable<Condition> several, Func<Condition, Text> said) => new(string.Join(" and ", several.Select(c => said(c).En)), string.Join("，", several.Select(c => said(c).Zh)));
}
