using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Gives a one-time ticket, with which one opinion or letter can be sent within an hour. Nothing is kept of who asked.</summary>
[AllowedToEveryone]
public sealed record IssueTicket : IQuery<TicketAnswer>;

/// <summary>A ticket.</summary>
/// <param name="Ticket">To be sent with one text.</param>
public sealed record TicketAnswer(string Ticket) : Answer;

internal sealed class IssueTicketHandler(ISubmissionTickets tickets) : IHandler<IssueTicket, TicketAnswer>
{
    public Task<Result<TicketAnswer>> Handle(IssueTicket request, CancellationToken cancellationToken) => Task.FromResult<Result<TicketAnswer>>(new TicketAnswer(tickets.Issue()));
}

/// <summary>Spends tickets.</summary>
internal static class Spending
{
    /// <summary>Marks the ticket as spent in this transaction, or says why it is not taken.</summary>
    public static async Task<Error?> Spend(this PartyOrgContext db, ISubmissionTickets tickets, string ticket, Clock clock, CancellationToken cancellation)
    {
        if (tickets.HashOf(ticket) is not { } hash) return PublicationErrors.TicketRefused;
        if (await db.SpentTickets.AnyAsync(t => t.Hash == hash, cancellation)) return PublicationErrors.TicketSpent;
        db.SpentTickets.Add(new() { Hash = hash, On = clock.Today });
        return null;
    }
}

internal sealed class ForgetSpentTickets(PartyOrgContext db, Clock clock) : IChore
{
    public async Task Do(CancellationToken cancellation)
    {
        // The day before yesterday's are older than an hour wherever midnight lay.
        var before = clock.Today.PlusDays(-1);
        await db.SpentTickets.Where(t => t.On < before).ExecuteDeleteAsync(cancellation);
    }
}
