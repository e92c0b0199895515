using System.Reflection;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Procedures;

/// <summary>
/// A procedure of a regulation: the steps of an aggregate, in which states each can be taken, by whom, and by which rule. The aggregate declares it once as a static
/// property <c>Procedure</c>; refusals, the picture of its states in the documentation, and what can be done next all come from there.
/// </summary>
public abstract class Procedure
{
    private static readonly Lazy<IReadOnlyList<Procedure>> Found = new(() => [.. typeof(Procedure).Assembly.GetTypes()
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(p => p.PropertyType.IsSubclassOf(typeof(Procedure)))
        .Select(p => (Procedure)p.GetValue(null)!)
        .OrderBy(p => p.Name, StringComparer.Ordinal)]);

    private protected Procedure(string name, Text title) => (Name, Title) = (name, title);

    /// <summary>Every procedure of the product: whatever declares one is found by itself.</summary>
    public static IReadOnlyList<Procedure> All => Found.Value;

    /// <summary>The stable name, also that of its picture: <c>admonition-case</c>.</summary>
    public string Name { get; }

    /// <summary>What it is called.</summary>
    public Text Title { get; }

    /// <summary>The states, from the first to the last.</summary>
    public abstract IReadOnlyList<CodeEntry> States { get; }

    /// <summary>The steps, in the order in which they are usually taken, with states by their codes.</summary>
    public abstract IReadOnlyList<DrawnStep> Drawn { get; }
}

/// <summary>A step as a picture or a list shows it.</summary>
/// <param name="Operation">The operationId that takes it.</param>
/// <param name="Title">What is done, in the imperative.</param>
/// <param name="RuleId">The rule that asks for it.</param>
/// <param name="From">The codes of the states in which it can be taken; none where it is the beginning.</param>
/// <param name="To">The code of the state in which it leaves the case; none where it leaves it as it is.</param>
/// <param name="By">Who takes it.</param>
/// <param name="Roles">Who of them takes it by a role, and not by a part in the case.</param>
public sealed record DrawnStep(string Operation, Text Title, string RuleId, IReadOnlyList<string> From, string? To, Text By, Role Roles);

/// <summary>What somebody is in one case, beside his roles: the talker, the recorder, the member whom it concerns.</summary>
/// <param name="Name">The stable name.</param>
/// <param name="Title">What he is called.</param>
public sealed record Part(string Name, Text Title)
{
    /// <summary>
    /// Who stands above the branch, in what concerns one of those who lead it: nobody decides on himself, and where he leads alone there is nobody else in the branch (reading, as in TWS-10.2).
    /// </summary>
    public static Part SuperiorOfLeader => new("superior-of-leader", new("the superior where the member sits on the committee or is the secretary", "上级党组织（党员本人为书记或委员的）"));
}

/// <summary>What the caller is to a case.</summary>
/// <param name="Roles">His roles over the organization whose case it is.</param>
/// <param name="Parts">His own parts in the case.</param>
public sealed record Standing(Role Roles, params IReadOnlyList<Part> Parts)
{
    /// <summary>Whether the case concerns the caller himself: his roles count for nothing in it.</summary>
    public bool IsHisOwn { get; private init; }

    /// <summary>What somebody is to his own case, whatever he leads: nobody decides on himself.</summary>
    /// <param name="parts">His own parts in it.</param>
    public static Standing ToHimself(params IReadOnlyList<Part> parts) => new(Role.None, parts) { IsHisOwn = true };
}

/// <summary>A step that can be taken next.</summary>
/// <param name="OperationId">The operationId that takes it.</param>
/// <param name="Title">What is done, in the imperative.</param>
/// <param name="RuleId">The rule that asks for it.</param>
public sealed record PossibleStep(string OperationId, Text Title, string RuleId);

/// <summary>A step of a procedure.</summary>
/// <param name="Operation">The operationId that takes it.</param>
/// <param name="Title">What is done, in the imperative: "hold the talk".</param>
/// <param name="RuleId">The rule that asks for it.</param>
/// <param name="From">The states in which it can be taken.</param>
/// <param name="To">The state that follows; none where it stays, or where what is recorded decides.</param>
/// <param name="By">The roles that take it.</param>
/// <param name="Parts">The parts in the case whose holders take it, whatever their roles.</param>
public sealed record Step<TState>(string Operation, Text Title, string RuleId, IReadOnlyList<TState> From, TState? To, Role By, params IReadOnlyList<Part> Parts)
    where TState : struct, Enum
{
    /// <summary>The other states that may follow, where what is recorded decides.</summary>
    public IReadOnlyList<TState> Or { get; init; } = [];

    /// <summary>Whether it is for somebody who stands so to the case.</summary>
    public bool IsFor(Standing standing) => (standing.Roles & By) != 0 || Parts.Any(standing.Parts.Contains);

    /// <summary>Those who take it.</summary>
    public Text Who
    {
        get
        {
            var all = Enum.GetValues<Role>().Where(r => r.IsOne() && (By & r) != 0).Select(r => AccountLabels.Roles[r].Label).Concat(Parts.Select(p => p.Title)).ToList();
            return new(string.Join(", ", all.Select(t => char.ToLowerInvariant(t.En[0]) + t.En[1..])), string.Join("、", all.Select(t => t.Zh)));
        }
    }
}

