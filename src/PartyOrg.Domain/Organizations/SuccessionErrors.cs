using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Organizations;

/// <summary>Refusals of mergers and raises in rank.</summary>
public static class SuccessionErrors
{
    /// <summary>An organization and itself, or one below it (REG-24).</summary>
    public static Error IntoItself { get; } = Error.RuleBroken("REG-24", "merger-into-itself",
        "An organization is not merged into itself nor into one that lies below it. Name another one.", "组织不得并入自身或其下级组织。请选择其他组织。") with { Pointer = "/intoId" };

    /// <summary>A territory is not merged here (REG-24).</summary>
    public static Error Territorial { get; } = Error.RuleBroken("REG-24", "merger-of-territory",
        "A territorial committee is not merged, nor is anything merged into one: it is a jurisdiction. Move the organizations under it and revoke it.",
        "地方党组织是管辖主体，不得合并，也不得由其他组织并入。请调整其下级组织的隶属关系后再撤销。");

    /// <summary>Members would lie where no relations lie (REG-24).</summary>
    public static Error HoldsNoMembers(Organization into) => Error.RuleBroken("REG-24", "merger-holds-no-members",
        $"{into.Name} is of a type that holds no members' relations or Party groups, and the organization that is merged has some. Choose a branch.",
        $"{into.Name}的类型不能接收党员组织关系或党小组，而被并入的组织仍有党员或党小组。请选择党支部。") with { Pointer = "/intoId" };

    /// <summary>It began on that day or later (REG-24).</summary>
    public static Error BeforeItBegan(Organization organization) => Error.RuleBroken("REG-24", "merger-before-it-began",
        $"{organization.Name} exists since {organization.FoundedOn:uuuu-MM-dd}; it can be merged from the day after that on.",
        $"{organization.Name}自 {organization.FoundedOn:uuuu-MM-dd} 起存续，合并日期须在此之后。") with { Pointer = "/on" };

    /// <summary>Not a step up (REG-25).</summary>
    public static Error NoStep(OrganizationType from) => Error.RuleBroken("REG-25", "raise-no-step",
        from.RaisedTo() is { Count: > 0 } steps
            ? $"Such an organization is raised to one of these only: {string.Join(", ", steps.Select(s => char.ToLowerInvariant(s.ToString()[0]) + s.ToString()[1..]))}. Choose it as the type."
            : "An organization of this type is not raised in rank.",
        from.RaisedTo() is { Count: > 0 } ways
            ? $"此类组织可升格为：{string.Join("、", ways.Select(s => char.ToLowerInvariant(s.ToString()[0]) + s.ToString()[1..]))}。请选择其中之一。"
            : "此类组织不得升格。") with { Pointer = "/type" };

    /// <summary>It would come before the last change of type (REG-25).</summary>
    public static Error RaiseBeforeLast(LocalDate since) => Error.RuleBroken("REG-25", "raise-before-last",
        $"It is what it is since {since:uuuu-MM-dd}; a raise in rank must come after that day.", $"该组织自 {since:uuuu-MM-dd} 起为现类型，升格日期须在此之后。") with { Pointer = "/from" };

    /// <summary>Members are left in what holds none (REG-25).</summary>
    public static Error MembersLeft(int members, int groups) => Error.RuleBroken("REG-25", "raise-with-members",
        $"{members} members and {groups} Party groups lie in it, and what it becomes holds none itself. Found a branch under it and name it as membersTo, or move them first.",
        $"该组织尚有 {members} 名党员、{groups} 个党小组，而升格后的组织不直接接收党员。请在其下设立党支部并填入 membersTo，或先行转出。") with { Pointer = "/membersTo" };

    /// <summary>Whoever takes over the members lies under it (REG-25).</summary>
    public static Error NotBelow(Organization heir) => Error.RuleBroken("REG-25", "raise-members-elsewhere",
        $"{heir.Name} does not lie under the organization that is raised, or holds no members' relations. Name a branch under it.",
        $"{heir.Name}不是升格组织的下级党支部，或不能接收党员组织关系。请选择其下级党支部。") with { Pointer = "/membersTo" };
}
