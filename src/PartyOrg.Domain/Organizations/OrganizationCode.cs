using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Organizations;

/// <summary>
/// The code by which a jurisdiction knows an organization in its own lists, and by which an import finds it again: letters A–Z, digits,
/// hyphen, full stop and underscore, beginning with a letter or digit. Kept in capitals and compared ordinally.
/// </summary>
public sealed record OrganizationCode
{
    /// <summary>The longest code.</summary>
    public const int MaxLength = 40;

    private OrganizationCode(string value) => Value = value;

    /// <summary>Nothing was given.</summary>
    public static Error Missing { get; } = Error.Invalid("organization-code-missing", "The organization code is missing. Enter the code under which your lists have the organization.",
        "缺少组织编码，请填写本地名册中该组织的编码。");

    /// <summary>It is longer than <see cref="MaxLength"/>, or has other characters.</summary>
    public static Error Malformed { get; } = Error.Invalid("organization-code-malformed",
        $"An organization code is 1 to {MaxLength} letters A\u2013Z, digits, hyphens, full stops and underscores, and begins with a letter or digit.",
        $"组织编码应为1至{MaxLength}位字母、数字、连字符、点或下划线，并以字母或数字开头。");

    /// <summary>The code, in capitals.</summary>
    public string Value { get; }

    /// <summary>The code, if it is one.</summary>
    public static Result<OrganizationCode> Of(string? text)
    {
        var code = NameText.Narrow(text ?? "").ToUpperInvariant();
        if (code.Length == 0) return Missing;
        return code.Length <= MaxLength && char.IsAsciiLetterOrDigit(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')
            ? new OrganizationCode(code)
            : Malformed;
    }

    /// <summary>A code that was verified by this type when it was stored.</summary>
    public static OrganizationCode FromStorage(string value) => new(value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
