using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Organizations;

/// <summary>Ends a post after its last day; rights that follow from it end with it.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Post">The post.</param>
/// <param name="LastDay">The last day, itself included.</param>
/// <param name="Expected">The organization's version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record EndPost(Id<Organization> Organization, Id<Post> Post, LocalDate LastDay, ExpectedVersion Expected) : ICommand<Done>, IChange
{
    /// <summary>When it ends.</summary>
    /// <param name="LastDay">The last day, itself included.</param>
    /// <example>{"lastDay": "2026-02-28"}</example>
    public sealed record Body(LocalDate LastDay);
}

internal sealed class EndPostHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<EndPost, Done>
{
    public async Task<Result<Done>> Handle(EndPost request, CancellationToken cancellationToken)
    {
        var found = await db.Organizations.InScope(caller).Include(o => o.Posts).SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        var loaded = found.Expecting(request.Expected, OrganizationErrors.NotFound);
        return loaded.Succeeded ? loaded.Value.EndPost(request.Post, request.LastDay, ids, clock.Now) : loaded.Errors[0];
    }
}
