using System.Diagnostics;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Tests.Names;

public class NameSearches
{
    [Theory]
    [InlineData("王", "王伟")]
    [InlineData("王伟", "王伟")]
    [InlineData("　王 ", "王伟")]
    [InlineData("王w", "王伟")]
    [InlineData("王W", "王伟")]
    [InlineData("wang", "王伟")]
    [InlineData("wan", "王伟")]
    [InlineData("w", "王伟")]
    [InlineData("ww", "王伟")]
    [InlineData("WW", "王伟")]
    [InlineData("wangw", "王伟")]
    [InlineData("WangWei", "王伟")]
    [InlineData("Wang Wei", "王伟")]
    [InlineData("wang-we", "王伟")]
    [InlineData("ｗａｎｇ", "王伟")]
    [InlineData("xian", "西安")]
    [InlineData("xian", "先文")]
    [InlineData("fangan", "方安")]
    [InlineData("fangan", "范甘")]
    [InlineData("zhugel", "诸葛亮")]
    [InlineData("zgl", "诸葛亮")]
    [InlineData("anna", "Anna Maria")]
    [InlineData("annam", "安娜美")]
    [InlineData("Anna M", "Anna Maria")]
    public void A_name_is_found_by_its_beginning_in_characters_pinyin_or_initials(string search, string name) => Finds(search, name).Should().BeTrue();

    [Theory]
    [InlineData("伟", "王伟")]
    [InlineData("wei", "王伟")]
    [InlineData("wz", "王伟")]
    [InlineData("汪", "王伟")]
    [InlineData("wang z", "王伟")]
    [InlineData("wangz", "王伟")]
    public void Nothing_else_is_found(string search, string name) => Finds(search, name).Should().BeFalse();

    [Theory]
    [InlineData("张卫国", "張衛國", true)]
    [InlineData("張衛國", "张卫国", true)]
    [InlineData("張衛", "张卫国", true)]
    [InlineData("发", "發", true)]
    [InlineData("髮", "发", true)]
    [InlineData("张卫国", "张伟国", false)]
    [InlineData("章", "張衛國", false)]
    public void A_name_is_found_in_simplified_and_in_traditional_characters(string search, string name, bool isFound) => Finds(search, name).Should().Be(isFound);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("—·")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Nothing_and_too_much_is_refused(string search) => NameSearch.OfPerson(search).Errors[0].Code.Should().Be("search-empty");

    [Fact]
    public void A_text_that_can_be_read_in_many_ways_costs_no_more_than_a_few()
    {
        var clock = Stopwatch.StartNew();
        foreach (var text in new[] { new string('n', 50), string.Concat(Enumerable.Repeat("nana", 12)), string.Concat(Enumerable.Repeat("na", 24)) + "q9", string.Join(' ', Enumerable.Repeat("na", 16)) })
        {
            NameSearch.OfPerson(text).Value.Beginnings.Should().HaveCountLessThanOrEqualTo(6);
        }

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_code_is_searched_where_a_code_could_be_meant()
    {
        NameSearch.OfOrganization("hx-0").Value.Code.Should().Be("HX-0");
        NameSearch.OfOrganization("华星").Value.Code.Should().BeNull();
    }

    [Theory]
    [InlineData("王伟", "ww")]
    [InlineData("Anna Maria O'Neill", "amon")]
    [InlineData("李𬭎", "lh")]
    public void Initials_are_the_first_of_each_syllable_and_word(string name, string initials) => PinyinKey.Of(PersonName.Of(name).Value).Initials.Should().Be(initials);

    private static bool Finds(string text, string name)
    {
        var (search, key) = (NameSearch.OfPerson(text).Value, PinyinKey.Of(PersonName.Of(name).Value));
        return search.Beginnings.Any(b => key.Value.StartsWith(b.Key, StringComparison.Ordinal) && (b.Name is null || name.StartsWith(b.Name, StringComparison.Ordinal)))
            || (search.Initials is { } initials && key.Initials.StartsWith(initials, StringComparison.Ordinal));
    }
}
