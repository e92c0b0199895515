using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>
/// Proposes a member's objectives of a year (TWS-5.2): the member himself does, or those who lead the branch for one who wrote them on paper. Their points sum to exactly 100 (TWS-5.4);
/// an area that is left out gets an advice (TWS-5.1). GET …/objective-templates has some to begin from.
/// </summary>
/// <param name="OrganizationId">The branch to which the member belongs today.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Year">This year or the next.</param>
/// <param name="Category">For what kind of post.</param>
/// <param name="Items">The objectives, 1 to 40, at most one of attendance.</param>
/// <example>
/// {"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "year": 2026, "category": "production", "items": [ {"area": "attendance", "text": "按时参加组织生活", "points": 20}, {"area": "work", "text": "完成年度生产任务", "points": 30}, {"area": "selfImprovement", "text": "每季度完成一次业务学习", "points": 15.5}, {"area": "discipline", "text": "遵守党纪和厂规", "points": 14.5}, {"area": "advancedRole", "text": "带一名徒弟", "points": 20} ]}
/// </example>
[AllowedTo(ObjectivesScope.Leaders | Role.Member, RuleId = "TWS-5.2")]
public sealed record ProposeObjectives(Id<Organization> OrganizationId, Id<Person> PersonId, int Year, PostCategory Category, IReadOnlyList<ObjectiveItem> Items) : ICreate<ObjectivesAnswer>;

internal sealed class ProposeObjectivesValidator : AbstractValidator<ProposeObjectives>
{
    public ProposeObjectivesValidator() => RuleFor(r => r.Items).HasNoFaults(ObjectiveItem.FaultsIn);
}

internal sealed class ProposeObjectivesHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<ProposeObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(ProposeObjectives request, CancellationToken cancellationToken)
    {
        var branch = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (branch is null) return OrganizationErrors.NotFound.At("/organizationId");
        var today = clock.Today;
        if (request.Year < today.Year || request.Year > today.Year + 1) return ObjectivesErrors.YearOutOfRange(today.Year).At("/year");
        await db.LockChain(request.OrganizationId.Value, cancellationToken);

        var belongs = db.Affiliations.Where(a => a.PersonId == request.PersonId && a.VoidedAt == null && a.From <= today && (a.To == null || a.To >= today));
        if (!branch.Type.HoldsRelations() || !await belongs.AnyAsync(a => a.OrganizationId == request.OrganizationId && a.Belonging != Belonging.Group, cancellationToken)) return ObjectivesErrors.NotInBranch.At("/personId");
        if (await db.ObjectivePlans.AnyAsync(p => p.PersonId == request.PersonId && p.Year == request.Year, cancellationToken)) return ObjectivesErrors.ProposedAlready;
        var itsGroup = await db.GroupsOf(request.OrganizationId, today).Where(g => belongs.Any(a => a.OrganizationId == g.Id && a.Belonging == Belonging.Group)).Select(g => new { g.Id, g.Path }).FirstOrDefaultAsync(cancellationToken);
        var standing = ObjectivesScope.StandingOf(caller, request.PersonId, branch, false, itsGroup?.Path);
        var proposed = ObjectivePlan.Propose(request.OrganizationId, itsGroup?.Id, request.PersonId, request.Year, request.Category, request.Items, standing, ids);
        if (!proposed.Succeeded) return proposed.Errors[0];

        db.Add(proposed.Value);
        var name = await db.Persons.Where(p => p.Id == request.PersonId).Select(p => p.Name).SingleAsync(cancellationToken);
        return Result<ObjectivesAnswer>.Success(await ObjectivesAnswer.Of(new(proposed.Value, branch.Path, name, standing), caller, db, cancellationToken)).With(ObjectiveItem.Omissions(request.Items));
    }
}
