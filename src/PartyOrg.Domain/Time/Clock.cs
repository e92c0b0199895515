using NodaTime;

namespace PartyOrg.Domain.Time;

/// <summary>The product's one clock: instants as they are stored, and civil dates in Asia/Shanghai.</summary>
public sealed class Clock(IClock source)
{
    /// <summary>The zone of every civil date in the product.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The current instant, truncated to microseconds: no database keeps more, and a hash must be repeatable.</summary>
    public Instant Now => Truncate(source.GetCurrentInstant());

    /// <summary>Today's civil date in Asia/Shanghai.</summary>
    public LocalDate Today => DateOf(source.GetCurrentInstant());

    /// <summary>The instant at which today began in Asia/Shanghai: all that may be kept of the time of what nobody may trace to a moment.</summary>
    public Instant StartOfToday => Zone.AtStartOfDay(Today).ToInstant();

    /// <summary>The civil date in Asia/Shanghai at an instant.</summary>
    public static LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>The instant without what is finer than a microsecond.</summary>
    public static Instant Truncate(Instant instant) => NodaConstants.UnixEpoch + Duration.FromTicks(instant.ToUnixTimeTicks() / 10 * 10);
}
