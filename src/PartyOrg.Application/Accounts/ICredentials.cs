using PartyOrg.Domain.Accounts;

namespace PartyOrg.Application.Accounts;

/// <summary>Passwords and one-time passwords, as the identity library hashes and checks them. What it changes of an account is stored with the command.</summary>
public interface ICredentials
{
    /// <summary>Whether the password is the account's. It takes as long for no account, or one without a password.</summary>
    PasswordCheck Check(Account? account, string password);

    /// <summary>Hashes the password; that takes as long as a check.</summary>
    string Hash(Account account, NewPassword password);

    /// <summary>Gives the account a secret for one-time passwords, and answers it as authenticator applications take it (base 32).</summary>
    Task<string> OfferSecondFactor(Account account);

    /// <summary>Whether it is a one-time password of this moment that was not used before; it is used up by this.</summary>
    Task<bool> UseOneTimePassword(Account account, string oneTimePassword);
}

/// <summary>What became of checking a password.</summary>
public enum PasswordCheck
{
    /// <summary>It is another one.</summary>
    Wrong,

    /// <summary>It is the account's.</summary>
    Right,

    /// <summary>It is the account's, and its hash was made when hashes were weaker.</summary>
    RightUnderOldHash,
}
