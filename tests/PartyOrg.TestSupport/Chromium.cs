namespace PartyOrg.TestSupport;

/// <summary>The browser of the machine.</summary>
public static class Chromium
{
    /// <summary>The installed program, or the one that <c>PARTYORG_CHROMIUM</c> names; none where there is none.</summary>
    public static string? Program { get; } = Find(Environment.GetEnvironmentVariable);

    /// <summary>Why tests in a browser are skipped; none when they run.</summary>
    public static string? SkipReason(Func<string, string?> environment) => Tools.SkipReason("PARTYORG_REQUIRE_CHROMIUM", WhyMissing(environment), environment);

    /// <summary>Why there is none; none when there is one.</summary>
    public static string? WhyMissing(Func<string, string?> environment) => Find(environment) is not null ? null
        : environment("PARTYORG_CHROMIUM") is { } named ? $"There is no Chromium at {named}, which PARTYORG_CHROMIUM names."
        : "Chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk).";

    private static string? Find(Func<string, string?> environment) =>
        environment("PARTYORG_CHROMIUM") is { } named ? (File.Exists(named) ? named : null) : Tools.Find(environment, "chromium", "chromium-browser", "google-chrome");
}
