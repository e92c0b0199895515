using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.WorkPlans;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.CleanConduct;

/// <summary>A case with the organization where the breach was.</summary>
internal sealed class CaseRow
{
    public required AccountabilityCase Case { get; init; }

    public required Organization Organization { get; init; }
}

/// <summary>The cases that the caller may see: as discipline inspector, or as the superior. Nobody sees one that is about himself, whatever he is.</summary>
internal static class AccountabilityScope
{
    /// <summary>Who may ask at all: whether he is the superior is seen where the case lies.</summary>
    public const Role Asking = Role.DisciplineInspector | Role.Officers | Role.BranchSecretary;

    /// <summary>The cases of organizations whose discipline he inspects, or above which he stands without leading them.</summary>
    public static IQueryable<CaseRow> InScope(this IQueryable<AccountabilityCase> cases, Caller caller, PartyOrgContext db)
    {
        var inspected = db.Organizations.Within(caller.ReachOf(Role.DisciplineInspector));
        var led = caller.Roles.Where(r => (r.Role & (Role.BranchLeaders | Role.Officers)) != 0).Select(r => r.OrganizationId).OfType<Id<Organization>>().Distinct().ToList();
        var overseen = db.Organizations.Within(caller.ReachOf(Role.Officers | Role.BranchSecretary)).Where(o => !led.Contains(o.Id));
        var self = caller.PersonId;
        return
            from found in cases.Where(c => (self == null || c.PersonId == null || c.PersonId != self) && (inspected.Any(o => o.Id == c.OrganizationId) || overseen.Any(o => o.Id == c.OrganizationId)))
            join organization in db.Organizations on found.OrganizationId equals organization.Id
            select new CaseRow { Case = found, Organization = organization };
    }

    /// <summary>What the caller is to cases of the organization.</summary>
    public static List<Part> PartsIn(this Caller caller, Organization organization)
    {
        var parts = new List<Part>();
        if (caller.Holds(Role.DisciplineInspector, organization.Path)) parts.Add(AccountabilityCase.Inspector);
        if (caller.Oversees(organization)) parts.Add(AccountabilityCase.Superior);
        return parts;
    }

    /// <summary>What the caller is to the case: who decides depends on whom it concerns.</summary>
    public static Standing StandingOf(this Caller caller, CaseRow row)
    {
        var parts = caller.PartsIn(row.Organization);
        if (row.Case.DecidedBy == HandlingDecider.Committee && parts.Contains(AccountabilityCase.Inspector)) parts.Add(AccountabilityCase.RecorderOfCommittee);
        if (row.Case.DecidedBy == HandlingDecider.Superior && parts.Contains(AccountabilityCase.Superior)) parts.Add(AccountabilityCase.DecidingSuperior);
        return new(Role.None, parts);
    }

    /// <summary>The case by its id, if the caller may see it.</summary>
    public static async Task<CaseRow?> CaseOf(this PartyOrgContext db, Caller caller, Id<AccountabilityCase> id, CancellationToken cancellation) =>
        await db.AccountabilityCases.Where(c => c.Id == id).InScope(caller, db).SingleOrDefaultAsync(cancellation) is { } row && !row.Case.Concerns(caller.PersonId) ? row : null;

    /// <summary>Looks a case up, and changes it.</summary>
    public static async Task<Result<AccountabilityCaseAnswer>> Change(
        this PartyOrgContext db, Caller caller, Id<AccountabilityCase> id, ExpectedVersion expected, Func<CaseRow, Standing, Task<Result<Done>>> change, CancellationToken cancellation)
    {
        var row = await db.CaseOf(caller, id, cancellation);
        var loaded = row?.Case.Expecting(expected, AccountabilityErrors.NotFound) ?? AccountabilityErrors.NotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        var changed = await change(row!, caller.StandingOf(row!));
        return changed.Succeeded ? await db.Told(row!, caller, cancellation) : changed.Errors[0];
    }

    /// <summary>The secretaries of the organization on any of the days: its head.</summary>
    public static async Task<HashSet<Id<Person>>> HeadsOf(this PartyOrgContext db, Id<Organization> organization, LocalDate from, LocalDate to, CancellationToken cancellation) =>
        [.. await db.Posts.Where(p => p.OrganizationId == organization && p.Office == Office.Secretary && p.VoidedAt == null && p.From <= to && (p.To == null || p.To >= from))
            .Select(p => p.PersonId).ToListAsync(cancellation)];

    /// <summary>The case with the names that belong to it.</summary>
    public static async Task<AccountabilityCaseAnswer> Told(this PartyOrgContext db, CaseRow row, Caller caller, CancellationToken cancellation)
    {
        var (found, standing) = (row.Case, caller.StandingOf(row));
        var names = await db.NamesOf(found.Responsibilities.Select(r => r.PersonId).Append(found.PersonId).OfType<Id<Person>>(), cancellation);
        var responsibilities = found.Responsibilities.Select((r, i) => new ResponsibilityOfCase(
            r.Scope, r.PersonId, r.PersonId is { } person ? names.GetValueOrDefault(person) : null, r.Leadership, r.Grounds, i < found.Handlings.Count ? found.Handlings[i] : null));
        return new(
            found.Id, row.Organization.Id, row.Organization.Name, found.Status, found.OpenedOn, found.DecidedBy, found.VerifiedOn, found.DecidedOn, found.ClosedOn,
            AccountabilityCase.Procedure.NextFor(found.Status, standing), found.Version, found.PersonId, found.PersonId is { } about ? names.GetValueOrDefault(about) : null, found.Department,
            found.Allegation, found.Findings, [.. responsibilities], found.Outcome);
    }
}
