using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Lists the opinions on a publication, the oldest first (TWS-8.5), to those who keep or oversee the organization's affairs.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Status">Only those that are this far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector | Role.Officers)]
public sealed record ListOpinions(Id<Publication> Publication, OpinionStatus? Status, int? Limit, string? Cursor) : IQuery<Page<OpinionAnswer>>;

/// <summary>An opinion on a publication.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PublicationId">On what.</param>
/// <param name="Timing">Which stage it is about.</param>
/// <param name="Text">What it says.</param>
/// <param name="SignedBy">The name of the account that signed it; none of an anonymous one.</param>
/// <param name="ReceivedOn">When it came.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Answer">The answer.</param>
/// <param name="AnsweredOn">When it was given.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record OpinionAnswer(
    Id<Opinion> Id, Id<Publication> PublicationId, OpinionTiming Timing, string Text, string? SignedBy, LocalDate ReceivedOn, OpinionStatus Status, string? Answer, LocalDate? AnsweredOn,
    IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static OpinionAnswer Of(Opinion o, string? signedBy, Standing standing) => new(
        o.Id, o.PublicationId, o.Timing, o.Text, signedBy, o.ReceivedOn, o.Status, o.Answer, o.AnsweredOn, Opinion.Procedure.NextFor(o.Status, standing), o.Version);
}

internal sealed class ListOpinionsHandler(PartyOrgContext db, Caller caller) : IHandler<ListOpinions, Page<OpinionAnswer>>
{
    public async Task<Result<Page<OpinionAnswer>>> Handle(ListOpinions request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadDay<Opinion>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => db.Publications.Any(p => p.Id == request.Publication && p.OrganizationId == o.Id), cancellationToken);
        if (organization is null) return PublicationErrors.NotFound;

        var asked = db.Opinions.Where(o => o.PublicationId == request.Publication && (request.Status == null || o.Status == request.Status));
        if (cursor.Value is var (on, id)) asked = asked.Where(o => o.ReceivedOn > on || (o.ReceivedOn == on && o.Id > id));
        var rows = await (from o in asked from a in db.Accounts.Where(a => a.Id == o.SignedBy).DefaultIfEmpty() orderby o.ReceivedOn, o.Id select new { Opinion = o, SignedBy = a.DisplayName })
            .Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        var standing = caller.StandingIn(organization);
        return Page<OpinionAnswer>.Of(rows, limit.Value, r => OpinionAnswer.Of(r.Opinion, r.SignedBy, standing),
            r => Cursor.OfDay(r.Opinion.ReceivedOn, r.Opinion.Id));
    }
}
