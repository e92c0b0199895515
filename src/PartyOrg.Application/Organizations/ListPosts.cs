using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Organizations;

/// <summary>Lists the standing posts of an organization, past ones included, latest first.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="On">Only those held on this day.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListPosts(Id<Organization> Organization, LocalDate? On) : IQuery<Page<PostAnswer>>;

internal sealed class ListPostsHandler(PartyOrgContext db, Caller caller) : IHandler<ListPosts, Page<PostAnswer>>
{
    public async Task<Result<Page<PostAnswer>>> Handle(ListPosts request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => new { o.Version }).SingleOrDefaultAsync(cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;

        var posts = db.Posts.Where(p => p.OrganizationId == request.Organization && p.VoidedAt == null);
        if (request.On is { } day) posts = posts.Where(p => p.From <= day && (p.To == null || p.To >= day));
        var items = await posts.Join(db.Persons, p => p.PersonId, p => p.Id, (post, person) => new { post, person.Name })
            .OrderByDescending(r => r.post.From).ThenBy(r => r.post.Office).AsNoTracking().ToListAsync(cancellationToken);
        return new Page<PostAnswer>(
            items.ConvertAll(r => new PostAnswer(r.post.Id, r.post.OrganizationId, r.post.PersonId, r.Name, r.post.Office, r.post.From, r.post.To, organization.Version)), null);
    }
}
