using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Makes a template of objectives for a category of post (TWS-5.1), for an organization and those below it.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Category">For what kind of post.</param>
/// <param name="Title">What it is called, 1 to 100 characters.</param>
/// <param name="Items">The objectives; their points sum to exactly 100 (TWS-5.4).</param>
[AllowedTo(ObjectivesScope.Leaders | Role.Officers, RuleId = "TWS-5.1")]
public sealed record MakeObjectiveTemplate(Id<Organization> Organization, PostCategory Category, string Title, IReadOnlyList<ObjectiveItem> Items) : ICreate<ObjectiveTemplateAnswer>
{
    /// <summary>A template.</summary>
    /// <param name="Category">For what kind of post.</param>
    /// <param name="Title">What it is called, 1 to 100 characters.</param>
    /// <param name="Items">The objectives; their points sum to exactly 100 (TWS-5.4).</param>
    /// <example>{"category": "production", "title": "生产岗位党员目标", "items": [ {"area": "attendance", "text": "按时参加组织生活", "points": 20}, {"area": "work", "text": "完成年度生产任务", "points": 30}, {"area": "selfImprovement", "text": "每季度完成一次业务学习", "points": 15.5}, {"area": "discipline", "text": "遵守党纪和厂规", "points": 14.5}, {"area": "advancedRole", "text": "带一名徒弟", "points": 20} ]}</example>
    public sealed record Body(PostCategory Category, string Title, IReadOnlyList<ObjectiveItem> Items);
}

/// <summary>A template of objectives.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose it is.</param>
/// <param name="Category">For what kind of post.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Items">The objectives.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record ObjectiveTemplateAnswer(Id<ObjectiveTemplate> Id, Id<Organization> OrganizationId, PostCategory Category, string Title, IReadOnlyList<ObjectiveItem> Items, int Version) : Answer, IVersioned
{
    internal static ObjectiveTemplateAnswer Of(ObjectiveTemplate t) => new(t.Id, t.OrganizationId, t.Category, t.Title, t.Items, t.Version);
}

internal sealed class MakeObjectiveTemplateValidator : AbstractValidator<MakeObjectiveTemplate>
{
    public MakeObjectiveTemplateValidator()
    {
        RuleFor(r => r.Title).HasNoFault(title => FreeText.FaultIn(title, ObjectiveTemplate.TitleLength));
        RuleFor(r => r.Items).HasNoFaults(ObjectiveItem.FaultsIn);
    }
}

internal sealed class MakeObjectiveTemplateHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<MakeObjectiveTemplate, ObjectiveTemplateAnswer>
{
    public async Task<Result<ObjectiveTemplateAnswer>> Handle(MakeObjectiveTemplate request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;
        var made = ObjectiveTemplate.Make(request.Organization, request.Category, request.Title, request.Items, ids);
        if (!made.Succeeded) return made.Errors[0];
        db.Add(made.Value);
        return Result<ObjectiveTemplateAnswer>.Success(ObjectiveTemplateAnswer.Of(made.Value)).With(ObjectiveItem.Omissions(request.Items));
    }
}
