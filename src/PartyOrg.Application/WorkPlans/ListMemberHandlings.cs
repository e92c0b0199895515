using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Lists the handlings of unqualified members (TWS-1.6c) of the caller's scope, the latest year first; a member sees his own.</summary>
/// <param name="Organization">Only those of this organization itself.</param>
/// <param name="Year">Only those of this year's appraisal.</param>
/// <param name="Status">Only those that are so far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember | Role.Member, RuleId = "TWS-1.6c")]
public sealed record ListMemberHandlings(Id<Organization>? Organization, int? Year, MemberHandlingStatus? Status, int? Limit, string? Cursor) : IQuery<Page<MemberHandlingItem>>;

/// <summary>A handling in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">The member's organization.</param>
/// <param name="PersonId">The member.</param>
/// <param name="PersonName">His name.</param>
/// <param name="Year">The year of the appraisal.</param>
/// <param name="Status">How far it is.</param>
public sealed record MemberHandlingItem(Id<MemberHandling> Id, Id<Organization> OrganizationId, Id<Person> PersonId, string PersonName, int Year, MemberHandlingStatus Status);

internal sealed class ListMemberHandlingsHandler(PartyOrgContext db, Caller caller) : IHandler<ListMemberHandlings, Page<MemberHandlingItem>>
{
    public async Task<Result<Page<MemberHandlingItem>>> Handle(ListMemberHandlings request, CancellationToken cancellationToken)
    {
        var handlings = db.MemberHandlings.AsQueryable();
        if (request.Organization is { } organization)
        {
            if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == organization, cancellationToken)) return OrganizationErrors.NotFound.At("/organization");
            handlings = handlings.Where(h => h.OrganizationId == organization);
        }

        if (request.Year is { } year) handlings = handlings.Where(h => h.Year == year);
        if (request.Status is { } status) handlings = handlings.Where(h => h.Status == status);
        return await handlings.InScope(caller, db).PageByYear(request.Limit, request.Cursor, r => r.Handling.Year, r => r.Handling.Id,
            r => new MemberHandlingItem(r.Handling.Id, r.Organization.Id, r.Handling.PersonId, r.PersonName, r.Handling.Year, r.Handling.Status), cancellationToken);
    }
}
