namespace PartyOrg.Benchmarks.Cities;

/// <summary>Characters with their pinyin, from which names are put together.</summary>
internal static class Names
{
    private static readonly (string Text, string Pinyin)[] Surnames = Read(
        "王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 高gao 林lin 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 袁yuan 潘pan 于yu 蒋jiang 蔡cai 余yu 杜du 叶ye 程cheng 苏su 魏wei 吕lv 丁ding 任ren 沈shen");

    private static readonly (string Text, string Pinyin)[] Given = Read(
        "伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 兰lan 霞xia 平ping 刚gang 英ying 华hua 玉yu 萍ping 红hong 建jian 国guo 文wen 志zhi 海hai 晓xiao 春chun 梅mei 云yun 辉hui 鹏peng 宇yu 波bo 斌bin 宁ning 健jian 雪xue 琳lin 浩hao 凯kai 秀xiu 成cheng 德de 新xin");

    private static readonly string[] Trades = ["机械", "纺织", "食品", "建材", "物流", "电子", "软件", "医药", "服装", "商贸", "包装", "化工"];

    private static readonly string[] Forms = ["有限公司", "股份公司", "合作社", "协会", "商会", "市场", "商务楼宇", "事务所"];

    public static (string Name, string Pinyin) Person(ref Chance chance)
    {
        // The square of a fraction: a few surnames are frequent and most are not, as in a real register.
        var fraction = chance.Fraction();
        var (surname, first) = Surnames[(int)(fraction * fraction * Surnames.Length)];
        var (a, second) = Given[chance.Below(Given.Length)];
        if (chance.Happens(0.25)) return (surname + a, $"{first} {second}");
        var (b, third) = Given[chance.Below(Given.Length)];
        return (surname + a + b, $"{first} {second}{third}");
    }

    public static string Prefix(ref Chance chance)
    {
        var fraction = chance.Fraction();
        return Surnames[(int)(fraction * fraction * Surnames.Length)].Text + Given[chance.Below(Given.Length)].Text;
    }

    public static string Unit(ref Chance chance) =>
        Given[chance.Below(Given.Length)].Text + Given[chance.Below(Given.Length)].Text + Trades[chance.Below(Trades.Length)] + Forms[chance.Below(Forms.Length)];

    private static (string, string)[] Read(string list) => [.. list.Split(' ').Select(entry => (entry[..1], entry[1..]))];
}
