using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Dues;

/// <summary>How far the books of a month are.</summary>
public enum DuesMonthStatus
{
    /// <summary>What each member owes is known, and it is being collected.</summary>
    Assessed,

    /// <summary>The money was counted and agrees with the ledger.</summary>
    Reconciled,

    /// <summary>The money went to the superior.</summary>
    HandedUp,

    /// <summary>The superior has confirmed that it came.</summary>
    Received,
}

/// <summary>
/// The books of a branch for one month (TWS-D2): assessed, reconciled, handed up, received. What is handed up is the money that came in since the last reconciliation, for whichever month it
/// was paid: what comes late goes with the next month, and what was counted and is reversed afterwards is taken off there. Entries go on being written to the ledger in every state.
/// </summary>
public sealed class DuesMonth : Aggregate
{
    private const Role Keepers = Role.BranchSecretary | Role.CommitteeMember;

    private static readonly DuesMonthStatus[] Any = Enum.GetValues<DuesMonthStatus>();

    private DuesMonth() { }

    /// <summary>Who leads an organization above the branch, and not the branch itself.</summary>
    public static Part Superior { get; } = new("superior", new("an officer or a secretary of an organization above", "上级党组织书记或工作人员"));

    /// <summary>The steps of TWS-D2. A waiver is the superior's, as the rules on dues have it.</summary>
    public static Procedure<DuesMonthStatus> Procedure { get; } = new(
        "dues-month", new("Dues of a month", "月度党费"), DuesLabels.Months,
        new("recordDuesBases", new("record what members live on", "登记计算基数"), "TWS-D2", Any, null, Keepers),
        new("assessDues", new("assess the month", "核定当月党费"), "TWS-D2", Any, null, Keepers),
        new("collectDues", new("collect dues", "收取党费"), "TWS-D2", Any, null, Keepers),
        new("recordDuesReasons", new("record why dues come late", "登记未按时交纳的事由"), "TWS-D2", Any, null, Keepers, Superior),
        new("waiveDues", new("waive dues for a reason", "减免党费"), "TWS-D2", Any, null, Role.None, Superior),
        new("reverseDuesEntry", new("reverse a wrong entry", "冲销错误分录"), "TWS-D2", Any, null, Keepers),
        new("reconcileDues", new("count the money and reconcile", "清点并对账"), "TWS-D2", [DuesMonthStatus.Assessed], DuesMonthStatus.Reconciled, Keepers),
        new("handUpDues", new("hand the money up", "上缴党费"), "TWS-D2", [DuesMonthStatus.Reconciled], DuesMonthStatus.HandedUp, Keepers),
        new("confirmDuesReceipt", new("confirm that the money came", "签收党费"), "TWS-D2", [DuesMonthStatus.HandedUp], DuesMonthStatus.Received, Role.None, Superior));

    /// <summary>The id.</summary>
    public Id<DuesMonth> Id { get; private set; }

    /// <summary>Whose books.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The month.</summary>
    public YearMonth Month { get; private set; }

    /// <summary>How far they are.</summary>
    public DuesMonthStatus Status { get; private set; }

    /// <summary>The number of the last entry that the reconciliation took in; none before.</summary>
    public int? ReconciledUpTo { get; private set; }

    /// <summary>What came in since the reconciliation before, in fen; negative where more was given back after a reversal than came in. None before this one.</summary>
    public long? Counted { get; private set; }

    /// <summary>The day of the reconciliation.</summary>
    public LocalDate? ReconciledOn { get; private set; }

    /// <summary>The superior to which the money went.</summary>
    public Id<Organization>? HandedUpTo { get; private set; }

    /// <summary>On which day.</summary>
    public LocalDate? HandedUpOn { get; private set; }

    /// <summary>The day on which the superior received it.</summary>
    public LocalDate? ReceivedOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override IEnumerable<Guid> AlsoAuditedUnder => HandedUpTo is { } superior ? [superior.Value] : [];

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Opens the books of a month that was assessed.</summary>
    public static DuesMonth Begin(Id<Organization> organization, YearMonth month, Ids ids)
    {
        var books = new DuesMonth { Id = ids.New<DuesMonth>(), OrganizationId = organization, Month = month };
        books.Raise(new("dues.monthBegun"));
        return books;
    }

    /// <summary>Why the caller cannot record what members live on; none when he can. Those above see it and do not write it.</summary>
    public static Error? RefusalOfBases(Organization organization, Standing standing) =>
        Procedure.RefusalOf("recordDuesBases", DuesMonthStatus.Assessed, standing) ?? (organization.Type.HoldsRelations() ? null : DuesErrors.NoMembers(organization));

    /// <summary>Why the caller cannot assess the month; none when he can.</summary>
    public static Error? RefusalOfAssessing(Organization organization, YearMonth month, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("assessDues", DuesMonthStatus.Assessed, standing) is { } refusal) return refusal;
        if (!organization.Type.HoldsRelations()) return DuesErrors.NoMembers(organization);
        return month > today.ToYearMonth() ? DuesErrors.MonthToCome : null;
    }

    /// <summary>The money was counted, and agrees with what the ledger says came in.</summary>
    /// <param name="counted">What was counted, in fen: what came in less what was given back; negative where more was given back.</param>
    /// <param name="cameIn">What came in by the ledger, in fen, since the reconciliation before: payments less those reversed.</param>
    /// <param name="upTo">The number of the last entry.</param>
    /// <param name="standing">What the caller is to the books.</param>
    /// <param name="today">Today.</param>
    public Result<Done> Reconcile(long counted, long cameIn, int upTo, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("reconcileDues", Status, standing) is { } refusal) return refusal;
        if (counted != cameIn) return DuesErrors.CountDiffers(counted, cameIn).At("/counted");
        (Status, Counted, ReconciledUpTo, ReconciledOn) = (DuesMonthStatus.Reconciled, cameIn, upTo, today);
        Raise(new("dues.reconciled"));
        return Done.It;
    }

    /// <summary>The money went to the superior; where more was given back than came in, the superior took so much off what is handed up with other months, or gave it back.</summary>
    public Result<Done> HandUp(Id<Organization>? superior, LocalDate on, Standing standing)
    {
        if (Procedure.RefusalOf("handUpDues", Status, standing) is { } refusal) return refusal;
        if (superior is null) return DuesErrors.NoSuperior;
        if (on < ReconciledOn) return DuesErrors.BeforeTheStep(ReconciledOn.Value).At("/on");
        (Status, HandedUpTo, HandedUpOn) = (DuesMonthStatus.HandedUp, superior, on);
        Raise(new("dues.handedUp"));
        return Done.It;
    }

    /// <summary>The superior confirms that the money came.</summary>
    public Result<Done> ConfirmReceipt(LocalDate on, Standing standing)
    {
        if (Procedure.RefusalOf("confirmDuesReceipt", Status, standing) is { } refusal) return refusal;
        if (on < HandedUpOn) return DuesErrors.BeforeTheStep(HandedUpOn.Value).At("/on");
        (Status, ReceivedOn) = (DuesMonthStatus.Received, on);
        Raise(new("dues.received"));
        return Done.It;
    }
}
