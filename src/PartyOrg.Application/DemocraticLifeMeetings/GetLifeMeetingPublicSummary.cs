using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>
/// Shows of a confirmed meeting what may be made public, and nothing else (TWS-4.5, TWS-8.2): the opinions collected beforehand, that criticism and self-criticism took place, and the rectification items with their
/// results. Nobody is named.
/// </summary>
/// <param name="LifeMeeting">The meeting, which was confirmed.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetLifeMeetingPublicSummary(Id<DemocraticLifeMeeting> LifeMeeting) : IQuery<LifeMeetingPublicSummary>;

/// <summary>What may be made public of a democratic life meeting.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="OrganizationId">Whose meeting it was.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="HeldOn">When it was held.</param>
/// <param name="Theme">To what it was devoted.</param>
/// <param name="Opinions">Opinions collected beforehand.</param>
/// <param name="CriticismTookPlace">That criticism and self-criticism took place: a meeting without them is not confirmed (TWS-4.5b).</param>
/// <param name="Items">The rectification items with their results.</param>
public sealed record LifeMeetingPublicSummary(
    Id<DemocraticLifeMeeting> Id, Id<Organization> OrganizationId, string OrganizationName, LocalDate HeldOn, string Theme, IReadOnlyList<CollectedOpinion> Opinions, bool CriticismTookPlace, IReadOnlyList<PublicItem> Items) : Answer;

/// <summary>A rectification item as it may be made public.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Measure">What is done about it.</param>
/// <param name="DueOn">By which day.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Outcome">What came of it; none before it is closed.</param>
/// <param name="ClosedOn">When it was closed.</param>
public sealed record PublicItem(string Problem, string Measure, LocalDate DueOn, RectificationStatus Status, string? Outcome, LocalDate? ClosedOn);

internal sealed class GetLifeMeetingPublicSummaryHandler(PartyOrgContext db, Caller caller) : IHandler<GetLifeMeetingPublicSummary, LifeMeetingPublicSummary>
{
    public async Task<Result<LifeMeetingPublicSummary>> Handle(GetLifeMeetingPublicSummary request, CancellationToken cancellationToken)
    {
        var row = await db.DemocraticLifeMeetings.Where(m => m.Id == request.LifeMeeting).InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row is null ? DemocraticLifeMeetingErrors.NotFound : await db.PublicSummaryOf(row, cancellationToken);
    }
}

/// <summary>What may be made public, for whoever publishes it.</summary>
internal static class LifeMeetingPublicity
{
    /// <summary>The public summary of a meeting in the caller's scope, when it is confirmed.</summary>
    public static async Task<Result<LifeMeetingPublicSummary>> PublicSummaryOf(this PartyOrgContext db, LifeMeetingRow row, CancellationToken cancellation)
    {
        var m = row.Meeting;
        if (m.Status != LifeMeetingStatus.Confirmed) return DemocraticLifeMeetingErrors.NotConfirmed;
        var items = await db.RectificationItems.Where(i => i.MeetingId == m.Id).OrderBy(i => i.DueOn).ThenBy(i => i.Id).AsNoTracking().ToListAsync(cancellation);
        return new LifeMeetingPublicSummary(
            m.Id, m.OrganizationId, row.Organization.Name, m.On, m.Theme, m.Opinions, CriticismTookPlace: true, items.ConvertAll(i => new PublicItem(i.Problem, i.Measure, i.DueOn, i.Status, i.Outcome, i.ClosedOn)));
    }
}
