using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Accounts;

/// <summary>Shows the caller's account, the person behind it, and the roles that he holds today: what his own screens are made of.</summary>
[AllowedToSignedIn]
public sealed record GetMe : IQuery<MeAnswer>;

/// <summary>The caller.</summary>
/// <param name="Id">His account's id.</param>
/// <param name="Kind">A person or a service.</param>
/// <param name="UserName">What he types to sign in.</param>
/// <param name="DisplayName">What others see.</param>
/// <param name="SecondFactor">Whether he is asked for a one-time password.</param>
/// <param name="Person">The registered person, where there is one.</param>
/// <param name="Roles">Every role that he holds today, assigned or following from posts and belonging.</param>
public sealed record MeAnswer(Id<Account> Id, AccountKind Kind, string UserName, string DisplayName, bool SecondFactor, MyPerson? Person, IReadOnlyList<MyRole> Roles) : Answer;

/// <summary>The registered person behind an account.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">The full name.</param>
public sealed record MyPerson(Id<Person> Id, string Name);

/// <summary>A role held today.</summary>
/// <param name="Role">The role.</param>
/// <param name="OrganizationId">For which organization and all below it; none for the three administrations.</param>
/// <param name="OrganizationName">That organization's name.</param>
public sealed record MyRole(Role Role, Id<Organization>? OrganizationId, string? OrganizationName);

internal sealed class GetMeHandler(PartyOrgContext db, Caller caller) : IHandler<GetMe, MeAnswer>
{
    public async Task<Result<MeAnswer>> Handle(GetMe request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == caller.AccountId, cancellationToken);
        var person = caller.PersonId is { } id
            ? await db.Persons.Where(p => p.Id == id).Select(p => new MyPerson(p.Id, p.Name)).SingleOrDefaultAsync(cancellationToken)
            : null;
        var held = caller.Roles.Where(r => r.OrganizationId is not null).Select(r => r.OrganizationId!.Value).Distinct().ToList();
        var names = await db.Organizations.Where(o => held.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var roles = caller.Roles.Select(r => new MyRole(r.Role, r.OrganizationId, r.OrganizationId is { } o ? names[o] : null)).Distinct().ToList();
        return new MeAnswer(account.Id, account.Kind, account.UserName, account.DisplayName, account.SecondFactor, person, roles);
    }
}
