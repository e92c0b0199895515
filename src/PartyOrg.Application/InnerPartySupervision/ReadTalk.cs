using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.PartyAffairsOpenness;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Shows a talk with what was said (TWS-9.2.3), to the committee, the discipline inspector and the officers above. Every reading leaves an audit entry.</summary>
/// <param name="Talk">The talk.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.3")]
public sealed record ReadTalk(Id<SupervisionTalk> Talk) : IConfidentialQuery<TalkAnswer>;

/// <summary>A talk.</summary>
/// <param name="Talk">How far it is.</param>
/// <param name="With">With whom.</param>
/// <param name="Said">What was said, and what he raised.</param>
/// <param name="Opinion">The organization's opinion, as it was given back.</param>
/// <param name="FollowUp">What became of it.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record TalkAnswer(TalkSummary Talk, string With, string Said, string? Opinion, string? FollowUp, int Version) : Answer, IVersioned;

internal sealed class ReadTalkHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping) : IHandler<ReadTalk, TalkAnswer>
{
    public async Task<Result<TalkAnswer>> Handle(ReadTalk request, CancellationToken cancellationToken)
    {
        var found = await (from talk in db.SupervisionTalks join o in db.Organizations.InScope(caller) on talk.OrganizationId equals o.Id where talk.Id == request.Talk select new { Talk = talk, Organization = o })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null) return SupervisionErrors.TalkNotFound;
        bookkeeping.AuditUnder(found.Organization.Id.Value);
        var t = found.Talk;
        return new TalkAnswer(TalkSummary.Of(t, caller.StandingIn(found.Organization)), t.With, t.Said, t.Opinion, t.FollowUp, t.Version);
    }
}
