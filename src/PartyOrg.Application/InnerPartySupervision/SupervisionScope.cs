using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.PartyAffairsOpenness;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>A talk that is about to change, with what the caller is to it.</summary>
internal sealed record TalkInHand(SupervisionTalk Talk, Standing Standing);

/// <summary>A case that is about to change, with what the caller is to it.</summary>
internal sealed record CaseInHand(DisciplineCase Case, Standing Standing);

/// <summary>A letter that is about to change, with what the caller is to it.</summary>
internal sealed record LetterInHand(Letter Letter, Standing Standing);

/// <summary>What of inner-Party supervision is in the caller's reach. Being in reach is not enough for what is confidential: the roles and parts that read it are named here.</summary>
internal static class SupervisionScope
{
    /// <summary>Who reads letters beside the one to whom one was assigned (TWS-9.2.7).</summary>
    public const Role LetterReaders = Role.BranchSecretary | Role.DisciplineInspector | Role.Officers;

    /// <summary>The talk that is asked for, with the turn of its organization.</summary>
    public static async Task<Result<TalkInHand>> TalkToChange(this PartyOrgContext db, Caller caller, Id<SupervisionTalk> asked, ExpectedVersion expected, CancellationToken cancellation)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => db.SupervisionTalks.Any(t => t.Id == asked && t.OrganizationId == o.Id), cancellation);
        if (organization is null) return SupervisionErrors.TalkNotFound;
        await db.LockChain(organization.Id.Value, cancellation);
        var loaded = (await db.SupervisionTalks.SingleOrDefaultAsync(t => t.Id == asked, cancellation)).Expecting(expected, SupervisionErrors.TalkNotFound);
        return loaded.Map(t => new TalkInHand(t, caller.StandingIn(organization)));
    }

    /// <summary>What the caller is to cases of an organization; none where he is neither its discipline inspector nor of its superior (TWS-9.2.6).</summary>
    public static Standing? StandingInCases(this Caller caller, Organization organization)
    {
        var inspects = caller.RolesOver(organization.Path) & Role.DisciplineInspector;
        IReadOnlyList<Part> parts = caller.IsSuperiorOf(organization) ? [DisciplineCase.Superior] : [];
        return inspects != 0 || parts.Count > 0 ? new(inspects, parts) : null;
    }

    /// <summary>The case that is asked for, where the caller may see it: one that concerns himself is not there for him.</summary>
    public static async Task<Result<CaseInHand>> CaseInReach(this PartyOrgContext db, Caller caller, Id<DisciplineCase> asked, ExpectedVersion? expected, CancellationToken cancellation)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => db.DisciplineCases.Any(c => c.Id == asked && c.OrganizationId == o.Id), cancellation);
        if (organization is null || caller.StandingInCases(organization) is not { } standing) return SupervisionErrors.CaseNotFound;
        if (expected is not null) await db.LockChain(organization.Id.Value, cancellation);
        var found = await db.DisciplineCases.SingleOrDefaultAsync(c => c.Id == asked, cancellation);
        if (found is null || (found.PersonId is { } person && person == caller.PersonId)) return SupervisionErrors.CaseNotFound;
        var loaded = expected is { } version ? found.Expecting(version, SupervisionErrors.CaseNotFound) : found;
        return loaded.Map(c => new CaseInHand(c, standing));
    }

    /// <summary>Letters that the caller may read: those to organizations in whose letters he has a role, and those assigned to him.</summary>
    public static IQueryable<Letter> InScope(this IQueryable<Letter> letters, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.Within(caller.ReachOf(LetterReaders));
        var self = caller.PersonId;
        return letters.Where(l => reached.Any(o => o.Id == l.OrganizationId) || (self != null && l.AssignedTo == self));
    }

    /// <summary>The letter that is asked for, with the turn of its organization where it is about to change.</summary>
    public static async Task<Result<LetterInHand>> LetterInReach(this PartyOrgContext db, Caller caller, Id<Letter> asked, ExpectedVersion? expected, CancellationToken cancellation)
    {
        var place = await (from l in db.Letters.InScope(caller, db) join o in db.Organizations on l.OrganizationId equals o.Id where l.Id == asked select new { o.Id, o.Path }).SingleOrDefaultAsync(cancellation);
        if (place is null) return SupervisionErrors.LetterNotFound;
        if (expected is not null) await db.LockChain(place.Id.Value, cancellation);
        var found = await db.Letters.InScope(caller, db).SingleOrDefaultAsync(l => l.Id == asked, cancellation);
        var loaded = expected is { } version ? found.Expecting(version, SupervisionErrors.LetterNotFound) : found is null ? SupervisionErrors.LetterNotFound : found;
        return loaded.Map(l => new LetterInHand(l, new(caller.RolesOver(place.Path), l.AssignedTo is { } assignee && assignee == caller.PersonId ? [Letter.Assignee] : [])));
    }
}
