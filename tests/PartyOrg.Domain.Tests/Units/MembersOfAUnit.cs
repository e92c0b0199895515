using PartyOrg.Domain.Units;

namespace PartyOrg.Domain.Tests.Units;

public class MembersOfAUnit
{
    [Fact]
    public void The_number_that_counts_is_the_greater_one_of_register_and_survey()
    {
        Counted(new(0, 0, 0, null, null)).Should().Be((null, null), "nobody has said anything");
        Counted(new(0, 0, 0, 0, 0)).Should().Be((0, 0), "somebody looked, and there is nobody");
        Counted(new(2, 1, 1, null, null)).Should().Be((3, 2));
        Counted(new(0, 1, 0, null, null)).Should().Be((1, 0), "he is not formal, and that is known");
        Counted(new(2, 1, 0, 2, 1)).Should().Be((3, 2));
        Counted(new(2, 1, 0, 5, 4)).Should().Be((5, 4));
        Counted(new(1, 0, 0, 5, null)).Should().Be((5, 1));
        Counted(new(0, 1, 0, null, 3)).Should().Be((3, 3), "formal members are members");
    }

    [Fact]
    public void A_survey_is_remarked_on_when_it_finds_fewer_than_the_register_knows_and_not_when_it_finds_as_many()
    {
        Remarks(new(2, 1, 0, 2, 2)).Should().Equal("REG-48");
        Remarks(new(2, 1, 0, 3, 1)).Should().Equal("REG-48");
        Remarks(new(2, 1, 0, 2, 1)).Should().Equal("REG-48", "REG-48");
        Remarks(new(2, 1, 0, 3, 2)).Should().BeEmpty();
        Remarks(new(2, 1, 0, null, null)).Should().BeEmpty();
    }

    private static (int?, int?) Counted(UnitMembers members) => (members.Counted, members.CountedFormal);

    private static IEnumerable<string> Remarks(UnitMembers members) => members.Remarks().Select(r => r.RuleId);
}
