using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Results;

/// <summary>What the languages are called.</summary>
public static class LanguageLabels
{
    /// <summary>Languages in which the product answers.</summary>
    public static CodeList<Language> Languages { get; } = new(
        new(Language.En, "English", "英文", "英语"),
        new(Language.Zh, "Chinese", "中文", "汉语"));
}
