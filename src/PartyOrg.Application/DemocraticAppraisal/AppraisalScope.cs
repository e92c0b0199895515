using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>An appraisal with what its commands judge by.</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Path">Where its branch stands.</param>
/// <param name="OrganizationName">What the branch is called.</param>
/// <param name="Roles">The caller's roles over it.</param>
/// <param name="Leading">Those who lead the branch, where the caller is its superior.</param>
internal sealed record AppraisalInReach(Appraisal Appraisal, string Path, string OrganizationName, Role Roles, IReadOnlySet<Id<Person>> Leading)
{
    /// <summary>What the caller is to the appraisal.</summary>
    public Standing Standing => new(Roles);

    /// <summary>What the caller is to one member's part of it: in his own a secretary is a member like any other.</summary>
    public Standing StandingTo(Id<Person> member, Caller caller) =>
        caller.PersonId == member ? Standing.ToHimself(Appraisal.MemberHimself) : new(Roles, Leading.Contains(member) ? [Part.SuperiorOfLeader] : []);
}

/// <summary>Appraisals in the caller's reach.</summary>
internal static class AppraisalScope
{
    /// <summary>Who reads the members' parts of an appraisal: those who lead the branch, and those above it.</summary>
    public const Role MembersReaders = Role.Officers | Role.BranchSecretary | Role.CommitteeMember;

    /// <summary>Appraisals of the branches in the caller's reach, and those in which he is himself a member.</summary>
    public static IQueryable<Appraisal> InScope(this IQueryable<Appraisal> appraisals, Caller caller, PartyOrgContext db)
    {
        var (reached, self) = (db.Organizations.InScope(caller), caller.PersonId);
        return appraisals.Where(a => reached.Any(o => o.Id == a.OrganizationId) || db.AppraisedMembers.Any(m => m.AppraisalId == a.Id && m.PersonId == self));
    }

    /// <summary>The appraisal that is asked for.</summary>
    public static async Task<AppraisalInReach?> AppraisalInReach(this PartyOrgContext db, Caller caller, Id<Appraisal> id, CancellationToken cancellation)
    {
        var found = await db.Appraisals.InScope(caller, db).Where(a => a.Id == id)
            .Join(db.Organizations, a => a.OrganizationId, o => o.Id, (a, o) => new { Appraisal = a, Organization = o }).SingleOrDefaultAsync(cancellation);
        if (found is null) return null;
        var (branch, nobody) = (found.Organization, new HashSet<Id<Person>>());
        return new(found.Appraisal, branch.Path, branch.Name, caller.RolesOver(branch.Path), caller.Oversees(branch) ? await db.LeadersOf(branch.Id, caller.Today, cancellation) : nobody);
    }

    /// <summary>The same, in the turn of its branch: whoever else changes something of it waits.</summary>
    public static async Task<AppraisalInReach?> AppraisalToChange(this PartyOrgContext db, Caller caller, Id<Appraisal> id, CancellationToken cancellation)
    {
        var organization = await db.Appraisals.InScope(caller, db).Where(a => a.Id == id).Select(a => (Guid?)a.OrganizationId.Value).SingleOrDefaultAsync(cancellation);
        if (organization is null) return null;
        await db.LockChain(organization.Value, cancellation);
        return await db.AppraisalInReach(caller, id, cancellation);
    }

    /// <summary>The same, if it has the version that the caller saw.</summary>
    public static async Task<Result<AppraisalInReach>> AppraisalToChange(this PartyOrgContext db, Caller caller, Id<Appraisal> id, ExpectedVersion expected, CancellationToken cancellation)
    {
        if (await db.AppraisalToChange(caller, id, cancellation) is not { } found) return AppraisalErrors.NotFound;
        return found.Appraisal.Version == expected.Value ? found : AccessErrors.Stale;
    }

    /// <summary>Its members, in the order of their ids.</summary>
    public static Task<List<AppraisedMember>> MembersOf(this PartyOrgContext db, Id<Appraisal> appraisal, CancellationToken cancellation) =>
        db.AppraisedMembers.Where(m => m.AppraisalId == appraisal).OrderBy(m => m.PersonId).ToListAsync(cancellation);

    /// <summary>One member's part that the caller may see: his own, or anybody's to those who lead the branch and those above it.</summary>
    public static async Task<Result<AppraisedMember>> MemberOf(this PartyOrgContext db, Caller caller, AppraisalInReach appraisal, Id<Person> member, ExpectedVersion? expected, CancellationToken cancellation)
    {
        if (caller.PersonId != member && (appraisal.Roles & MembersReaders) == 0) return AppraisalErrors.MemberNotFound;
        var found = await db.AppraisedMembers.SingleOrDefaultAsync(m => m.AppraisalId == appraisal.Appraisal.Id && m.PersonId == member, cancellation);
        if (found is null) return AppraisalErrors.MemberNotFound;
        return expected is null || found.Version == expected.Value.Value ? found : AccessErrors.Stale;
    }

    /// <summary>What the slips of a closed box say of each member, counted anew.</summary>
    public static async Task<Dictionary<Id<Person>, BallotResult>> BallotResults(this PartyOrgContext db, Appraisal appraisal, Id<Person>? only, CancellationToken cancellation)
    {
        var id = appraisal.Id;
        var counts = await db.BallotSlips.Where(s => s.AppraisalId == id && (only == null || s.PersonId == only)).GroupBy(s => new { s.PersonId, s.Rating })
            .Select(g => new { g.Key.PersonId, g.Key.Rating, Times = g.Count() }).ToListAsync(cancellation);
        return counts.GroupBy(c => c.PersonId).ToDictionary(g => g.Key, g => BallotResult.Of(g.ToDictionary(c => c.Rating, c => c.Times), appraisal.FewestBrokenDown));
    }
}
