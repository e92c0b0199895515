using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Shows how open an organization is: what it published in a period by category and nature, what is current today, and how opinions were answered (TWS-8.2, TWS-8.5). It is read when clean conduct and Party-building work are assessed.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="From">The first day, or the period in which it lies: <c>2026-03</c>, <c>2026-Q1</c>, <c>2026</c>; this year where nothing is said.</param>
/// <param name="To">The last day, or the period in which it lies.</param>
[AllowedTo(Role.Readers | Role.Member | Role.DisciplineInspector)]
public sealed record GetOpenness(Id<Organization> Organization, string? From, string? To) : IQuery<OpennessAnswer>;

/// <summary>How open an organization is.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="From">The first day counted.</param>
/// <param name="To">The last day counted.</param>
/// <param name="ByCategory">Each of the six categories.</param>
/// <param name="ByNature">Each nature.</param>
/// <param name="Withdrawn">How many were taken back in the period.</param>
/// <param name="Opinions">Opinions received in the period.</param>
/// <param name="Supervisors">How many supervisors of openness there are today.</param>
public sealed record OpennessAnswer(
    Id<Organization> OrganizationId, LocalDate From, LocalDate To, IReadOnlyList<CategoryCount> ByCategory, IReadOnlyList<NatureCount> ByNature, int Withdrawn, OpinionCount Opinions, int Supervisors);

/// <summary>One category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Published">How many were made public in the period.</param>
public sealed record CategoryCount(PublicationCategory Category, int Published);

/// <summary>One nature.</summary>
/// <param name="Nature">The nature.</param>
/// <param name="Published">How many were made public in the period.</param>
/// <param name="CurrentThrough">Until when the latest of what is public all year round is current; none where there is none (TWS-8.4a).</param>
public sealed record NatureCount(PublicationNature Nature, int Published, LocalDate? CurrentThrough);

/// <summary>Opinions.</summary>
/// <param name="Received">Received in the period.</param>
/// <param name="Answered">Of these answered.</param>
/// <param name="Waiting">Of these not answered.</param>
/// <param name="LongestDays">The most days that an answer took, the day of receipt not counted; none without an answer.</param>
public sealed record OpinionCount(int Received, int Answered, int Waiting, int? LongestDays);

internal sealed class GetOpennessHandler(PartyOrgContext db, Caller caller) : IHandler<GetOpenness, OpennessAnswer>
{
    public async Task<Result<OpennessAnswer>> Handle(GetOpenness request, CancellationToken cancellationToken)
    {
        var days = Asked.Days(request.From, request.To, caller.Today);
        if (!days.Succeeded) return days.Errors[0];
        var (from, to, today) = (days.Value.From, days.Value.To!.Value, caller.Today);
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;

        var all = await db.Publications.AsNoTracking().Where(p => p.OrganizationId == request.Organization && p.PublishedOn != null).ToListAsync(cancellationToken);
        var inPeriod = all.FindAll(p => p.PublishedOn >= from && p.PublishedOn <= to);
        var opinions = await db.Opinions.AsNoTracking().Where(o => o.OrganizationId == request.Organization && o.ReceivedOn >= from && o.ReceivedOn <= to).Select(o => new { o.ReceivedOn, o.AnsweredOn }).ToListAsync(cancellationToken);
        var answered = opinions.FindAll(o => o.AnsweredOn is not null);
        return new OpennessAnswer(
            request.Organization, from, to,
            [.. Enum.GetValues<PublicationCategory>().Select(c => new CategoryCount(c, inPeriod.Count(p => p.Category == c)))],
            [.. Enum.GetValues<PublicationNature>().Select(n => new NatureCount(n, inPeriod.Count(p => p.Nature == n), all.Where(p => p.Nature == n && p.Status == PublicationStatus.Published && p.CurrentThrough >= today).Max(p => p.CurrentThrough)))],
            all.Count(p => p.WithdrawnOn >= from && p.WithdrawnOn <= to),
            new(opinions.Count, answered.Count, opinions.Count - answered.Count, answered.Count == 0 ? null : answered.Max(o => Period.DaysBetween(o.ReceivedOn, o.AnsweredOn!.Value))),
            await db.OpennessSupervisors.CountAsync(s => s.OrganizationId == request.Organization && s.From <= today && (s.To == null || s.To >= today), cancellationToken));
    }
}
