using NodaTime;

namespace PartyOrg.Application.Pipeline;

/// <summary>The answer that a creating command gave, kept so that the same request gets the same answer again.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly Duration KeptFor = Duration.FromHours(24);

    /// <summary>Who asked.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The request's name.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The caller's key, 1 to 100 characters.</summary>
    public string Key { get; init; } = "";

    /// <summary>SHA-256 of the request.</summary>
    public byte[] RequestHash { get; init; } = [];

    /// <summary>The answer and its advices as JSON.</summary>
    public string Answer { get; init; } = "";

    /// <summary>When it was given.</summary>
    public Instant At { get; init; }
}

/// <summary>Something that happened, written with the work itself and delivered afterwards to whoever subscribed.</summary>
public sealed class OutboxEvent
{
    /// <summary>The event's id; time-ordered, but by chance where the sender stays unknown.</summary>
    public Guid Id { get; init; }

    /// <summary>Its stable name, <c>meeting.recorded</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>When the command was carried out; only the day where the sender stays unknown.</summary>
    public Instant At { get; init; }

    /// <summary>The organization whose subscribers may know of it.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The aggregate to which it happened. The event is thin: what it holds now is asked of the API.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>When it was delivered to everybody; none before.</summary>
    public Instant? DeliveredAt { get; set; }
}
