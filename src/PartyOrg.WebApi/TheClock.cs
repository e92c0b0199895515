using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace PartyOrg.WebApi;

/// <summary>The one place where the machine's clock is read.</summary>
internal static class TheClock
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "Everything else is given this clock.")]
    public static IClock System { get; } = SystemClock.Instance;
}
