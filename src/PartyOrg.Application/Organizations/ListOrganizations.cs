using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Organizations;

/// <summary>Lists the organizations of the caller's scope, in the order of the tree: a superior stands before those under it.</summary>
/// <param name="Under">Only this organization and what stands below it.</param>
/// <param name="Type">Only organizations of this type.</param>
/// <param name="Code">Only the organization with this code.</param>
/// <param name="Search">Only those whose name begins like this in Chinese, in pinyin (huaxing, hua xing) or by its initials (hx), or whose code does; 1 to 50 characters.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListOrganizations(Id<Organization>? Under, OrganizationType? Type, string? Code, string? Search, int? Limit, string? Cursor) : IQuery<Page<OrganizationAnswer>>;

internal sealed class ListOrganizationsHandler(PartyOrgContext db, Caller caller) : IHandler<ListOrganizations, Page<OrganizationAnswer>>
{
    public async Task<Result<Page<OrganizationAnswer>>> Handle(ListOrganizations request, CancellationToken cancellationToken)
    {
        var page = PageInOrder.Read(request.Limit, request.Cursor);
        if (!page.Succeeded) return page.Errors[0];

        var organizations = db.Organizations.InScope(caller);
        if (request.Under is { } under)
        {
            var top = await organizations.Where(o => o.Id == under).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
            if (top is null) return OrganizationErrors.NotFound.At("/under");
            organizations = organizations.AtOrBelow(top);
        }

        if (request.Type is { } type) organizations = organizations.Where(o => o.Type == type);
        if (request.Code is { } code) organizations = organizations.Where(o => o.Code == code);
        if (request.Search is { } text)
        {
            var search = NameSearch.OfOrganization(text);
            if (!search.Succeeded) return search.Errors[0];
            organizations = organizations.Found(db, search.Value);
        }

        var rows = await page.Value.Of(organizations, o => o.Path).Select(o => new { o.Path, Item = o }).AsNoTracking().ToListAsync(cancellationToken);
        return page.Value.Show(rows, r => OrganizationAnswer.Of(r.Item), r => r.Path);
    }
}
