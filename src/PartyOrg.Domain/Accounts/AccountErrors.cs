using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Accounts;

/// <summary>Refusals of accounts and sessions.</summary>
public static class AccountErrors
{
    /// <summary>No such account.</summary>
    public static Error NotFound { get; } = Error.NotFound("account-not-found",
        "There is no such account. Look it up with GET /api/v1/accounts.", "没有该账号。请通过 GET /api/v1/accounts 查询。");

    /// <summary>Not a user name.</summary>
    public static Error UserNameMalformed { get; } = Error.Invalid("user-name-malformed",
        $"A user name has {UserName.MinLength} to {UserName.MaxLength} letters, digits, '.', '-', '_' or '@'.",
        $"用户名应为 {UserName.MinLength} 至 {UserName.MaxLength} 个字母（含汉字）、数字或 . - _ @。");

    /// <summary>Not a display name.</summary>
    public static Error DisplayNameMalformed { get; } = Error.Invalid("display-name-malformed",
        $"A display name has 1 to {DisplayName.MaxLength} characters, none of them a control character.", $"显示名称应为 1 至 {DisplayName.MaxLength} 个字符，不含控制字符。");

    /// <summary>The name belongs to another account, closed ones included: the audit must stay clear.</summary>
    public static Error UserNameTaken { get; } = Error.Conflict("user-name-taken",
        "Another account has, or once had, this user name. Choose another one.", "该用户名已被其他账号使用或曾经使用。请另选用户名。");

    /// <summary>Nobody in the register has this id.</summary>
    public static Error PersonNotFound { get; } = Error.NotFound("person-not-found",
        "Nobody in the register has this id. Ask the officer who keeps the register for it.", "登记册中没有该人员。请向登记册管理人员核实其编号。").At("/personId");

    /// <summary>The person's other account.</summary>
    public static Error PersonHasAccount { get; } = Error.Conflict("person-has-account",
        "The person has another open account. Use that one, or close it first.", "该人员已有其他未关闭的账号。请使用该账号，或先将其关闭。");

    /// <summary>A service is no person.</summary>
    public static Error ServiceIsNobody { get; } = Error.Invalid("service-is-nobody",
        "A service account belongs to no person. Leave the person out, or make an account of kind person.", "服务账号不属于任何人员。请去掉人员，或建立个人账号。", "/personId");

    /// <summary>Closed for good.</summary>
    public static Error Closed { get; } = Error.Conflict("account-closed",
        "The account is closed for good. Make a new one.", "该账号已永久关闭。请新建账号。");

    /// <summary>The same for an unknown name, a wrong password, a locked and a closed account.</summary>
    public static Error SignInRefused { get; } = new(ErrorKind.Unauthenticated, "sign-in-refused", new(
        $"User name or password is wrong, or the account is locked for {Account.LockedFor.TotalMinutes:0} minutes after {Account.MostFailures} failed attempts, or closed. Try again, or ask the system administrator for a new invitation.",
        $"用户名或密码不正确，或账号因连续 {Account.MostFailures} 次失败被锁定 {Account.LockedFor.TotalMinutes:0} 分钟，或已关闭。请重试，或向系统管理员申请重新邀请。"));

    /// <summary>The password is right, and a one-time password is needed too.</summary>
    public static Error OneTimePasswordRequired { get; } = new(ErrorKind.Unauthenticated, "one-time-password-required", new(
        "The account asks for a one-time password too. Send the request again with oneTimePassword from the authenticator application.",
        "该账号还需要一次性密码。请附上身份验证应用显示的 oneTimePassword 重新发送。"));

    /// <summary>Unknown, expired, used, or of an ended session.</summary>
    public static Error RefreshRefused { get; } = new(ErrorKind.Unauthenticated, "refresh-refused", new(
        "The refresh token is unknown, expired or used, or its session has ended. Sign in again.",
        "刷新令牌无效、过期或已使用，或会话已结束。请重新登录。"));

    /// <summary>No such live session of the caller.</summary>
    public static Error SessionNotFound { get; } = Error.NotFound("session-not-found",
        "You have no such live session. GET /api/v1/sessions lists them.", "您没有该有效会话。请通过 GET /api/v1/sessions 查询。");

    /// <summary>Unknown, expired or accepted.</summary>
    public static Error InvitationRefused { get; } = Error.NotFound("invitation-refused",
        $"The invitation is unknown, older than {Account.InvitedFor.TotalHours:0} hours, or accepted already. Ask the system administrator for a new one.",
        $"邀请无效、已超过 {Account.InvitedFor.TotalHours:0} 小时或已被接受。请向系统管理员申请新的邀请。");

    /// <summary>The password before is wrong.</summary>
    public static Error CurrentPasswordWrong { get; } = Error.Forbidden("current-password-wrong",
        "The current password is wrong. Type it again.", "当前密码不正确。请重新输入。");

    /// <summary>Too short or too long.</summary>
    public static Error PasswordLength { get; } = Error.Invalid("password-length",
        $"A password has {NewPassword.MinLength} to {NewPassword.MaxLength} characters. A short sentence is easy to remember.",
        $"密码应为 {NewPassword.MinLength} 至 {NewPassword.MaxLength} 个字符。可用一句便于记忆的话。");

    /// <summary>One of the commonest.</summary>
    public static Error PasswordCommon { get; } = Error.Invalid("password-common",
        "This is one of the commonest passwords, or a row of characters. Choose a short sentence of your own.",
        "该密码过于常见或为连续字符。请自拟一句话作为密码。");

    /// <summary>The user name, filled up.</summary>
    public static Error PasswordIsUserName { get; } = Error.Invalid("password-is-user-name",
        "The password is the user name with digits or signs around it. Choose a short sentence of your own.",
        "密码仅由用户名加数字或符号构成。请自拟一句话作为密码。");

    /// <summary>The same as before.</summary>
    public static Error PasswordUnchanged { get; } = Error.Invalid("password-unchanged",
        "The new password is the current one. Choose another one.", "新密码与当前密码相同。请另选密码。", "/newPassword");

    /// <summary>A second factor is asked for already.</summary>
    public static Error SecondFactorOn { get; } = Error.Conflict("second-factor-on",
        "The account has a second factor already. Remove it before you set up another one.", "该账号已启用二次验证。请先停用再重新设置。");

    /// <summary>No second factor was set up.</summary>
    public static Error SecondFactorOff { get; } = Error.Conflict("second-factor-off",
        "The account has no second factor to confirm or remove. Begin with POST /api/v1/me/second-factor.", "该账号没有可确认或停用的二次验证。请先调用 POST /api/v1/me/second-factor。");

    /// <summary>Not the current one-time password.</summary>
    public static Error OneTimePasswordWrong { get; } = Error.Forbidden("one-time-password-wrong",
        "The one-time password is wrong or was used already. Wait for the next one, and check the clock of the device.",
        "一次性密码不正确或已使用。请等待下一个密码，并检查设备时间。");
}
