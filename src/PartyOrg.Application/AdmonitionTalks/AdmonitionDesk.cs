using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Who stands how to a case, and which cases somebody can read (TWS-10.4).</summary>
internal sealed class AdmonitionDesk(PartyOrgContext db, Caller caller, RulesInPlace rules, Clock clock)
{
    /// <summary>Those of whom somebody may decide.</summary>
    public const Role Deciders = Role.BranchSecretary | Role.CommitteeMember | Role.Officers;

    /// <summary>Those of whom somebody may take part: anybody can be the talker or the member.</summary>
    public const Role Parties = Role.BranchLeaders | Role.Officers | Role.Instructor | Role.Member;

    /// <summary>Who acts now, in a case that the organization keeps.</summary>
    public async Task<Act> ActIn(Id<Organization> organization, CancellationToken cancellation) => new(caller.AccountId!.Value, clock.Today, await rules.Of(organization, cancellation));

    /// <summary>
    /// The cases that the caller can read: those in which he has a part, those of the committee or secretary that decides, and those below an organization that he leads or supervises. His own
    /// he sees when he has been told, whatever his posts; what has expired from view nobody sees.
    /// </summary>
    public IQueryable<AdmonitionCase> Readable()
    {
        var (self, today) = (caller.PersonId, clock.Today);
        var (supervised, led) = (db.Organizations.Within(caller.ReachOf(Role.Officers)), db.Organizations.Within(caller.ReachOf(Role.BranchSecretary)));
        List<Id<Organization>> secretaryOf = HeldAt(Role.BranchSecretary), committeeOf = HeldAt(Role.CommitteeMember);
        return db.AdmonitionCases.Where(c => (c.VisibleUntil == null || c.VisibleUntil >= today) && (
            (self != null && ((c.PersonId == self && c.ToldOn != null) || c.TalkerId == self || c.RecorderId == self || c.FollowerId == self))
            || ((self == null || c.PersonId != self) && (
                supervised.Any(o => o.Id == c.OrganizationId)
                || (led.Any(o => o.Id == c.OrganizationId) && (c.DecidedBy != DecidingBody.Superior || !secretaryOf.Contains(c.OrganizationId)))
                || (c.DecidedBy == DecidingBody.Committee && committeeOf.Contains(c.OrganizationId))))));
    }

    /// <summary>The talks that were held with the member in the year and of which the caller can read the case; whoever cannot is not told that there is one (TWS-10.4).</summary>
    public async Task<IReadOnlyList<AdmonitionOfMember>> TalksWith(Id<Person> member, int year, CancellationToken cancellation)
    {
        var (from, to) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        return await Readable().Where(c => c.PersonId == member && c.HeldOn >= from && c.HeldOn <= to).OrderBy(c => c.HeldOn).ThenBy(c => c.Id)
            .Select(c => new AdmonitionOfMember(c.Id, c.HeldOn!.Value, c.ClosedOn)).ToListAsync(cancellation);
    }

    /// <summary>A case to be changed, in the caller's turn.</summary>
    public async Task<Result<(AdmonitionCase Case, Standing Standing, Act Act)>> ToChange(Id<AdmonitionCase> asked, ExpectedVersion expected, CancellationToken cancellation)
    {
        var keeper = await Readable().Where(c => c.Id == asked).Select(c => (Guid?)(object)c.OrganizationId).SingleOrDefaultAsync(cancellation);
        if (keeper is null) return AdmonitionErrors.NotFound;
        await db.LockChain(keeper.Value, cancellation);
        var loaded = (await Readable().SingleOrDefaultAsync(c => c.Id == asked, cancellation)).Expecting(expected, AdmonitionErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        return (loaded.Value, await StandingIn(loaded.Value, cancellation), await ActIn(loaded.Value.OrganizationId, cancellation));
    }

    /// <summary>What the caller is to a case.</summary>
    public async Task<Standing> StandingIn(AdmonitionCase it, CancellationToken cancellation)
    {
        var self = caller.PersonId;
        if (self == it.PersonId) return Standing.ToHimself(AdmonitionCase.Member);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == it.OrganizationId, cancellation);
        var parts = Deciding(it.DecidedBy, organization, it.PersonId).Parts.ToList();
        if (self is not null && self == it.TalkerId) parts.Add(AdmonitionCase.Talker);
        if (self is not null && self == it.RecorderId) parts.Add(AdmonitionCase.Recorder);
        if (self is not null && self == it.FollowerId) parts.Add(AdmonitionCase.Follower);
        return new(Role.None, parts);
    }

    /// <summary>Whether the caller decides on the member, by what he leads; nobody decides on himself.</summary>
    public Standing Deciding(DecidingBody body, Organization organization, Id<Person> member)
    {
        if (caller.PersonId == member) return Standing.ToHimself();
        var decides = body switch
        {
            DecidingBody.Superior => caller.Oversees(organization),
            DecidingBody.Committee => HeldAt(Role.BranchSecretary | Role.CommitteeMember).Contains(organization.Id),
            _ => HeldAt(Role.BranchSecretary).Contains(organization.Id),
        };
        return decides ? new(Role.None, AdmonitionCase.Decider) : new(Role.None);
    }

    /// <summary>Who decides on the member: the superior where he is the secretary; the general meeting where there is no committee.</summary>
    public async Task<DecidingBody> BodyFor(Id<Organization> organization, Id<Person> member, CancellationToken cancellation)
    {
        var today = clock.Today;
        var posts = await db.Posts.Where(p => p.OrganizationId == organization && p.VoidedAt == null && p.From <= today && (p.To == null || p.To >= today)).Select(p => new { p.PersonId, p.Office }).ToListAsync(cancellation);
        if (posts.Exists(p => p.PersonId == member && p.Office == Office.Secretary)) return DecidingBody.Superior;
        return posts.Exists(p => p.Office.MakesCommittee()) ? DecidingBody.Committee : DecidingBody.GeneralMeeting;
    }

    /// <summary>Whether the register knows the person.</summary>
    public Task<bool> Knows(Id<Person> person, CancellationToken cancellation) => db.Persons.AnyAsync(p => p.Id == person, cancellation);

    /// <summary>Whether the person belongs to the organization today.</summary>
    public Task<bool> Belongs(Id<Person> person, Id<Organization> organization, CancellationToken cancellation)
    {
        var today = clock.Today;
        return db.Affiliations.AnyAsync(a => a.PersonId == person && a.OrganizationId == organization && a.VoidedAt == null && a.From <= today && (a.To == null || a.To >= today), cancellation);
    }

    /// <summary>The case as those who take part in it see it.</summary>
    public async Task<AdmonitionCaseAnswer> Tell(AdmonitionCase it, Standing standing, CancellationToken cancellation)
    {
        var ids = new[] { it.PersonId, it.TalkerId, it.RecorderId, it.FollowerId }.OfType<Id<Person>>().Distinct().ToList();
        var names = await db.Persons.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return AdmonitionCaseAnswer.Of(it, names, AdmonitionCase.Procedure.NextFor(it.Status, standing));
    }

    private List<Id<Organization>> HeldAt(Role roles) => [.. caller.Roles.Where(r => (r.Role & roles) != 0 && r.OrganizationId is not null).Select(r => r.OrganizationId!.Value).Distinct()];
}
