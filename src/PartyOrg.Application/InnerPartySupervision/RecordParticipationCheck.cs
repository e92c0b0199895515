using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Records the check of how members take part in organizational life (TWS-9.2.1). The numbers are counted from the rolls as they stand now, and typed by nobody; draftParticipationCheck shows them beforehand.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="On">The day of the check, today or before: it counts for the period in which it lies, by the book the half year.</param>
/// <param name="Findings">What was found, and what is asked of whom, 1 to 4,000 characters.</param>
/// <param name="Subjects">Which of the six subjects it looked at, at least one (TWS-9.1).</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "on": "2026-06-20", "findings": "出勤总体良好，个别党员请假较多，已提醒。", "subjects": ["partyRules", "membersRights"]}</example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector, RuleId = "TWS-9.2.1")]
public sealed record RecordParticipationCheck(Id<Organization> OrganizationId, LocalDate On, string Findings, IReadOnlyList<SupervisionSubject> Subjects) : ICreate<ParticipationCheckAnswer>;

/// <summary>A check of how members took part.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose members were checked.</param>
/// <param name="CheckedOn">The day of the check.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Subjects">Which of the six subjects it looked at.</param>
/// <param name="Participation">What the rolls said on that day.</param>
/// <param name="Version">Counts the changes.</param>
public sealed record ParticipationCheckAnswer(
    Id<ParticipationCheck> Id, Id<Organization> OrganizationId, LocalDate CheckedOn, string Findings, IReadOnlyList<SupervisionSubject> Subjects, ParticipationAnswer Participation, int Version) : Answer, IVersioned
{
    internal static ParticipationCheckAnswer Of(ParticipationCheck c, Language language) =>
        new(c.Id, c.OrganizationId, c.CheckedOn, c.Findings, c.Subjects, ParticipationAnswer.Of(c.From, c.CheckedOn, c.Meetings, c.Total, c.Members, language), c.Version);
}

internal sealed class RecordParticipationCheckValidator : AbstractValidator<RecordParticipationCheck>
{
    public RecordParticipationCheckValidator(Clock clock)
    {
        RuleFor(r => r.On).NotInFuture(clock);
        RuleFor(r => r.Findings).HasNoFault(t => FreeText.FaultIn(t, ParticipationCheck.TextLength));
    }
}

internal sealed class RecordParticipationCheckHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Ids ids) : IHandler<RecordParticipationCheck, ParticipationCheckAnswer>
{
    public async Task<Result<ParticipationCheckAnswer>> Handle(RecordParticipationCheck request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.OrganizationId, cancellationToken)) return OrganizationErrors.NotFound.At("/organizationId");
        await db.LockChain(request.OrganizationId.Value, cancellationToken);
        var from = ParticipationCheck.BeginningOf(request.On, await rules.WithPeriods(request.OrganizationId, cancellationToken));
        var counted = await ParticipationCount.Of(db, request.OrganizationId, from, request.On, cancellationToken);
        var made = ParticipationCheck.Record(request.OrganizationId, from, request.On, counted.Meetings, counted.Total, counted.Members, request.Findings, request.Subjects, ids);
        if (!made.Succeeded) return made.Errors[0];
        db.Add(made.Value);
        return made.Map(c => ParticipationCheckAnswer.Of(c, caller.Language));
    }
}
