using PartyOrg.TestSupport;

namespace PartyOrg.Browser.Tests;

/// <summary>A test in a real browser; skipped, with the reason, where Chromium is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (!Tools.AreRequired("PARTYORG_REQUIRE_CHROMIUM") && Browser.Program is null) Skip = Browser.Missing;
    }
}
