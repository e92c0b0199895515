using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Compliance;

/// <summary>
/// Which duties the rules put on an organization and its Party groups, period by period, and whether each is met, due or overdue, why, by
/// which article, and by what evidence. Computed when asked, never stored. No duties are an empty list.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="AsOf">The civil date on which the question is put; evidence after it is not counted. Today where it is left out.</param>
/// <param name="KnownAt">Only what the system knew at this instant; what it knows now where it is left out.</param>
/// <param name="From">The first day, or the label of a period (2026-03, 2026-Q1, 2026-H1, 2026). The year of the asked date where both ends are left out.</param>
/// <param name="To">The last day, or the label of a period.</param>
/// <param name="Status">Only verdicts of this status.</param>
/// <param name="Rule">Only this rule (TWS-3.3), or the rules of this article (TWS-3) or book (TWS).</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetDuties(Id<Organization> Organization, LocalDate? AsOf, Instant? KnownAt, string? From, string? To, VerdictStatus? Status, string? Rule) : IQuery<Duties>, IProvesRights;

/// <summary>The duties of an organization and its Party groups.</summary>
/// <param name="AsOf">The date on which the question was put.</param>
/// <param name="KnownAt">As known at this instant; none for now.</param>
/// <param name="From">The first day asked for.</param>
/// <param name="To">The last day asked for.</param>
/// <param name="Items">The verdicts, by subject, rule and period.</param>
public sealed record Duties(LocalDate AsOf, Instant? KnownAt, LocalDate From, LocalDate To, IReadOnlyList<VerdictAnswer> Items);

internal sealed class GetDutiesHandler(DutyQuestions questions, Clock clock) : IHandler<GetDuties, Duties>
{
    public async Task<Result<Duties>> Handle(GetDuties request, CancellationToken cancellationToken)
    {
        var asOf = request.AsOf ?? clock.Today;
        var question = await questions.About(request.Organization, request.From, request.To, request.Rule, asOf, request.KnownAt, cancellationToken);
        return question.Map(q => new Duties(asOf, request.KnownAt, q.From, q.To, [.. q.Verdicts().Where(v => request.Status is null || v.Status == request.Status)]));
    }
}