/// <summary>A procedure whose states are the values of an enumeration.</summary>
/// <param name="name">The stable name, also that of its picture.</param>
/// <param name="title">What it is called.</param>
/// <param name="states">The states with their labels, from the first to the last.</param>
/// <param name="steps">The steps, in the order in which they are usually taken.</param>
public sealed class Procedure<TState>(string name, Text title, CodeList<TState> states, params IReadOnlyList<Step<TState>> steps) : Procedure(name, title)
    where TState : struct, Enum
{
    /// <inheritdoc/>
    public override IReadOnlyList<CodeEntry> States => states.Entries;

    /// <inheritdoc/>
    public override IReadOnlyList<DrawnStep> Drawn =>
        [.. steps.SelectMany(s => s.Or.Select(o => (TState?)o).Prepend(s.To).Select(to => new DrawnStep(s.Operation, s.Title, s.RuleId, [.. s.From.Select(f => states[f].Code)], to is { } next ? states[next].Code : null, s.Who, s.By)))];

    /// <summary>The steps.</summary>
    public IReadOnlyList<Step<TState>> Steps => steps;

    /// <summary>
    /// Why the step is refused: it is another's (403), or out of order (422), each with the rule that says so. None when it can be taken.
    /// </summary>
    /// <param name="operation">The step's operationId; one that the procedure does not know is a bug.</param>
    /// <param name="state">The state in which the case is.</param>
    /// <param name="standing">What the caller is to the case.</param>
    public Error? RefusalOf(string operation, TState state, Standing standing)
    {
        var step = steps.Single(s => s.Operation == operation);
        if (!step.IsFor(standing)) return Reserved(step, standing);
        return step.From.Contains(state) ? null : ProcedureErrors.OutOfOrder(step.Title, states[state].Label, From(state), step.RuleId);
    }

    /// <summary>Why the case cannot be begun by this step: it is another's (403). None when it can.</summary>
    /// <param name="operation">The operationId of a step that comes from no state; one that the procedure does not know is a bug.</param>
    /// <param name="standing">What the caller is to the organization.</param>
    public Error? RefusalToBegin(string operation, Standing standing)
    {
        var step = steps.Single(s => s.Operation == operation && s.From.Count == 0);
        return step.IsFor(standing) ? null : Reserved(step, standing);
    }

    /// <summary>What the caller can do next.</summary>
    public IReadOnlyList<PossibleStep> NextFor(TState state, Standing standing) =>
        [.. steps.Where(s => s.From.Contains(state) && s.IsFor(standing)).Select(s => new PossibleStep(s.Operation, s.Title, s.RuleId))];

    private static Error Reserved(Step<TState> step, Standing standing) =>
        standing.IsHisOwn ? ProcedureErrors.OnOneself(step.Who, step.Title, step.RuleId) : ProcedureErrors.ReservedFor(step.Who, step.Title, step.RuleId);

    private List<Text> From(TState state) => [.. steps.Where(s => s.From.Contains(state)).Select(s => new Text($"{s.Title.En} ({s.Operation})", $"{s.Title.Zh}（{s.Operation}）"))];
}

/// <summary>Refusals of steps.</summary>
public static class ProcedureErrors
{
    /// <summary>The step is for others.</summary>
    public static Error ReservedFor(Text who, Text step, string ruleId) => Error.Forbidden("step-reserved",
        $"This step is reserved: {step.En}. Those who may take it: {who.En}. Ask one of them.", $"此步骤（{step.Zh}）由{who.Zh}办理。请联系有权人员。", ruleId);

    /// <summary>The step is for others, since the case is the caller's own.</summary>
    public static Error OnOneself(Text who, Text step, string ruleId) => Error.Forbidden("step-reserved",
        $"Nobody takes this step in what concerns himself: {step.En}. Another one may: {who.En}. Ask one of them.", $"此步骤（{step.Zh}）涉及本人，应当回避，由其他有权人员（{who.Zh}）办理。请联系其中一人。", ruleId);

    /// <summary>The step comes before or after its time.</summary>
    public static Error OutOfOrder(Text step, Text state, IReadOnlyList<Text> possible, string ruleId) => Error.RuleBroken(ruleId, "step-out-of-order",
        possible.Count == 0
            ? $"It is too late for this step: {step.En}. The state is \"{state.En}\", after which nothing follows."
            : $"This step is out of order: {step.En}. The state is \"{state.En}\"; possible now: {string.Join("; ", possible.Select(p => p.En))}.",
        possible.Count == 0
            ? $"当前状态为“{state.Zh}”，已办结，不能再{step.Zh}。"
            : $"步骤顺序不符，不能{step.Zh}：当前状态为“{state.Zh}”，现在可以{string.Join("；", possible.Select(p => p.Zh))}。");
}
