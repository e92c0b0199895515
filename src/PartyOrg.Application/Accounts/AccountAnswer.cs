using AutoMapper;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Accounts;

/// <summary>An account, as who keeps accounts sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">A person or a service.</param>
/// <param name="UserName">What its owner types to sign in.</param>
/// <param name="DisplayName">What others see.</param>
/// <param name="PersonId">The registered person it belongs to, where there is one.</param>
/// <param name="SecondFactor">Whether a one-time password is asked for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="InvitedUntil">The instant from which its open invitation is refused; none when there is no open one.</param>
/// <param name="LockedUntil">Until when nobody can sign in after too many failed attempts.</param>
/// <param name="ClosedAt">When it was closed for good.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record AccountAnswer(
    Id<Account> Id, AccountKind Kind, string UserName, string DisplayName, Id<Person>? PersonId, bool SecondFactor,
    Instant CreatedAt, Instant? InvitedUntil, Instant? LockedUntil, Instant? ClosedAt, int Version) : Answer, IVersioned;

/// <summary>An account whose owner is invited to choose a password.</summary>
/// <param name="Account">The account.</param>
/// <param name="Invitation">The one-time token for <c>POST /api/v1/invitations/acceptance</c>. It is shown this once: a repeated request does not show it again.</param>
public sealed record InvitedAccount(AccountAnswer Account, [property: Secret] string? Invitation = null) : Answer, IVersioned
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Version => Account.Version;
}

/// <summary>A role that an account holds, held or will hold.</summary>
/// <param name="Id">The assignment's id; ending it makes another one.</param>
/// <param name="AccountId">The account.</param>
/// <param name="UserName">Its user name.</param>
/// <param name="Role">The role.</param>
/// <param name="OrganizationId">For which organization and all below it; none for the three administrations.</param>
/// <param name="OrganizationName">That organization's name.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="Version">The account's version.</param>
public sealed record RoleAssignmentAnswer(
    Id<RoleAssignment> Id, Id<Account> AccountId, string UserName, Role Role, Id<Organization>? OrganizationId, string? OrganizationName, LocalDate From, LocalDate? To, int Version) : Answer, IVersioned;

/// <summary>An assignment with what its answer says of account and organization.</summary>
internal sealed record RoleAssignmentRow(RoleAssignment Assignment, string UserName, int Version, string? OrganizationName);

/// <summary>From accounts, sessions and assignments to their answers.</summary>
internal sealed class AccountsProfile : Profile
{
    public AccountsProfile()
    {
        CreateMap<Account, AccountAnswer>().ForMember(a => a.Advices, m => m.Ignore());
        CreateMap<Session, SessionAnswer>().ForCtorParam(nameof(SessionAnswer.Current), m => m.MapFrom(_ => false));
        CreateMap<RoleAssignmentRow, RoleAssignmentAnswer>()
            .ForCtorParam(nameof(RoleAssignmentAnswer.Id), m => m.MapFrom(r => r.Assignment.Id))
            .ForCtorParam(nameof(RoleAssignmentAnswer.AccountId), m => m.MapFrom(r => r.Assignment.AccountId))
            .ForCtorParam(nameof(RoleAssignmentAnswer.Role), m => m.MapFrom(r => r.Assignment.Role))
            .ForCtorParam(nameof(RoleAssignmentAnswer.OrganizationId), m => m.MapFrom(r => r.Assignment.OrganizationId))
            .ForCtorParam(nameof(RoleAssignmentAnswer.From), m => m.MapFrom(r => r.Assignment.From))
            .ForCtorParam(nameof(RoleAssignmentAnswer.To), m => m.MapFrom(r => r.Assignment.To))
            .ForMember(a => a.Advices, m => m.Ignore());
    }
}
