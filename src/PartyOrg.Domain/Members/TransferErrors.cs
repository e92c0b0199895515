using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Members;

/// <summary>Refusals of transfers.</summary>
public static class TransferErrors
{
    /// <summary>Not there, or neither side is in the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("transfer-not-found",
        "There is no such transfer from or to an organization in your scope. Look it up with GET /api/v1/transfers.",
        "没有转出或转入您权限范围内组织的该转接。请通过 GET /api/v1/transfers 查询。");

    /// <summary>The receiving organization does not exist.</summary>
    public static Error ReceiverNotFound { get; } = Error.NotFound("transfer-receiver-not-found",
        "There is no organization with this id that could receive the member. Ask the receiving side for it, or look it up with GET /api/v1/transfers/receivers.",
        "没有可接收该党员的这一组织。请向接收方核实，或通过 GET /api/v1/transfers/receivers 查询。") with { Pointer = "/organizationId" };

    /// <summary>The step is the sending side's (REG-21).</summary>
    public static Error ForSender { get; } = Error.Forbidden("transfer-for-sender",
        "Where the relation lies, the secretary or an officer above proposes the transfer and takes it back. Ask the sending organization to do it.",
        "组织关系转接由现所在组织的书记或其上级工作人员提出和撤回。请联系转出组织办理。", "REG-21");

    /// <summary>The step is the receiving side's (REG-21).</summary>
    public static Error ForReceiver { get; } = Error.Forbidden("transfer-for-receiver",
        "The secretary of the receiving organization or an officer above it accepts or refuses the transfer. Wait for the answer, or withdraw the proposal.",
        "转接由接收组织的书记或其上级工作人员接收或拒绝。请等待答复，或撤回该转接。", "REG-21");

    /// <summary>There is no relation to transfer (REG-21).</summary>
    public static Error NoRelation { get; } = Error.RuleBroken("REG-21", "transfer-of-no-relation",
        "The member's organizational relation lies nowhere, or its end is recorded already, so there is nothing to transfer. Let him join the organization directly.",
        "该党员目前没有组织关系，或其组织关系已登记结束日期，无可转接。请直接办理转入。");

    /// <summary>The relation lies there already (REG-21).</summary>
    public static Error ToItself { get; } = Error.RuleBroken("REG-21", "transfer-to-itself",
        "The relation lies with this organization already. Choose another one.", "该党员的组织关系已在该组织。请选择其他组织。") with { Pointer = "/organizationId" };

    /// <summary>The agreed day comes before the relation that it ends (REG-21).</summary>
    public static Error BeforeRelation(LocalDate since) => Error.RuleBroken("REG-21", "transfer-before-relation",
        $"The relation lies where it is since {since:uuuu-MM-dd}; it can begin elsewhere after that day.",
        $"现有组织关系自 {since:uuuu-MM-dd} 开始，转入日期须在此之后。") with { Pointer = "/beginsOn" };

    /// <summary>The relation has moved or ended since the proposal (REG-21).</summary>
    public static Error RelationMoved { get; } = Error.RuleBroken("REG-21", "transfer-relation-moved",
        "The relation has moved or ended since the transfer was proposed, so both sides would agree to something that is not so. Let the sending side withdraw it.",
        "提出转接之后，该组织关系已变动或结束。请由转出方撤回该转接。");

    /// <summary>The step comes after the end (REG-21).</summary>
    public static Error Closed(TransferStatus status) => Error.RuleBroken("REG-21", "transfer-closed",
        $"The transfer was {(status == TransferStatus.Accepted ? "accepted" : status == TransferStatus.Refused ? "refused" : "withdrawn")} before and goes no further. Propose another one if it is needed.",
        $"该转接已{(status == TransferStatus.Accepted ? "接收" : status == TransferStatus.Refused ? "拒绝" : "撤回")}，不能再办理。如有需要，请重新提出。");

    /// <summary>One at a time (REG-22).</summary>
    public static Error AnotherOpen { get; } = Error.RuleBroken("REG-22", "transfer-open-already",
        "Another transfer of this member is open. Wait for its answer, or withdraw it first.", "该党员已有一项未办结的转接。请等待答复，或先撤回该转接。");
}
