using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>
/// Drafts a matter that is to be made public (TWS-8.2, TWS-8.3). Nobody but its keepers sees it before it is opened or public. Identity numbers and mobile numbers in title and text are masked, with an advice. The form must suit the
/// audience (TWS-8.4d); periodic and temporary work names the day of its end, from which 15 days run (TWS-8.4c).
/// </summary>
/// <param name="OrganizationId">Whose affair it is: an organization with a secretary of its own.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Text">1 to 20,000 characters.</param>
/// <param name="Category">Its category (TWS-8.2).</param>
/// <param name="Nature">What kind of work it is about.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Form">How.</param>
/// <param name="WorkEndedOn">The last day of periodic or temporary work, today or before; left out otherwise.</param>
/// <example>
/// {
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "title": "2026年度发展党员计划", "text": "拟于本年度发展党员两名。", "category": "decisions", "nature": "majorDecision", "audience": "employees", "form": "announcement"
/// }
/// </example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.3")]
public sealed record DraftPublication(
    Id<Organization> OrganizationId, string Title, string Text, PublicationCategory Category, PublicationNature Nature, PublicationAudience Audience, PublicationForm Form, LocalDate? WorkEndedOn = null)
    : ICreate<PublicationAnswer>;

internal sealed class DraftPublicationValidator : AbstractValidator<DraftPublication>
{
    public DraftPublicationValidator(Clock clock)
    {
        RuleFor(r => r.Title).HasNoFault(t => FreeText.FaultIn(t, Publication.TitleLength));
        RuleFor(r => r.Text).HasNoFault(t => FreeText.FaultIn(t, Publication.TextLength));
        RuleFor(r => r.WorkEndedOn).HasNoFault(day => day > clock.Today ? ValueRules.InFuture : null);
    }
}

internal sealed class DraftPublicationHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<DraftPublication, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(DraftPublication request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");
        var standing = caller.StandingIn(organization);
        var matter = new Matter(request.Title, request.Text, request.Category, request.Nature, request.Audience, request.Form, request.WorkEndedOn);
        var drafted = Publication.Draft(organization, matter, null, standing, ids, clock.Today);
        if (!drafted.Succeeded) return drafted.Errors[0];
        db.Add(drafted.Value);
        return drafted.Map(p => PublicationAnswer.ForKeepers(p, organization.Name, standing));
    }
}
