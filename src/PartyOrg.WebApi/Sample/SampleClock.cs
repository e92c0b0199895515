using NodaTime;
using Clock = PartyOrg.Domain.Time.Clock;

namespace PartyOrg.WebApi.Sample;

/// <summary>
/// The clock by which the sample is loaded: it stands at ten in the morning of the day that is lived, and never after the product's own clock, which nobody can move.
/// </summary>
internal sealed class SampleClock(IClock wall) : IClock
{
    private static readonly LocalTime Ten = new(10, 0);
    private Instant lived = Instant.MaxValue;

    public void MoveTo(LocalDate day) => lived = day.At(Ten).InZoneLeniently(Clock.Zone).ToInstant();

    public Instant GetCurrentInstant() => Instant.Min(lived, wall.GetCurrentInstant());
}
