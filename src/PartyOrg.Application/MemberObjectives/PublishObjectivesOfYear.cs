using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>
/// Publishes all results of a branch and year that are appraised (TWS-5.5), each as publishObjectives does. Names the others with what they lack; sent again it publishes those that have become ready since.
/// </summary>
/// <param name="Organization">The branch.</param>
/// <param name="Year">The calendar year.</param>
[AllowedTo(ObjectivesScope.Leaders, RuleId = "TWS-5.5")]
public sealed record PublishObjectivesOfYear(Id<Organization> Organization, int Year) : ICommand<ObjectivesOfYearAnswer>;

internal sealed class PublishObjectivesOfYearHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping, RulesInPlace rules, Clock clock) : IHandler<PublishObjectivesOfYear, ObjectivesOfYearAnswer>
{
    public async Task<Result<ObjectivesOfYearAnswer>> Handle(PublishObjectivesOfYear request, CancellationToken cancellationToken)
    {
        var terms = new ObjectivesTerms(await rules.Of(request.Organization, cancellationToken), request.Year);
        return await db.StepForAll(caller, bookkeeping, request.Organization, request.Year, p => p.PublishedOn == null, found => found.Plan.Publish(terms, WorkingCalendar.Embedded, found.Standing, clock.Today), cancellationToken);
    }
}
