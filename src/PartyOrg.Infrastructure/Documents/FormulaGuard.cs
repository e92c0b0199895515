namespace PartyOrg.Infrastructure.Documents;

/// <summary>
/// A text that begins like a formula would be computed by the spreadsheet program that opens a CSV file (CWE-1236). It gets an apostrophe before it, which
/// such programs show as "this is text"; reading takes it off again, so that what was exported can be imported.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    /// <summary>Whether a spreadsheet program could take the text for a formula; full-width signs are taken for the others in Chinese ones.</summary>
    public static bool IsNeeded(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    /// <summary>The text, guarded where it needs to be.</summary>
    public static string Added(string text) => IsNeeded(text) ? Guard + text : text;

    /// <summary>The text without its guard.</summary>
    public static string Removed(string text) => text.Length > 1 && text[0] == Guard && IsNeeded(text[1..]) ? text[1..] : text;
}
