using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Lists the results of a branch's members that were made public in a year (TWS-5.5), in the order of their names: to everybody who belongs to the branch or reads it. It is one page.</summary>
/// <param name="Organization">The branch.</param>
/// <param name="Year">The calendar year; this year where it is left out.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListPublishedObjectives(Id<Organization> Organization, int? Year) : IQuery<Page<PublishedResult>>;

/// <summary>A result that is public.</summary>
/// <param name="ObjectivesId">The objectives; an objection names them.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Combined">The result, 0 to 100.</param>
/// <param name="PublicUntil">The last day on which objections are taken.</param>
/// <param name="Grade">The grade, once it is given.</param>
public sealed record PublishedResult(Id<ObjectivePlan> ObjectivesId, Id<Person> PersonId, string Name, decimal Combined, LocalDate PublicUntil, MemberGrade? Grade);

internal sealed class ListPublishedObjectivesHandler(PartyOrgContext db, Caller caller) : IHandler<ListPublishedObjectives, Page<PublishedResult>>
{
    public async Task<Result<Page<PublishedResult>>> Handle(ListPublishedObjectives request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;
        var year = request.Year ?? caller.Today.Year;
        var rows = await db.ObjectivePlans.PublicTo(caller, db).Where(p => p.OrganizationId == request.Organization && p.Year == year)
            .Join(db.Persons, p => p.PersonId, n => n.Id, (p, n) => new { Plan = p, n.Name, n.NameKey }).AsNoTracking().ToListAsync(cancellationToken);
        return new Page<PublishedResult>(
            [.. rows.OrderBy(r => r.NameKey, StringComparer.Ordinal).ThenBy(r => r.Plan.PersonId.Value)
                .Select(r => new PublishedResult(r.Plan.Id, r.Plan.PersonId, r.Name, r.Plan.Result!.Combined, r.Plan.PublicUntil!.Value, r.Plan.Grade))],
            null);
    }
}
