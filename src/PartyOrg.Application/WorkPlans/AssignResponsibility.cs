using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Assigns to a committee member the part of Party building for which he answers (TWS-1.1). Refused for somebody who does not sit on the committee on that day.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="PersonId">Who answers for it.</param>
/// <param name="Area">For what, 1 to 500 characters.</param>
/// <param name="From">The first day.</param>
[AllowedTo(Role.BranchSecretary, RuleId = "TWS-1.1")]
public sealed record AssignResponsibility(Id<Organization> Organization, Id<Person> PersonId, string Area, LocalDate From) : ICreate<ResponsibilityAnswer>
{
    /// <summary>Who answers for what.</summary>
    /// <param name="PersonId">Who answers for it.</param>
    /// <param name="Area">For what, 1 to 500 characters.</param>
    /// <param name="From">The first day.</param>
    /// <example>{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "area": "分管党员教育和发展", "from": "2026-01-05"}</example>
    public sealed record Body(Id<Person> PersonId, string Area, LocalDate From);
}

/// <summary>A committee member answers for a part of Party building.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">Who.</param>
/// <param name="PersonName">His name.</param>
/// <param name="Area">For what.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record ResponsibilityAnswer(Id<CommitteeResponsibility> Id, Id<Person> PersonId, string PersonName, string Area, LocalDate From, LocalDate? To, int Version) : Answer, IVersioned
{
    internal static ResponsibilityAnswer Of(CommitteeResponsibility r, string person) => new(r.Id, r.PersonId, person, r.Area, r.From, r.To, r.Version);
}

internal sealed class AssignResponsibilityValidator : AbstractValidator<AssignResponsibility>
{
    public AssignResponsibilityValidator() => RuleFor(r => r.Area).HasNoFault(text => FreeText.FaultIn(text, CommitteeResponsibility.AreaLength));
}

internal sealed class AssignResponsibilityHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<AssignResponsibility, ResponsibilityAnswer>
{
    public async Task<Result<ResponsibilityAnswer>> Handle(AssignResponsibility request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;

        var posts = await db.Posts.Where(p => p.OrganizationId == organization.Id && p.PersonId == request.PersonId && p.VoidedAt == null && p.From <= request.From && (p.To == null || p.To >= request.From))
            .Join(db.Persons, p => p.PersonId, p => p.Id, (post, person) => new { post.Office, person.Name }).ToListAsync(cancellationToken);
        var assigned = CommitteeResponsibility.Assign(organization, request.PersonId, posts.Exists(p => p.Office.SitsOnCommittee()), request.Area, request.From, ids);
        if (!assigned.Succeeded) return assigned.Errors[0];
        db.Add(assigned.Value);
        return ResponsibilityAnswer.Of(assigned.Value, posts[0].Name);
    }
}
