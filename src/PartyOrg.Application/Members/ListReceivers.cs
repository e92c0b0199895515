using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>Finds organizations that can receive a member, wherever they stand: what the sending side of a transfer looks up (REG-21). It shows names and codes alone.</summary>
/// <param name="Search">The beginning of the name in Chinese, in pinyin or by its initials, or of the code; 1 to 50 characters.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record ListReceivers(string Search, int? Limit, string? Cursor) : IQuery<Page<ReceiverAnswer>>;

/// <summary>An organization that can receive a member.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code in the registers of its jurisdiction.</param>
/// <param name="Name">Its full name.</param>
/// <param name="SuperiorName">What the organization above it is called.</param>
public sealed record ReceiverAnswer(Id<Organization> Id, string Code, string Name, string? SuperiorName);

internal sealed class ListReceiversHandler(PartyOrgContext db) : IHandler<ListReceivers, Page<ReceiverAnswer>>
{
    public async Task<Result<Page<ReceiverAnswer>>> Handle(ListReceivers request, CancellationToken cancellationToken)
    {
        var (page, search) = (PageInOrder.Read(request.Limit, request.Cursor), NameSearch.OfOrganization(request.Search));
        if (!page.Succeeded) return page.Errors[0];
        if (!search.Succeeded) return search.Errors[0];

        // Nobody's scope: names and codes of branches are no secret, and the other side of a transfer lies outside one's own.
        var receivers = db.Organizations.Found(db, search.Value).Where(o => o.RevokedOn == null
            && (o.Type == OrganizationType.Branch || o.Type == OrganizationType.JointBranch || o.Type == OrganizationType.FloatingMemberBranch));
        var rows = await (from o in page.Value.Of(receivers, o => o.Path)
                          from superior in db.Organizations.Where(s => s.Id == o.SuperiorId).DefaultIfEmpty()
                          orderby o.Path
                          select new { o.Path, o.Id, o.Code, o.Name, Superior = superior.Name }).ToListAsync(cancellationToken);
        return page.Value.Show(rows, r => new ReceiverAnswer(r.Id, r.Code, r.Name, r.Superior), r => r.Path);
    }
}
