using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Tests.Names;

public class CodeBooks
{
    private static readonly CodeBook Book = new(typeof(Aggregate).Assembly);

    [Fact]
    public void Lists_are_found_where_they_stand()
    {
        Book.Lists.Should().HaveCountGreaterThan(20);
        Book.Find("unitKind")!.Entries.Should().HaveCount(6);
        Book.Find("nothing").Should().BeNull();
    }

    [Fact]
    public void Names_for_several_values_at_once_are_not_offered()
    {
        Book.Find("role")!.Entries.Select(e => e.Code).Should().Contain("townOfficer").And.NotContain(["officers", "readers", "anyone", "none"]);
        Book.Find("role")!.Entries.Should().HaveCount(Enum.GetValues<Role>().Count(r => int.IsPow2((int)r)));
    }

    [Fact]
    public void Two_lists_of_one_enumeration_are_a_mistake()
    {
        var making = () => new CodeBook(typeof(Aggregate).Assembly, typeof(CodeBooks).Assembly);
        making.Should().Throw<InvalidOperationException>().WithMessage("sex *");
    }

    private static class AnotherList
    {
        public static CodeList<Domain.Members.Sex> Sexes { get; } = new(new(Domain.Members.Sex.Male, "Male", "男"), new(Domain.Members.Sex.Female, "Female", "女"));
    }
}
