namespace PartyOrg.TestSupport;

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class FakeClock(Instant now) : IClock
{
    private readonly Lock turn = new();
    private Instant now = now;

    public Instant GetCurrentInstant()
    {
        lock (turn) return now;
    }

    /// <summary>Noon in Asia/Shanghai of a civil date: far from both of the day's ends.</summary>
    public static FakeClock AtNoonOf(LocalDate date) => new(NoonOf(date));

    public void MoveTo(Instant instant)
    {
        lock (turn) now = instant;
    }

    public void MoveTo(LocalDate date) => MoveTo(NoonOf(date));

    public void Advance(Duration duration)
    {
        lock (turn) now += duration;
    }

    private static Instant NoonOf(LocalDate date) => date.At(LocalTime.Noon).InZoneStrictly(Domain.Time.Clock.Zone).ToInstant();
}
