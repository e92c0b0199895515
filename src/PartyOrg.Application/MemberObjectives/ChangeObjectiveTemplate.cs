using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Changes a template of objectives (TWS-5.1); objectives that began from it stay as they are.</summary>
/// <param name="Template">The template.</param>
/// <param name="Category">For what kind of post.</param>
/// <param name="Title">What it is called, 1 to 100 characters.</param>
/// <param name="Items">The objectives; their points sum to exactly 100 (TWS-5.4).</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Leaders | Role.Officers, RuleId = "TWS-5.1")]
public sealed record ChangeObjectiveTemplate(Id<ObjectiveTemplate> Template, PostCategory Category, string Title, IReadOnlyList<ObjectiveItem> Items, ExpectedVersion Expected) : ICommand<ObjectiveTemplateAnswer>, IChange;

internal sealed class ChangeObjectiveTemplateValidator : AbstractValidator<ChangeObjectiveTemplate>
{
    public ChangeObjectiveTemplateValidator()
    {
        RuleFor(r => r.Title).HasNoFault(title => FreeText.FaultIn(title, ObjectiveTemplate.TitleLength));
        RuleFor(r => r.Items).HasNoFaults(ObjectiveItem.FaultsIn);
    }
}

internal sealed class ChangeObjectiveTemplateHandler(PartyOrgContext db, Caller caller) : IHandler<ChangeObjectiveTemplate, ObjectiveTemplateAnswer>
{
    public async Task<Result<ObjectiveTemplateAnswer>> Handle(ChangeObjectiveTemplate request, CancellationToken cancellationToken)
    {
        var reached = db.Organizations.InScope(caller);
        var loaded = (await db.ObjectiveTemplates.Where(t => t.Id == request.Template && reached.Any(o => o.Id == t.OrganizationId)).SingleOrDefaultAsync(cancellationToken)).Expecting(request.Expected, ObjectivesErrors.TemplateNotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var changed = loaded.Value.Change(request.Category, request.Title, request.Items);
        return changed.Succeeded ? Result<ObjectiveTemplateAnswer>.Success(ObjectiveTemplateAnswer.Of(loaded.Value)).With(ObjectiveItem.Omissions(request.Items)) : changed.Errors[0];
    }
}
