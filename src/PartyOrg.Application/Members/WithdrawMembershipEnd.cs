using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>
/// Takes back the end of a membership that was recorded by mistake (REG-49): membership and belonging are as they were before, of an organization that was revoked since until its last day. Posts stay ended, and an advice counts
/// them. What was recorded stays in the history, and the reason in the audit.
/// </summary>
/// <param name="Member">The person.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The member's version that the caller saw.</param>
[AllowedTo(Role.Officers, RuleId = "REG-49")]
public sealed record WithdrawMembershipEnd(Id<Person> Member, string Reason, ExpectedVersion Expected) : ICommand<MemberAnswer>, IChange, IAboutMember
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "误将同名人员登记为退党"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawMembershipEndValidator : AbstractValidator<WithdrawMembershipEnd>
{
    public WithdrawMembershipEndValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Transfer.ReasonLength));
}

internal sealed class WithdrawMembershipEndHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<WithdrawMembershipEnd, MemberAnswer>
{
    public async Task<Result<MemberAnswer>> Handle(WithdrawMembershipEnd request, CancellationToken cancellationToken)
    {
        var loaded = await db.WithMemberships(caller, request.Member, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var person = loaded.Value;
        var belonged = person.Affiliations.Select(a => a.OrganizationId).Distinct().ToList();
        var organizations = await db.Organizations.Where(o => belonged.Contains(o.Id)).AsNoTracking().ToDictionaryAsync(o => o.Id, cancellationToken);
        var withdrawn = person.WithdrawMembershipEnd(o => organizations[o].RevokedOn, ids, clock.Now);
        if (!withdrawn.Succeeded) return withdrawn.Errors[0];

        var recorded = withdrawn.Value;
        var posts = await db.Posts.CountAsync(p => p.PersonId == person.Id && p.VoidedAt == recorded, cancellationToken);
        var organization = person.OpenRelation is { } relation ? organizations[relation.OrganizationId] : null;
        return ((Result<MemberAnswer>)MemberProjection.Of(person, organization, clock.Today)).With(posts == 0 ? [] : [MemberErrors.PostsStayEnded(posts)]);
    }
}
