using PartyOrg.TestSupport;

namespace PartyOrg.Browser.Tests;

/// <summary>A test in a real browser; skipped, with the reason, where Chromium is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.SkipReason(Environment.GetEnvironmentVariable);
}
