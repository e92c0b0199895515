using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Pipeline;

/// <summary>
/// A command whose sender may stay unknown (TWS-8.5, TWS-9.2.7): of an anonymous one neither account nor session is written, in the audit as anywhere else, and nothing that the command writes
/// tells more of the moment than the day: beside the times of sessions, or of a web server's log, it would tell who sent it. It needs no idempotency key, which would be kept under an account;
/// a one-time ticket makes it safe to repeat.
/// </summary>
public interface IMayBeAnonymous : ICommand
{
    /// <summary>Whether the sender stays unknown.</summary>
    bool IsAnonymous { get; }
}

/// <summary>What the rows that a command writes may tell of the moment.</summary>
internal static class Moments
{
    /// <summary>Whether the sender of the command stays unknown.</summary>
    public static bool IsAnonymous(object command) => command is IMayBeAnonymous { IsAnonymous: true };

    /// <summary>Makes the ids of what the command writes: by chance where its sender stays unknown.</summary>
    public static Ids Of(this Ids ids, object command) => IsAnonymous(command) ? Ids.WithoutTime : ids;

    /// <summary>When the command was carried out: the start of the day in Asia/Shanghai where its sender stays unknown.</summary>
    public static Instant NowOf(this Clock clock, object command) => IsAnonymous(command) ? clock.StartOfToday : clock.Now;
}

/// <summary>One-time tickets for texts that anybody may send: made without asking who, and spent by the text that they come with. The number of tickets is limited, not the sender known.</summary>
public interface ISubmissionTickets
{
    /// <summary>How long a ticket is taken.</summary>
    static readonly Duration Lifetime = Duration.FromHours(1);

    /// <summary>A new ticket. Nothing is kept of it.</summary>
    string Issue();

    /// <summary>The hash under which a good ticket is marked as spent; none of one that was not issued here or is too old.</summary>
    byte[]? HashOf(string ticket);
}

/// <summary>A ticket that was used, kept until it would not be taken anyway.</summary>
public sealed class SpentTicket
{
    /// <summary>The hash's length, in bytes.</summary>
    public const int HashLength = 32;

    /// <summary>SHA-256 of the ticket.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>The day on which it was used; no finer time is kept.</summary>
    public LocalDate On { get; init; }
}
