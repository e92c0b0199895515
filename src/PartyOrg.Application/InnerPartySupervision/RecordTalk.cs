using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.PartyAffairsOpenness;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>
/// Records a talk with a cadre or an employee, member or not, about ideology, style and work (TWS-9.2.3). It counts for the quarter in which it was held once the opinion was given back: a quarter asks for one with a cadre and one with an employee.
/// </summary>
/// <param name="OrganizationId">Whose talk it was.</param>
/// <param name="HeldOn">The day of the talk, today or before.</param>
/// <param name="With">With whom, 1 to 100 characters.</param>
/// <param name="Partner">What he is.</param>
/// <param name="Said">What was said, and what he raised, 1 to 4,000 characters.</param>
/// <param name="Subjects">Which of the six subjects it looked at, at least one (TWS-9.1).</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "heldOn": "2026-02-10", "with": "装配车间 高敏", "partner": "employee", "said": "反映夜班交通不便，思想稳定。", "subjects": ["tiesWithMasses"]}</example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector, RuleId = "TWS-9.2.3")]
public sealed record RecordTalk(
    Id<Organization> OrganizationId, LocalDate HeldOn, [property: Secret] string With, TalkPartner Partner, [property: Secret] string Said, IReadOnlyList<SupervisionSubject> Subjects) : ICreate<TalkSummary>;

/// <summary>A talk in a list, without what was said.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose talk it was.</param>
/// <param name="HeldOn">The day of the talk.</param>
/// <param name="Partner">What the partner is.</param>
/// <param name="Subjects">Which of the six subjects it looked at.</param>
/// <param name="Status">How far it is.</param>
/// <param name="GivenBackOn">When the opinion was given back.</param>
/// <param name="FollowedUpOn">When it was followed up.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record TalkSummary(
    Id<SupervisionTalk> Id, Id<Organization> OrganizationId, LocalDate HeldOn, TalkPartner Partner, IReadOnlyList<SupervisionSubject> Subjects, TalkStatus Status, LocalDate? GivenBackOn,
    LocalDate? FollowedUpOn, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static TalkSummary Of(SupervisionTalk t, Standing standing) => new(
        t.Id, t.OrganizationId, t.HeldOn, t.Partner, t.Subjects, t.Status, t.GivenBackOn, t.FollowedUpOn, SupervisionTalk.Procedure.NextFor(t.Status, standing), t.Version);
}

internal sealed class RecordTalkValidator : AbstractValidator<RecordTalk>
{
    public RecordTalkValidator(Clock clock)
    {
        RuleFor(r => r.HeldOn).NotInFuture(clock);
        RuleFor(r => r.With).HasNoFault(t => FreeText.FaultIn(t, SupervisionTalk.NameLength));
        RuleFor(r => r.Said).HasNoFault(t => FreeText.FaultIn(t, SupervisionTalk.TextLength));
    }
}

internal sealed class RecordTalkHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<RecordTalk, TalkSummary>
{
    public async Task<Result<TalkSummary>> Handle(RecordTalk request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");
        var standing = caller.StandingIn(organization);
        var made = SupervisionTalk.Record(organization.Id, request.HeldOn, request.With, request.Partner, request.Said, request.Subjects, standing, ids);
        if (!made.Succeeded) return made.Errors[0];
        db.Add(made.Value);
        return made.Map(t => TalkSummary.Of(t, standing));
    }
}
