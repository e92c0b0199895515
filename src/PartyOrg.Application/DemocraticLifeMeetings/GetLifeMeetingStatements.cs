using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>
/// Shows what individuals said: self-checks, criticism and self-criticism, minutes, and why somebody was absent (TWS-4.5). Only those who must attend or took part read it, and whoever leads the organization directly
/// above; each reading leaves an entry in the audit.
/// </summary>
/// <param name="LifeMeeting">The meeting.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-4.5")]
public sealed record GetLifeMeetingStatements(Id<DemocraticLifeMeeting> LifeMeeting) : IConfidentialQuery<LifeMeetingStatements>;

/// <summary>What individuals said at a democratic life meeting. Confidential.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="SelfChecks">The self-checks that were filed.</param>
/// <param name="Speeches">Criticism and self-criticism, by person.</param>
/// <param name="Minutes">The minutes; none before the meeting was held.</param>
/// <param name="Absences">Who of those who must attend was absent, and why.</param>
/// <param name="MakeUps">Who made the meeting up, and how.</param>
public sealed record LifeMeetingStatements(
    Id<DemocraticLifeMeeting> Id, IReadOnlyList<SelfCheck> SelfChecks, IReadOnlyList<Speech> Speeches, string? Minutes, IReadOnlyList<LifeMeetingRollEntry> Absences, IReadOnlyList<LifeMeetingMakeUp> MakeUps) : Answer;

internal sealed class GetLifeMeetingStatementsHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping) : IHandler<GetLifeMeetingStatements, LifeMeetingStatements>
{
    public async Task<Result<LifeMeetingStatements>> Handle(GetLifeMeetingStatements request, CancellationToken cancellationToken)
    {
        var row = await db.DemocraticLifeMeetings.Where(m => m.Id == request.LifeMeeting).InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null) return DemocraticLifeMeetingErrors.NotFound;
        var m = row.Meeting;
        if (!m.IsParticipant(caller.PersonId) && !caller.LeadsSuperiorOf(row.Organization)) return DemocraticLifeMeetingErrors.Confidential;

        bookkeeping.AuditUnder(m.OrganizationId.Value);
        return new LifeMeetingStatements(m.Id, m.SelfChecks, m.Speeches, m.Record?.Minutes, [.. m.Record?.Roll.Where(r => !r.Present) ?? []], m.MakeUps);
    }
}
