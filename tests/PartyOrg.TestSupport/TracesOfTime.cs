using System.Globalization;

namespace PartyOrg.TestSupport;

/// <summary>Everything by which a stored row would tell that it was written at a moment: its ids and its instants, in every form in which a database or a document keeps them.</summary>
public static class TracesOfTime
{
    /// <summary>The traces of a moment, to the second in instants and to the minute in ids. What has none of them tells no more than the day.</summary>
    public static string[] Of(Instant moment)
    {
        // The first 32 bits of a UUID of version 7 stand for 65 seconds.
        var hex = moment.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture);
        string Time(DateTimeZone zone) => moment.InZone(zone).TimeOfDay.ToString("H:mm:ss", CultureInfo.InvariantCulture);
        var seconds = moment.ToUnixTimeSeconds();
        return [$"{hex[..8]}-", hex, Time(DateTimeZone.Utc), Time(Domain.Time.Clock.Zone), seconds.ToString(CultureInfo.InvariantCulture), (moment.ToDateTimeUtc().Ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture)];
    }
}
