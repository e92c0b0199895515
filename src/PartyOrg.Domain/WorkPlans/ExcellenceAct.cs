using NodaTime;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>The three acts of striving for excellence (创先争优) that come before July 1 (TWS-1.7).</summary>
public enum ExcellenceActKind
{
    /// <summary>The activities are summed up.</summary>
    Summary,

    /// <summary>Typical examples are set up.</summary>
    Examples,

    /// <summary>Advanced persons and organizations are commended.</summary>
    Commendation,
}

/// <summary>One of the three acts was done (TWS-1.7).</summary>
public sealed class ExcellenceAct : Aggregate
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The most names of those set up or commended, and the longest of them.</summary>
    public const int MostNames = 100;

    private ExcellenceAct() { }

    /// <summary>The act's id.</summary>
    public Id<ExcellenceAct> Id { get; private set; }

    /// <summary>Who did it.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Which act.</summary>
    public ExcellenceActKind Act { get; private set; }

    /// <summary>When it was done.</summary>
    public LocalDate On { get; private set; }

    /// <summary>What was done.</summary>
    public string Content { get; private set; } = "";

    /// <summary>The persons and organizations that were set up as examples or commended.</summary>
    public IReadOnlyList<string> Named { get; private set; } = [];

    /// <summary>Why it was taken back.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Every name that cannot be kept, with its pointer.</summary>
    public static IEnumerable<Error> FaultsInNames(IReadOnlyList<string> names)
    {
        if (names.Count > MostNames) yield return ExcellenceActErrors.TooManyNames;
        foreach (var (i, name) in names.Index())
        {
            if (FreeText.FaultIn(name, MostNames) is { } fault) yield return fault.At($"/{i}");
        }
    }

    /// <summary>Records that it was done. Examples and commendations name somebody (TWS-1.7).</summary>
    public static Result<ExcellenceAct> Record(Organization organization, ExcellenceActKind act, LocalDate on, string content, IReadOnlyList<string> named, Ids ids)
    {
        if (!organization.Type.PlansItsWork()) return WorkPlanErrors.MakesNoPlans("TWS-1.7");
        if (!organization.ExistsOn(on)) return OrganizationErrors.DoesNotExist(organization, on);
        if (act != ExcellenceActKind.Summary && named.Count == 0) return ExcellenceActErrors.NamesNobody;

        var made = new ExcellenceAct { Id = ids.New<ExcellenceAct>(), OrganizationId = organization.Id, Act = act, On = on, Content = content, Named = named };
        var kind = act switch { ExcellenceActKind.Summary => "excellenceSummary", ExcellenceActKind.Examples => "excellenceExamples", _ => "excellenceCommendation" };
        made.Raise(new EvidenceGained(organization.Id.Value, kind, on, made.Key));
        made.Raise(new("excellenceAct.recorded"));
        return made;
    }

    /// <summary>Takes back what was recorded by mistake.</summary>
    public Result<Done> Withdraw(string reason)
    {
        if (WithdrawnBecause is not null) return ExcellenceActErrors.WithdrawnAlready;
        WithdrawnBecause = reason;
        Raise(new EvidenceWithdrawn(Key));
        Raise(new("excellenceAct.withdrawn"));
        return Done.It;
    }
}

/// <summary>Refusals of the acts before July 1.</summary>
public static class ExcellenceActErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("excellence-act-not-found",
        "There is no such act of an organization in your scope. Look it up with GET /api/v1/organizations/{organization}/excellence-acts.",
        "在您的权限范围内没有该项记录。请通过 GET /api/v1/organizations/{organization}/excellence-acts 查询。");

    /// <summary>Nobody is named (TWS-1.7).</summary>
    public static Error NamesNobody { get; } = Error.RuleBroken("TWS-1.7", "excellence-act-names-nobody",
        "Examples are set up and the advanced commended by name. Name the persons or organizations.", "树立典型、表彰先进须写明人员或组织。请填写名称。") with { Pointer = "/named" };

    /// <summary>Too many names.</summary>
    public static Error TooManyNames { get; } = Error.Invalid("excellence-act-too-many-names", $"An act names at most {ExcellenceAct.MostNames}.", $"每项最多填写 {ExcellenceAct.MostNames} 个名称。", "");

    /// <summary>It was taken back before (TWS-1.7).</summary>
    public static Error WithdrawnAlready { get; } = Error.RuleBroken("TWS-1.7", "excellence-act-withdrawn",
        "The act was taken back before. Record it anew if it was done.", "该项记录已撤回。如确已开展，请重新登记。");
}
