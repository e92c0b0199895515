using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Lists members' objectives: one's own, those of the branches that the caller reads, and those of the Party groups that he leads: the latest year first, and of one year the latest proposed.</summary>
/// <param name="Organization">Only those of this branch or Party group.</param>
/// <param name="Year">Only those of this year.</param>
/// <param name="Status">Only those that have come this far.</param>
/// <param name="Grade">Only those with this grade.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(ObjectivesScope.AllReaders | Role.GroupLeader | Role.Member)]
public sealed record ListObjectives(Id<Organization>? Organization, int? Year, ObjectivesStatus? Status, MemberGrade? Grade, int? Limit, string? Cursor) : IQuery<Page<ObjectivesSummary>>;

/// <summary>A member's objectives in a list.</summary>
/// <param name="Id">Their id.</param>
/// <param name="OrganizationId">The branch.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Category">For what kind of post.</param>
/// <param name="Status">How far they have come.</param>
/// <param name="Combined">The result; none before the appraisal.</param>
/// <param name="Grade">The grade.</param>
public sealed record ObjectivesSummary(Id<ObjectivePlan> Id, Id<Organization> OrganizationId, Id<Person> PersonId, string Name, int Year, PostCategory Category, ObjectivesStatus Status, decimal? Combined, MemberGrade? Grade);

internal sealed class ListObjectivesHandler(PartyOrgContext db, Caller caller) : IHandler<ListObjectives, Page<ObjectivesSummary>>
{
    public async Task<Result<Page<ObjectivesSummary>>> Handle(ListObjectives request, CancellationToken cancellationToken)
    {
        var plans = db.ObjectivePlans.InScope(caller, db);
        if (request.Organization is { } organization) plans = plans.Where(p => p.OrganizationId == organization || p.GroupId == organization);
        if (request.Year is { } year) plans = plans.Where(p => p.Year == year);
        if (request.Status is { } status) plans = plans.Where(p => p.Status == status);
        if (request.Grade is { } grade) plans = plans.Where(p => p.Grade == grade);
        return await plans.Join(db.Persons, p => p.PersonId, n => n.Id, (p, n) => new { Plan = p, n.Name }).PageByYear(
            request.Limit, request.Cursor, r => r.Plan.Year, r => r.Plan.Id,
            r => new ObjectivesSummary(r.Plan.Id, r.Plan.OrganizationId, r.Plan.PersonId, r.Name, r.Plan.Year, r.Plan.Category, r.Plan.Status, r.Plan.Result?.Combined, r.Plan.Grade), cancellationToken);
    }
}
