using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Members;

/// <summary>How far a transfer has come. Only an open one goes on.</summary>
public enum TransferStatus
{
    /// <summary>The sending side has proposed it, and the receiving side has not answered.</summary>
    Open,

    /// <summary>The receiving side has agreed: the relation moves on the agreed day.</summary>
    Accepted,

    /// <summary>The receiving side has refused: the relation stays.</summary>
    Refused,

    /// <summary>The sending side has taken the proposal back: the relation stays.</summary>
    Withdrawn,
}

/// <summary>
/// The transfer of a member's organizational relation (组织关系转接): the side that has him proposes, the side that shall have him accepts or refuses, and only when both
/// agree does the relation end there and begin here (REG-21). A member has one open transfer at a time (REG-22).
/// </summary>
public sealed class Transfer : Aggregate
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private Transfer() { }

    /// <summary>The transfer's id.</summary>
    public Id<Transfer> Id { get; private set; }

    /// <summary>Whose relation it is.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>The sending organization, where the relation lies.</summary>
    public Id<Organization> SenderId { get; private set; }

    /// <summary>The receiving organization.</summary>
    public Id<Organization> ReceiverId { get; private set; }

    /// <summary>The first day of the relation at the receiving organization; the day before is its last at the sending one.</summary>
    public LocalDate BeginsOn { get; private set; }

    /// <summary>Why, in the sending side's words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whose account proposed it.</summary>
    public Id<Account> ProposedBy { get; private set; }

    /// <summary>When it was proposed.</summary>
    public Instant ProposedAt { get; private set; }

    /// <summary>How far it has come.</summary>
    public TransferStatus Status { get; private set; }

    /// <summary>Whose account accepted, refused or withdrew it; none while it is open.</summary>
    public Id<Account>? ClosedBy { get; private set; }

    /// <summary>When it was accepted, refused or withdrawn; none while it is open.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>Why it was refused or withdrawn.</summary>
    public string? ClosedBecause { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => SenderId.Value;

    /// <inheritdoc/>
    public override IEnumerable<Guid> AlsoAuditedUnder => [ReceiverId.Value];

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Proposes to move the relation from where it lies to an organization that can hold it.</summary>
    /// <param name="person">The member.</param>
    /// <param name="receiver">The receiving organization.</param>
    /// <param name="beginsOn">The first day there; after the first day of the relation that ends.</param>
    /// <param name="hasOpen">Whether another transfer of the member is open.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Whose account proposes it.</param>
    /// <param name="ids">Makes its id.</param>
    /// <param name="at">Now.</param>
    public static Result<Transfer> Propose(Person person, Organization receiver, LocalDate beginsOn, bool hasOpen, string reason, Id<Account> by, Ids ids, Instant at)
    {
        if (person.OpenRelation is not { } relation) return TransferErrors.NoRelation;
        if (hasOpen) return TransferErrors.AnotherOpen;
        if (relation.OrganizationId == receiver.Id) return TransferErrors.ToItself;
        if (relation.From >= beginsOn) return TransferErrors.BeforeRelation(relation.From);
        if (!receiver.Type.HoldsRelations()) return MemberErrors.HoldsNoRelations(receiver);
        if (!receiver.ExistsOn(beginsOn)) return OrganizationErrors.DoesNotExist(receiver, beginsOn);

        var transfer = new Transfer
        {
            Id = ids.New<Transfer>(), PersonId = person.Id, SenderId = relation.OrganizationId, ReceiverId = receiver.Id, BeginsOn = beginsOn, Reason = reason, ProposedBy = by, ProposedAt = at,
        };
        transfer.Raise(new("transfer.proposed"));
        return transfer;
    }

    /// <summary>The receiving side agrees: the relation moves in the same breath.</summary>
    /// <param name="person">The member, with his belonging.</param>
    /// <param name="receiver">The receiving organization.</param>
    /// <param name="branchOfGroup">The branch in which a Party group lies.</param>
    /// <param name="by">Whose account accepts.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public Result<Done> Accept(Person person, Organization receiver, Func<Id<Organization>, Id<Organization>?> branchOfGroup, Id<Account> by, Ids ids, Instant at)
    {
        if (Status != TransferStatus.Open) return TransferErrors.Closed(Status);
        var moved = person.MoveRelation(SenderId, receiver, BeginsOn, branchOfGroup, ids, at);
        if (!moved.Succeeded) return moved;
        Close(TransferStatus.Accepted, null, by, at);
        Raise(new("transfer.accepted"));
        return Done.It;
    }

    /// <summary>The receiving side does not agree: the relation stays where it is.</summary>
    public Result<Done> Refuse(string reason, Id<Account> by, Instant at)
    {
        if (Status != TransferStatus.Open) return TransferErrors.Closed(Status);
        Close(TransferStatus.Refused, reason, by, at);
        Raise(new("transfer.refused"));
        return Done.It;
    }

    /// <summary>The sending side takes it back: the relation stays where it is.</summary>
    public Result<Done> Withdraw(string reason, Id<Account> by, Instant at)
    {
        if (Status != TransferStatus.Open) return TransferErrors.Closed(Status);
        Close(TransferStatus.Withdrawn, reason, by, at);
        Raise(new("transfer.withdrawn"));
        return Done.It;
    }

    private void Close(TransferStatus status, string? reason, Id<Account> by, Instant at) => (Status, ClosedBecause, ClosedBy, ClosedAt) = (status, reason, by, at);
}
