using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>
/// Admonition talks that he is to arrange, record or follow up (TWS-10.2): since the day of the decision, on the agreed day, since the day of the talk, and by the term for mending. That there is such a talk
/// nobody else is told (TWS-10.4). What the member himself may add he need not.
/// </summary>
internal sealed class AwaitedAdmonitions(PartyOrgContext db) : IAwaitsPersons
{
    public async Task<IEnumerable<AwaitedStep>> Of(AwaitedPerson who, CancellationToken cancellation)
    {
        var cases = await db.AdmonitionCases.Where(c => c.PersonId != who.Id && (
            (c.TalkerId == who.Id && (c.Status == AdmonitionStatus.Decided || c.Status == AdmonitionStatus.Arranged || c.Status == AdmonitionStatus.Held))
            || (c.RecorderId == who.Id && c.Status == AdmonitionStatus.Arranged)
            || (c.FollowerId == who.Id && c.Status == AdmonitionStatus.Mending))).AsNoTracking().ToListAsync(cancellation);
        return cases.Where(c => c.FollowUps.Count == 0).Select(c => StepOf(c, who.Id));
    }

    private static AwaitedStep StepOf(AdmonitionCase c, Id<Person> who)
    {
        var (part, on) = c.Status switch
        {
            AdmonitionStatus.Decided => (AdmonitionCase.Talker, c.DecidedOn!.Value),
            AdmonitionStatus.Arranged => (c.TalkerId == who ? AdmonitionCase.Talker : AdmonitionCase.Recorder, c.Arrangement!.On),
            AdmonitionStatus.Held => (AdmonitionCase.Talker, c.HeldOn!.Value),
            _ => (AdmonitionCase.Follower, c.Requirements!.Term),
        };
        return AwaitedStep.Of(AdmonitionCase.Procedure, c.Status, part, c.Key, c.OrganizationId, on);
    }
}
