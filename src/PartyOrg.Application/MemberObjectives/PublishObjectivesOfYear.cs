using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>
/// Publishes all results of a branch and year that are appraised (TWS-5.5), each as publishObjectives does. Names the others with what they lack; sent again it publishes those that have become ready since.
/// </summary>
/// <param name="Organization">The branch.</param>
/// <param name="Year">The calendar year.</param>
[AllowedTo(ObjectivesScope.Leaders, RuleId = "TWS-5.5")]
public sealed record PublishObjectivesOfYear(Id<Organization> Organization, int Year) : ICommand<ObjectivesOfYearAnswer>;

internal sealed class PublishObjectivesOfYearHandler(ObjectivesOfYear ofYear) : IHandler<PublishObjectivesOfYear, ObjectivesOfYearAnswer>
{
    public Task<Result<ObjectivesOfYearAnswer>> Handle(PublishObjectivesOfYear request, CancellationToken cancellationToken) =>
        ofYear.Take(request.Organization, request.Year, p => p.PublishedOn == null, (found, terms, today) => found.Plan.Publish(terms, WorkingCalendar.Embedded, found.Standing, today), cancellationToken);
}
