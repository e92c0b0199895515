using AutoMapper;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>
/// Makes an account and invites its owner to choose a password within 72 hours. The answer holds the invitation's one-time token, since there is no
/// mail: hand it over in person. The account holds no role before the security administrator grants one, but those that follow from the person's posts.
/// </summary>
/// <param name="UserName">3 to 50 letters (Chinese ones too), digits, '.', '-', '_' or '@'; case makes no difference. It is never used again.</param>
/// <param name="DisplayName">What others see, 1 to 100 characters.</param>
/// <param name="Kind">A person's account, or another system's.</param>
/// <param name="PersonId">The registered person whose account it is; a person has one open account.</param>
/// <example>{"userName": "wang.xiulan", "displayName": "王秀兰", "kind": "person", "personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03"}</example>
[AllowedTo(Role.SystemAdministrator)]
public sealed record CreateAccount(string UserName, string DisplayName, AccountKind Kind, Id<Person>? PersonId = null) : ICreate<InvitedAccount>;

internal sealed class CreateAccountValidator : AbstractValidator<CreateAccount>
{
    public CreateAccountValidator()
    {
        RuleFor(r => r.UserName).Makes(UserName.Of);
        RuleFor(r => r.DisplayName).Makes(DisplayName.Of);
    }
}

internal sealed class CreateAccountHandler(PartyOrgContext db, Ids ids, Clock clock, IMapper mapper) : IHandler<CreateAccount, InvitedAccount>
{
    public async Task<Result<InvitedAccount>> Handle(CreateAccount request, CancellationToken cancellationToken)
    {
        await db.LockChain(AuditChain.System, cancellationToken);
        var name = UserName.Of(request.UserName).Value;
        if (await db.Accounts.AnyAsync(a => a.UserName == name.Value, cancellationToken)) return AccountErrors.UserNameTaken.At("/userName");
        if (request.PersonId is { } person && await db.RefusalOfPerson(person, cancellationToken) is { } refusal) return refusal;

        var created = Account.Create(ids.New<Account>(), request.Kind, name, DisplayName.Of(request.DisplayName).Value, request.PersonId, clock.Now);
        if (!created.Succeeded) return created.Errors[0];
        var invitation = OneTimeSecret.New();
        created.Value.Invite(invitation, ofAdministration: false, clock.Now);
        db.Add(created.Value);
        return new InvitedAccount(mapper.Map<AccountAnswer>(created.Value), invitation.Text);
    }
}

/// <summary>What concerns all accounts together.</summary>
internal static class AllAccounts
{
    /// <summary>Why an account cannot be linked to a person; none when it can.</summary>
    public static async Task<Error?> RefusalOfPerson(this PartyOrgContext db, Id<Person> person, CancellationToken cancellation)
    {
        if (!await db.Persons.AnyAsync(p => p.Id == person && p.MergedInto == null, cancellation)) return AccountErrors.PersonNotFound;
        return await db.Accounts.AnyAsync(a => a.PersonId == person && a.ClosedAt == null, cancellation) ? AccountErrors.PersonHasAccount.At("/personId") : null;
    }

    /// <summary>Whether another account that can be signed in to is security administrator without an end (REG-16).</summary>
    public static Task<bool> OthersAdministerSecurity(this PartyOrgContext db, Id<Account> account, NodaTime.LocalDate today, CancellationToken cancellation) =>
        db.Accounts.AnyAsync(a => a.Id != account && a.ClosedAt == null && a.PasswordHash != null
            && a.RoleAssignments.Any(r => r.Role == Role.SecurityAdministrator && r.VoidedAt == null && r.From <= today && r.To == null), cancellation);
}
