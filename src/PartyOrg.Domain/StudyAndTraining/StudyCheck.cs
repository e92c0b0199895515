using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.StudyAndTraining;

/// <summary>What a check found of a member's study.</summary>
public enum StudyResult
{
    /// <summary>Good.</summary>
    Good,

    /// <summary>Sufficient.</summary>
    Sufficient,

    /// <summary>Insufficient.</summary>
    Insufficient,
}

/// <summary>What a check found of one member.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Result">The result.</param>
/// <param name="Remark">A remark, 1 to 500 characters; none where there is nothing to remark.</param>
public sealed record CheckedMember(Id<Person> PersonId, StudyResult Result, string? Remark = null)
{
    /// <summary>The longest remark, in characters.</summary>
    public const int RemarkLength = 500;
}

/// <summary>A member's line of a check, kept by itself: objectives (TWS-5) and appraisal (TWS-7) ask by member.</summary>
public sealed class StudyCheckResult
{
    private StudyCheckResult() { }

    internal StudyCheckResult(Id<StudyCheck> check, CheckedMember member) => (CheckId, PersonId, Result, Remark) = (check, member.PersonId, member.Result, member.Remark);

    /// <summary>The check.</summary>
    public Id<StudyCheck> CheckId { get; private set; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>The result.</summary>
    public StudyResult Result { get; private set; }

    /// <summary>A remark.</summary>
    public string? Remark { get; private set; }
}

/// <summary>The organization's check of its members' study, with a result for each of them (TWS-6.8).</summary>
public sealed class StudyCheck : Aggregate
{
    /// <summary>The evidence of a check.</summary>
    public const string Evidence = "studyCheck";

    /// <summary>The longest text of what was checked and how, in characters.</summary>
    public const int HowLength = 1_000;

    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<StudyCheckResult> results = [];

    private StudyCheck() { }

    /// <summary>The check's id.</summary>
    public Id<StudyCheck> Id { get; private set; }

    /// <summary>Whose members were checked.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The day of the check.</summary>
    public LocalDate CheckedOn { get; private set; }

    /// <summary>What was checked and how.</summary>
    public string How { get; private set; } = "";

    /// <summary>Why it was taken back; none while it stands.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>What it found, by member, where it was loaded.</summary>
    public IReadOnlyList<StudyCheckResult> Results => results;

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Records a check of everyone who belonged to the organization on its day.</summary>
    /// <param name="organization">Whose members were checked.</param>
    /// <param name="on">The day.</param>
    /// <param name="how">What was checked and how.</param>
    /// <param name="members">What was found of each.</param>
    /// <param name="belonging">Who belonged to the organization on the day.</param>
    /// <param name="inYear">How many checks of the same year stand already.</param>
    /// <param name="rules">The rules as they stand for the organization.</param>
    /// <param name="by">The roles of the caller over the organization.</param>
    /// <param name="ids">Makes its id.</param>
    public static Result<StudyCheck> Record(
        Id<Organization> organization, LocalDate on, string how, IReadOnlyList<CheckedMember> members, IReadOnlySet<Id<Person>> belonging, int inYear, LocalRules rules, Role by, Ids ids)
    {
        if (!StudyErrors.MayKeep(by)) return StudyErrors.ForLeaders("TWS-6.8");
        if (belonging.Count == 0) return StudyErrors.NobodyBelongs.At("/checkedOn");
        foreach (var (i, member) in members.Index())
        {
            if (!belonging.Contains(member.PersonId)) return StudyErrors.NotOfOrganization.At($"/results/{i}/personId");
        }

        var missing = belonging.Except(members.Select(m => m.PersonId)).Count();
        if (missing > 0) return StudyErrors.ResultsMissing(missing).At("/results");

        var check = new StudyCheck { Id = ids.New<StudyCheck>(), OrganizationId = organization, CheckedOn = on, How = how };
        check.results.AddRange(members.Select(m => new StudyCheckResult(check.Id, m)));
        check.Raise(new EvidenceGained(organization.Value, Evidence, on, check.Key));
        check.Raise(new("studyCheck.recorded"));
        return ((Result<StudyCheck>)check).With(inYear >= UsualInYear(on.Year, rules) ? [StudyErrors.MoreThanUsual(on.Year, UsualInYear(on.Year, rules))] : []);
    }

    /// <summary>How many checks of a year are usual, "once or twice" by the book: as on its first day.</summary>
    public static int UsualInYear(int year, LocalRules rules) => rules.On("TWS-6.8", new(year, 1, 1)).Whole("usualInYear");

    /// <summary>Takes back a check recorded by mistake; it counts for nothing.</summary>
    public Result<Done> Withdraw(string reason, Role by)
    {
        if (!StudyErrors.MayKeep(by)) return StudyErrors.ForLeaders("TWS-6.8");
        if (WithdrawnBecause is not null) return StudyErrors.WithdrawnAlready("TWS-6.8");
        WithdrawnBecause = reason;
        Raise(new EvidenceWithdrawn(Key));
        Raise(new("studyCheck.withdrawn"));
        return Done.It;
    }
}
