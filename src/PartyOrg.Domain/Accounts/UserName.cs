using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Accounts;

/// <summary>What the owner of an account types to sign in: 3 to 50 letters (Chinese ones too), digits, '.', '-', '_' or '@', in lower case, so that case makes no difference.</summary>
public readonly record struct UserName
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 3;

    /// <summary>The most characters.</summary>
    public const int MaxLength = 50;

    private UserName(string value) => Value = value;

    /// <summary>The name in its one form.</summary>
    public string Value { get; }

    /// <summary>The name, or why it is none.</summary>
    public static Result<UserName> Of(string? text)
    {
        var name = Normalize(text);
        return name.Length is >= MinLength and <= MaxLength && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@') ? new UserName(name) : AccountErrors.UserNameMalformed;
    }

    /// <summary>The one form in which names are kept and compared; what is no name has a form too, and belongs to nobody.</summary>
    public static string Normalize(string? text) => NameText.Fold(text ?? "").ToLowerInvariant();
}

/// <summary>What others see of an account's owner: 1 to 100 characters.</summary>
public readonly record struct DisplayName
{
    /// <summary>The most characters.</summary>
    public const int MaxLength = 100;

    private DisplayName(string value) => Value = value;

    /// <summary>The name without spaces around it.</summary>
    public string Value { get; }

    /// <summary>The name, or why it is none.</summary>
    public static Result<DisplayName> Of(string? text)
    {
        var name = (text ?? "").Trim();
        return name.Length is > 0 and <= MaxLength && !name.Any(char.IsControl) ? new DisplayName(name) : AccountErrors.DisplayNameMalformed;
    }
}
