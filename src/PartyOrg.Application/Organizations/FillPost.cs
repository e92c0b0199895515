using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Organizations;

/// <summary>Gives a person an office of an organization. An organization has one secretary at a time, a Party group one leader (REG-12). The roles of his account follow.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="PersonId">Who, in the caller's scope.</param>
/// <param name="Office">The office.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="Expected">The organization's version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record FillPost(Id<Organization> Organization, Id<Person> PersonId, Office Office, LocalDate From, LocalDate? To, ExpectedVersion Expected) : ICommand<PostAnswer>, IChange
{
    /// <summary>Who holds which office, from when to when.</summary>
    /// <param name="PersonId">Who, in the caller's scope.</param>
    /// <param name="Office">The office.</param>
    /// <param name="From">The first day.</param>
    /// <param name="To">The last day, itself included; none while it goes on.</param>
    /// <example>{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "office": "secretary", "from": "2026-03-01"}</example>
    public sealed record Body(Id<Person> PersonId, Office Office, LocalDate From, LocalDate? To = null);
}

/// <summary>A person holds an office of an organization.</summary>
/// <param name="Id">The post's id.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="PersonId">Who holds it.</param>
/// <param name="PersonName">His name.</param>
/// <param name="Office">The office.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="Version">The organization's version.</param>
public sealed record PostAnswer(Id<Post> Id, Id<Organization> OrganizationId, Id<Person> PersonId, string PersonName, Office Office, LocalDate From, LocalDate? To, int Version) : Answer, IVersioned;

internal sealed class FillPostHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<FillPost, PostAnswer>
{
    public async Task<Result<PostAnswer>> Handle(FillPost request, CancellationToken cancellationToken)
    {
        var found = await db.Organizations.InScope(caller).Include(o => o.Posts).SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        var loaded = found.Expecting(request.Expected, OrganizationErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var person = await db.Persons.InScope(caller, db).Where(p => p.Id == request.PersonId).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
        if (person is null) return MemberErrors.NotFound.At("/personId");

        return loaded.Value.Appoint(request.PersonId, request.Office, request.From, request.To, ids, clock.Now)
            .Map(p => new PostAnswer(p.Id, p.OrganizationId, p.PersonId, person, p.Office, p.From, p.To, loaded.Value.Version));
    }
}
