using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Lists the templates of objectives that an organization can use (TWS-5.1): its own and those of the organizations above it, the nearest first.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Category">Only those for this kind of post.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListObjectiveTemplates(Id<Organization> Organization, PostCategory? Category) : IQuery<Page<ObjectiveTemplateAnswer>>;

internal sealed class ListObjectiveTemplatesHandler(PartyOrgContext db, Caller caller) : IHandler<ListObjectiveTemplates, Page<ObjectiveTemplateAnswer>>
{
    public async Task<Result<Page<ObjectiveTemplateAnswer>>> Handle(ListObjectiveTemplates request, CancellationToken cancellationToken)
    {
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;
        var line = TreePosition.Line(path).ToList();
        var rows = await db.ObjectiveTemplates.Where(t => request.Category == null || t.Category == request.Category)
            .Join(db.Organizations.Where(o => line.Contains(o.Path)), t => t.OrganizationId, o => o.Id, (t, o) => new { Template = t, o.Path }).AsNoTracking().ToListAsync(cancellationToken);
        return new Page<ObjectiveTemplateAnswer>([.. rows.OrderByDescending(r => r.Path.Length).ThenBy(r => r.Template.Title, StringComparer.Ordinal).Select(r => ObjectiveTemplateAnswer.Of(r.Template))], null);
    }
}
