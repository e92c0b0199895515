namespace PartyOrg.Domain.Results;

/// <summary>A text in both languages of the product.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Simplified Chinese.</param>
public sealed record Text(string En, string Zh)
{
    /// <summary>The text in the caller's language; anything but Chinese is answered in English.</summary>
    public string In(Language language) => language == Language.Zh ? Zh : En;
}

/// <summary>A language in which the product answers.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>Simplified Chinese (zh-CN).</summary>
    Zh,
}
