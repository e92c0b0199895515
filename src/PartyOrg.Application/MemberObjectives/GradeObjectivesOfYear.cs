using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>
/// Gives the grade to all members of a branch whose result was public for its working days and has no open objection (TWS-5.5), each as gradeObjectives does. Names the others with what they lack; sent again it grades those that have become ready since.
/// </summary>
/// <param name="Organization">The branch.</param>
/// <param name="Year">The calendar year.</param>
[AllowedTo(ObjectivesScope.Leaders, RuleId = "TWS-5.5")]
public sealed record GradeObjectivesOfYear(Id<Organization> Organization, int Year) : ICommand<ObjectivesOfYearAnswer>;

internal sealed class GradeObjectivesOfYearHandler(ObjectivesOfYear ofYear) : IHandler<GradeObjectivesOfYear, ObjectivesOfYearAnswer>
{
    public Task<Result<ObjectivesOfYearAnswer>> Handle(GradeObjectivesOfYear request, CancellationToken cancellationToken) =>
        ofYear.Take(request.Organization, request.Year, p => p.Grade == null, (found, terms, today) => found.Plan.GiveGrade(terms, found.Standing, today), cancellationToken);
}
