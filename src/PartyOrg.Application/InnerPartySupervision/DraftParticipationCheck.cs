using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Drafts the half-yearly check of how members take part in organizational life (TWS-9.2.1): counted from the rolls of the organization and its Party groups, from the first day of the period for which it is asked, by the book the half year, through the day of the check.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="On">The day of the check; today where it is left out.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector | Role.Officers)]
public sealed record DraftParticipationCheck(Id<Organization> Organization, LocalDate? On) : IQuery<ParticipationAnswer>;

/// <summary>How members took part.</summary>
/// <param name="From">The first day counted.</param>
/// <param name="To">The last day counted.</param>
/// <param name="Meetings">How many meetings and classes were held.</param>
/// <param name="Total">All members together.</param>
/// <param name="Members">Each member by himself, in the order of their names.</param>
public sealed record ParticipationAnswer(LocalDate From, LocalDate To, int Meetings, RateAnswer Total, IReadOnlyList<ParticipatingMember> Members)
{
    internal static ParticipationAnswer Of(LocalDate from, LocalDate to, int meetings, CountedAttendance total, IReadOnlyList<CountedMember> members, Language language) => new(
        from, to, meetings, RateAnswer.Of(total.ToRate(), language), [.. members.Select(m => new ParticipatingMember(m.PersonId, m.Name, RateAnswer.Of(m.Counted.ToRate(), language)))]);
}

/// <summary>One member.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he was called on that day.</param>
/// <param name="Rate">How he attended.</param>
public sealed record ParticipatingMember(Id<Person> PersonId, string Name, RateAnswer Rate);

internal sealed class DraftParticipationCheckHandler(PartyOrgContext db, Caller caller, RulesInPlace rules) : IHandler<DraftParticipationCheck, ParticipationAnswer>
{
    public async Task<Result<ParticipationAnswer>> Handle(DraftParticipationCheck request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;
        var on = request.On ?? caller.Today;
        var from = ParticipationCheck.BeginningOf(on, await rules.WithPeriods(request.Organization, cancellationToken));
        var counted = await ParticipationCount.Of(db, request.Organization, from, on, cancellationToken);
        return ParticipationAnswer.Of(from, on, counted.Meetings, counted.Total, counted.Members, caller.Language);
    }
}
