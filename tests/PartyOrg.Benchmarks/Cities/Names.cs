namespace PartyOrg.Benchmarks.Cities;

/// <summary>Characters from which names are put together.</summary>
internal static class Names
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";

    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚英华玉萍红建国文志海晓春梅云辉鹏宇波斌宁健雪琳浩凯秀成德新";

    private static readonly string[] Trades = ["机械", "纺织", "食品", "建材", "物流", "电子", "软件", "医药", "服装", "商贸", "包装", "化工"];

    private static readonly string[] Forms = ["有限公司", "股份公司", "合作社", "协会", "商会", "市场", "商务楼宇", "事务所"];

    public static string Person(ref Chance chance)
    {
        var (surname, given) = (Surname(ref chance), Given[chance.Below(Given.Length)]);
        return chance.Happens(0.25) ? $"{surname}{given}" : $"{surname}{given}{Given[chance.Below(Given.Length)]}";
    }

    public static string Prefix(ref Chance chance) => $"{Surname(ref chance)}{Given[chance.Below(Given.Length)]}";

    public static string Unit(ref Chance chance) =>
        $"{Given[chance.Below(Given.Length)]}{Given[chance.Below(Given.Length)]}{Trades[chance.Below(Trades.Length)]}{Forms[chance.Below(Forms.Length)]}";

    // The square of a fraction: a few surnames are frequent and most are not, as in a real register.
    private static char Surname(ref Chance chance)
    {
        var fraction = chance.Fraction();
        return Surnames[(int)(fraction * fraction * Surnames.Length)];
    }
}
