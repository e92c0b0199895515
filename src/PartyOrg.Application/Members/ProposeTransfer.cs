using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>
/// Proposes to transfer a member's organizational relation to another organization, which may lie outside the caller's scope (REG-21). Nothing moves before the receiving side accepts.
/// A member has one open transfer at a time (REG-22).
/// </summary>
/// <param name="PersonId">The member, whose relation lies in the caller's scope.</param>
/// <param name="OrganizationId">The receiving branch, joint branch or floating-member branch.</param>
/// <param name="BeginsOn">The first day of the relation there; the day before is its last where it lies now.</param>
/// <param name="Reason">Why, 1 to 500 characters; both sides read it.</param>
/// <example>
/// {
///   "personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03",
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02",
///   "beginsOn": "2026-03-01",
///   "reason": "工作单位变动"
/// }
/// </example>
[AllowedTo(Role.Officers | Role.BranchSecretary, RuleId = "REG-21")]
public sealed record ProposeTransfer(Id<Person> PersonId, Id<Organization> OrganizationId, LocalDate BeginsOn, string Reason) : ICreate<TransferAnswer>;

/// <summary>The transfer of a member's relation from one organization to another. Both sides see it; the identity number is masked.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">Whose relation it is.</param>
/// <param name="PersonName">His name.</param>
/// <param name="IdentityNumber">His identity number, masked.</param>
/// <param name="SenderId">The sending organization.</param>
/// <param name="SenderName">What it is called.</param>
/// <param name="OrganizationId">The receiving organization.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="BeginsOn">The first day of the relation at the receiving organization.</param>
/// <param name="Reason">Why.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="ProposedBy">The name of the account that proposed it.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="ClosedBy">The name of the account that accepted, refused or withdrew it; none while it is open.</param>
/// <param name="ClosedAt">When; none while it is open.</param>
/// <param name="ClosedBecause">Why it was refused or withdrawn.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record TransferAnswer(
    Id<Transfer> Id, Id<Person> PersonId, string PersonName, string IdentityNumber, Id<Organization> SenderId, string SenderName, Id<Organization> OrganizationId, string OrganizationName,
    LocalDate BeginsOn, string Reason, TransferStatus Status, string ProposedBy, Instant ProposedAt, string? ClosedBy, Instant? ClosedAt, string? ClosedBecause, int Version) : Answer, IVersioned
{
    internal static TransferAnswer Of(Transfer t, string person, string identity, Organization sender, Organization receiver, string proposedBy, string? closedBy) => new(
        t.Id, t.PersonId, person, identity, sender.Id, sender.Name, receiver.Id, receiver.Name, t.BeginsOn, t.Reason, t.Status, proposedBy, t.ProposedAt, closedBy, t.ClosedAt, t.ClosedBecause, t.Version);
}

internal sealed class ProposeTransferValidator : AbstractValidator<ProposeTransfer>
{
    public ProposeTransferValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Transfer.ReasonLength));
}

internal sealed class ProposeTransferHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<ProposeTransfer, TransferAnswer>
{
    public async Task<Result<TransferAnswer>> Handle(ProposeTransfer request, CancellationToken cancellationToken)
    {
        // Whoever proposes for the same member waits for the chain under which he is kept: two proposals are never open.
        if (await db.Persons.InScope(caller, db).Where(p => p.Id == request.PersonId).Select(p => p.RegisteredWith).SingleOrDefaultAsync(cancellationToken) is { } keeper) await db.LockChain(keeper.Value, cancellationToken);
        var person = await db.Persons.InScope(caller, db).Include(p => p.Affiliations).SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        if (person is null) return MemberErrors.NotFound.At("/personId");
        if (person.OpenRelation is not { } relation) return TransferErrors.NoRelation;
        var sender = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == relation.OrganizationId, cancellationToken);
        if (sender is null) return TransferErrors.ForSender;
        // The receiving side may lie anywhere: that is what a transfer is for.
        var receiver = await db.Organizations.SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (receiver is null) return TransferErrors.ReceiverNotFound;

        var hasOpen = await db.Transfers.AnyAsync(t => t.PersonId == request.PersonId && t.Status == TransferStatus.Open, cancellationToken);
        var proposed = Transfer.Propose(person, receiver, request.BeginsOn, hasOpen, request.Reason, caller.AccountId!.Value, ids, clock.Now);
        if (!proposed.Succeeded) return proposed.Errors[0];
        db.Add(proposed.Value);
        return TransferAnswer.Of(proposed.Value, person.Name, person.MaskedIdentityNumber, sender, receiver, await db.NameOf(caller, cancellationToken), null);
    }
}
