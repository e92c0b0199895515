using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>
/// Records that the organization checked its members' study, with a result for everyone who belonged to it on the day (TWS-6.8). It is evidence of the organization; the results serve objectives (TWS-5) and appraisal
/// (TWS-7). Advised: a third check in a year.
/// </summary>
/// <param name="OrganizationId">Whose members were checked, in the caller's scope.</param>
/// <param name="CheckedOn">The day, not in the future.</param>
/// <param name="How">What was checked and how, 1 to 1,000 characters.</param>
/// <param name="Results">What was found of each; everyone who belongs, by relation or enrolment, once.</param>
/// <example>
/// {"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "checkedOn": "2026-06-20", "how": "查阅学习笔记并随机提问", "results": [
///   {"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "result": "insufficient", "remark": "学习笔记不全"}
/// ]}
/// </example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-6.8")]
public sealed record RecordStudyCheck(Id<Organization> OrganizationId, LocalDate CheckedOn, string How, IReadOnlyList<CheckedMember> Results) : ICreate<StudyCheckSummary>;

/// <summary>A check of members' study without what it found of each.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose members were checked.</param>
/// <param name="CheckedOn">The day.</param>
/// <param name="How">What was checked and how.</param>
/// <param name="WithdrawnBecause">Why it was taken back; none while it stands.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record StudyCheckSummary(Id<StudyCheck> Id, Id<Organization> OrganizationId, LocalDate CheckedOn, string How, string? WithdrawnBecause, int Version) : Answer, IVersioned
{
    internal static StudyCheckSummary Of(StudyCheck c) => new(c.Id, c.OrganizationId, c.CheckedOn, c.How, c.WithdrawnBecause, c.Version);
}

internal sealed class RecordStudyCheckValidator : AbstractValidator<RecordStudyCheck>
{
    public RecordStudyCheckValidator(Clock clock)
    {
        RuleFor(r => r.CheckedOn).NotInFuture(clock);
        RuleFor(r => r.How).HasNoFault(how => FreeText.FaultIn(how, StudyCheck.HowLength));
        RuleFor(r => r.Results).HasNoFaults(FaultsIn);
    }

    private static IEnumerable<Error> FaultsIn(IReadOnlyList<CheckedMember> results)
    {
        var seen = new HashSet<Id<Person>>();
        foreach (var (i, line) in results.Index())
        {
            if (!seen.Add(line.PersonId)) yield return StudyErrors.CheckedTwice.At($"/{i}/personId");
            if (line.Remark is { } remark && FreeText.FaultIn(remark, CheckedMember.RemarkLength) is { } fault) yield return fault.At($"/{i}/remark");
        }
    }
}

internal sealed class RecordStudyCheckHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Ids ids) : IHandler<RecordStudyCheck, StudyCheckSummary>
{
    public async Task<Result<StudyCheckSummary>> Handle(RecordStudyCheck request, CancellationToken cancellationToken)
    {
        var (organization, day) = (request.OrganizationId, request.CheckedOn);
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound.At("/organizationId");
        await db.LockChain(organization.Value, cancellationToken);

        var belonging = await db.Affiliations
            .Where(a => a.OrganizationId == organization && a.Belonging != Belonging.Group && a.VoidedAt == null && a.From <= day && (a.To == null || a.To >= day)).Select(a => a.PersonId).Distinct().ToListAsync(cancellationToken);
        var (first, last) = (new LocalDate(day.Year, 1, 1), new LocalDate(day.Year, 12, 31));
        var inYear = await db.StudyChecks.CountAsync(c => c.OrganizationId == organization && c.WithdrawnBecause == null && c.CheckedOn >= first && c.CheckedOn <= last, cancellationToken);
        var recorded = StudyCheck.Record(organization, day, request.How, request.Results, belonging.ToHashSet(), inYear, await rules.Of(organization, cancellationToken), caller.RolesOver(path), ids);
        if (recorded.Succeeded) db.Add(recorded.Value);
        return recorded.Map(StudyCheckSummary.Of);
    }
}
