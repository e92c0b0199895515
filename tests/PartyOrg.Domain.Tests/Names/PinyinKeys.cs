using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Domain.Tests.Names;

public class PinyinKeys
{
    [Theory]
    [InlineData("王伟", "wang-wei 王伟")]
    [InlineData("吕绿", "lv-lv 吕绿")]
    [InlineData("诸葛亮", "zhu-ge-liang 诸葛亮")]
    [InlineData("买买提·吐尔逊", "mai-mai-ti-tu-er-xun 买买提·吐尔逊")]
    [InlineData("Anna Maria O'Neill", "anna-maria-o-neill Anna Maria O'Neill")]
    [InlineData("李Anna", "li-anna 李Anna")]
    [InlineData("李〇", "li-ling 李〇")]
    [InlineData("李䶮", "li-yan 李䶮")]
    [InlineData("李𬭎", "li-hong 李𬭎")]
    public void A_name_is_read_syllable_by_syllable(string name, string key) => Of(name).Should().Be(key);

    [Theory]
    [InlineData("单", "shan")]
    [InlineData("曾", "zeng")]
    [InlineData("解", "xie")]
    [InlineData("仇", "qiu")]
    [InlineData("区", "ou")]
    [InlineData("查", "zha")]
    [InlineData("任", "ren")]
    [InlineData("华", "hua")]
    [InlineData("朴", "piao")]
    [InlineData("翟", "zhai")]
    [InlineData("盖", "ge")]
    [InlineData("乐", "yue")]
    [InlineData("缪", "miao")]
    [InlineData("冼", "xian")]
    [InlineData("尉迟", "yu-chi")]
    [InlineData("万俟", "mo-qi")]
    [InlineData("澹台", "tan-tai")]
    [InlineData("令狐", "ling-hu")]
    [InlineData("长孙", "zhang-sun")]
    public void A_surname_is_read_as_a_surname(string surname, string reading) => Of(surname + "明").Should().Be($"{reading}-ming {surname}明");

    [Theory]
    [InlineData("王曾", "wang-ceng 王曾")]
    [InlineData("王单", "wang-dan 王单")]
    public void A_surnames_reading_holds_at_the_beginning_only(string name, string key) => Of(name).Should().Be(key);

    [Theory]
    [InlineData("长乐市单车协会", "chang-le-shi-dan-che-xie-hui")]
    [InlineData("重庆银行第2支部", "chong-qing-yin-hang-di-2-zhi-bu")]
    [InlineData("单县（工业）党委", "dan-xian-gong-ye-dang-wei")]
    public void An_organizations_name_has_no_surname(string name, string reading) => PinyinKey.Of(OrganizationName.Of(name).Value).Value.Should().Be($"{reading} {name}");

    [Fact]
    public void Keys_sort_as_a_register_is_sorted()
    {
        string[] register = ["Anna", "阿明", "白云", "李伟", "李伟民", "李文", "廉明", "吕布", "欧阳明", "单明", "王伟", "王薇", "曾国", "郑明", "𰻝"];
        register.Reverse().OrderBy(Of, StringComparer.Ordinal).Should().Equal(["阿明", "Anna", .. register[2..]]);
    }

    [Theory]
    [InlineData("Wang W")]
    [InlineData("wang-w")]
    [InlineData("王")]
    [InlineData("王伟")]
    [InlineData("　王 ")]
    public void What_is_typed_into_a_search_box_begins_the_key(string search) => Of("王伟").Should().StartWith(PinyinKey.PrefixOf(search));

    [Fact]
    public void Nearly_every_common_character_has_a_reading() =>
        Enumerable.Range(0x4E00, 0x9FA5 - 0x4E00 + 1).Count(code => Of("王" + (char)code)[5..] is [>= 'a' and <= 'z', ..]).Should().BeGreaterThan(20_800);

    [Fact]
    public void A_key_fits_whatever_the_name() => Prop.ForAll(Arb.From(Gen.ListOf(Gen.Choose(0x3400, 0x9FFF)).Resize(400)), codes =>
    {
        var text = new string([.. codes.Select(code => (char)code)]);
        if (OrganizationName.Of(text) is not { Succeeded: true } name) return;
        var key = PinyinKey.Of(name.Value).Value;
        key.Length.Should().BeLessThanOrEqualTo(PinyinKey.MaxLength);
        char.IsHighSurrogate(key[^1]).Should().BeFalse();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_longest_names_keep_their_reading_and_their_beginning()
    {
        var key = PinyinKey.Of(OrganizationName.Of(new string('庄', 120)).Value).Value;
        key.Length.Should().Be(PinyinKey.MaxLength);
        key.Should().StartWith("zhuang-zhuang-").And.EndWith("庄庄");
    }

    private static string Of(string name) => PinyinKey.Of(PersonName.Of(name).Value).Value;
}
