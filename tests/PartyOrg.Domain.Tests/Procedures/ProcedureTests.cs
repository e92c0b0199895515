using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.Procedures;

/// <summary>What a declared procedure refuses, and what holds for every one that the product declares.</summary>
public class ProcedureTests
{
    private enum State
    {
        Open,
        Decided,
        Closed,
    }

    private static readonly Part Talker = new("talker", new("the talker", "谈话人"));

    private static readonly Procedure<State> Toy = new(
        "toy-case", new("A toy case", "示例"), new(new(State.Open, "open", "待办"), new(State.Decided, "decided", "已决定"), new(State.Closed, "closed", "办结")),
        new Step<State>("decide", new("decide", "作出决定"), "TST-1", [State.Open], State.Decided, Role.CommitteeMember),
        new Step<State>("close", new("close the case", "办结"), "TST-2", [State.Decided], State.Closed, Role.None, Talker));

    [Fact]
    public void A_step_in_its_state_by_its_role_or_part_is_not_refused()
    {
        Toy.RefusalOf("decide", State.Open, new(Role.CommitteeMember | Role.Member)).Should().BeNull();
        Toy.RefusalOf("close", State.Decided, new(Role.Member, Talker)).Should().BeNull("the part counts whatever the role");
    }

    [Fact]
    public void A_step_of_another_is_forbidden_with_its_rule_and_who_takes_it_whatever_the_state()
    {
        var refusal = Toy.RefusalOf("decide", State.Closed, new(Role.Member, Talker))!;

        (refusal.Kind, refusal.RuleId, refusal.Code).Should().Be((ErrorKind.Forbidden, "TST-1", "step-reserved"));
        refusal.Message.En.Should().Contain("committee member");
        Toy.RefusalOf("close", State.Decided, new(Role.CommitteeMember))!.Message.Zh.Should().Contain("谈话人");
    }

    [Fact]
    public void A_step_out_of_order_breaks_its_rule_and_the_refusal_says_what_is_possible()
    {
        var early = Toy.RefusalOf("close", State.Open, new(Role.None, Talker))!;

        (early.Kind, early.RuleId, early.Code).Should().Be((ErrorKind.RuleBroken, "TST-2", "step-out-of-order"));
        early.Message.En.Should().Contain("\"open\"").And.Contain("decide (decide)");
        Toy.RefusalOf("decide", State.Closed, new(Role.CommitteeMember))!.Message.En.Should().Contain("too late");
    }

    [Fact]
    public void What_can_be_done_next_depends_on_the_state_and_on_who_asks()
    {
        Toy.NextFor(State.Open, new(Role.CommitteeMember)).Select(s => s.OperationId).Should().Equal("decide");
        Toy.NextFor(State.Open, new(Role.Member, Talker)).Should().BeEmpty();
        Toy.NextFor(State.Decided, new(Role.Member, Talker)).Select(s => s.OperationId).Should().Equal("close");
    }

    [Fact]
    public void Every_step_of_every_procedure_names_a_rule_that_there_is_and_every_state_can_be_reached()
    {
        Procedure.All.Should().NotBeEmpty();
        foreach (var procedure in Procedure.All)
        {
            foreach (var step in procedure.Drawn)
            {
                RuleCatalog.Embedded.TryFindRule(step.RuleId, out _).Should().BeTrue("{0} of {1} cites {2}", step.Operation, procedure.Name, step.RuleId);
                step.By.En.Should().NotBeEmpty("somebody takes {0}", step.Operation);
            }

            var reached = procedure.Drawn.Select(s => s.To).OfType<string>().Append(procedure.States[0].Code).ToHashSet();
            procedure.States.Where(s => !reached.Contains(s.Code) && procedure.Drawn.All(d => d.To is not null)).Select(s => s.Code).Should().BeEmpty("{0} has no state that nobody reaches", procedure.Name);
            procedure.Drawn.Select(s => (s.Operation, s.To)).Should().OnlyHaveUniqueItems();
        }
    }
}
