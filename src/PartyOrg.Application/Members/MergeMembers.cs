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
/// Merges two records of one person (REG-23): memberships, belonging, workplaces, posts, attendance, evidence and the account of the duplicate become the member's, as new facts; nothing is deleted. From then on the
/// duplicate's id answers 404 <c>member-merged</c> with <c>mergedInto</c>. Relations with two organizations on the same days, or different standings, are refused (REG-1).
/// </summary>
/// <param name="Member">The record that stays.</param>
/// <param name="DuplicateId">The other record of the same person.</param>
/// <param name="Reason">How it is known that they are one person, 1 to 500 characters.</param>
/// <param name="IdentityNumber">The right one of the two identity numbers, as on the identity card.</param>
/// <param name="Expected">The version of the record that stays.</param>
[AllowedTo(Role.Officers, RuleId = "REG-23")]
public sealed record MergeMembers(Id<Person> Member, Id<Person> DuplicateId, string Reason, [property: Secret] string? IdentityNumber, ExpectedVersion Expected)
    : ICommand<MemberAnswer>, IChange, IAboutMember
{
    /// <summary>Which record is the duplicate, and why.</summary>
    /// <param name="DuplicateId">The other record of the same person.</param>
    /// <param name="Reason">How it is known that they are one person, 1 to 500 characters.</param>
    /// <param name="IdentityNumber">The right one of the two identity numbers, as on the identity card.</param>
    /// <example>{"duplicateId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d04", "reason": "身份证号录入有误，实为同一人", "identityNumber": "11010519491231002X"}</example>
    public sealed record Body(Id<Person> DuplicateId, string Reason, [property: Secret] string? IdentityNumber = null);
}

internal sealed class MergeMembersValidator : AbstractValidator<MergeMembers>
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = Transfer.ReasonLength;

    public MergeMembersValidator()
    {
        RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, ReasonLength));
        RuleFor(r => r.IdentityNumber).MakesIfGiven(Domain.Members.IdentityNumber.Of);
    }
}

internal sealed class MergeMembersHandler(PartyOrgContext db, Caller caller, PersonalData personal, IEnumerable<IFollowsMergers> followers, Ids ids, Clock clock) : IHandler<MergeMembers, MemberAnswer>
{
    public async Task<Result<MemberAnswer>> Handle(MergeMembers request, CancellationToken cancellationToken)
    {
        if (request.DuplicateId == request.Member) return MergeErrors.WithHimself;
        var chains = await db.Persons.Where(p => p.Id == request.Member || p.Id == request.DuplicateId).Select(p => p.RegisteredWith).ToListAsync(cancellationToken);
        foreach (var chain in chains.OfType<Id<Domain.Organizations.Organization>>().Select(o => o.Value).Distinct().Order()) await db.LockChain(chain, cancellationToken);
        var persons = await db.Persons.InScope(caller, db).Where(p => p.Id == request.Member || p.Id == request.DuplicateId).Include(p => p.Memberships).Include(p => p.Affiliations).Include(p => p.Workplaces).AsSplitQuery()
            .ToListAsync(cancellationToken);
        var loaded = persons.Find(p => p.Id == request.Member).Expecting(request.Expected, MemberErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        if (persons.Find(p => p.Id == request.DuplicateId) is not { } duplicate) return MemberErrors.NotFound.At("/duplicateId");
        if (await Refusal(loaded.Value, duplicate, cancellationToken) is { } refusal) return refusal;

        if (request.IdentityNumber is not { } number) return MergeErrors.NumbersDiffer;
        var index = personal.IndexOf(Domain.Members.IdentityNumber.Of(number).Value);
        var takesNumber = index.AsSpan().SequenceEqual(duplicate.IdentityIndex);
        if (!takesNumber && !index.AsSpan().SequenceEqual(loaded.Value.IdentityIndex)) return MergeErrors.NumberOfNeither;
        var absorbed = loaded.Value.Absorb(duplicate, takesNumber, ids, clock.Now);
        if (!absorbed.Succeeded) return absorbed.Errors[0];

        var merger = new PersonMerger(loaded.Value.Id, duplicate.Id, request.Reason);
        foreach (var follower in followers) await follower.Pass(merger, cancellationToken);
        var organization = loaded.Value.OpenRelation is { } relation ? await db.Organizations.SingleAsync(o => o.Id == relation.OrganizationId, cancellationToken) : null;
        return MemberProjection.Of(loaded.Value, organization, clock.Today);
    }

    private async Task<Error?> Refusal(Person survivor, Person duplicate, CancellationToken cancellation)
    {
        var today = clock.Today;
        var belongs = survivor.Affiliations.Concat(duplicate.Affiliations).Where(a => a.VoidedAt is null && (a.To is null || a.To >= today)).Select(a => a.OrganizationId).Distinct().ToList();
        if (await db.Organizations.InScope(caller).CountAsync(o => belongs.Contains(o.Id), cancellation) < belongs.Count) return MergeErrors.ForSuperior;
        foreach (var follower in followers)
        {
            if (await follower.Refusal(survivor.Id, duplicate.Id, cancellation) is { } refusal) return refusal;
        }

        return null;
    }
}
