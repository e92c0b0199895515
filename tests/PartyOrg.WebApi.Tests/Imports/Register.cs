using System.Net.Http.Headers;
using System.Text;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Results;
using PartyOrg.Infrastructure.Documents;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Imports;

/// <summary>A register as a town's officer keeps it, with headers as they stand in his lists.</summary>
internal sealed class Register
{
    public static readonly string[] OrganizationHeaders = ["组织编码", "组织名称", "组织类型", "上级组织编码", "成立日期", "层级", "统一社会信用代码"];
    public static readonly string[] MemberHeaders = ["姓名", "身份证号（18位）", "联系电话", "党员类型", "流动", "口袋", "所在党组织编码", "组织关系转入日期", "入党日期", "转正日期", "关系/编入", "党小组编码", "工作单位", "到岗日期"];
    public static readonly string[] PostHeaders = ["组织编码", "公民身份号码", "姓名", "职务", "任职日期", "离任日期"];

    private readonly List<string[]> organizations = [];
    private readonly List<string[]> members = [];
    private readonly List<string[]> posts = [];

    public Register Organization(params string[] cells)
    {
        organizations.Add(cells);
        return this;
    }

    public Register Member(params string[] cells)
    {
        members.Add(cells);
        return this;
    }

    public Register Post(params string[] cells)
    {
        posts.Add(cells);
        return this;
    }

    /// <summary>One workbook with a sheet for each kind.</summary>
    public (string, byte[])[] AsWorkbook()
    {
        using var file = new MemoryStream();
        new SpreadsheetWriter().WriteWorkbook(file, Language.Zh, [.. Sheets().Select(s => new SheetContent(LayoutOf(s.Name, s.Headers), s.Rows.Select(r => s.Headers.Select((_, i) => r.ElementAtOrDefault(i)).ToArray())))]);
        return [("名册.xlsx", file.ToArray())];
    }

    /// <summary>A CSV file for each kind.</summary>
    public (string, byte[])[] AsCsv(Encoding encoding) =>
        [.. Sheets().Select(s => ($"{s.Name}.csv", encoding.GetBytes(string.Join("\r\n", s.Rows.Prepend(s.Headers).Select(r => string.Join(',', r))))))];

    public static MultipartFormDataContent Form(IEnumerable<(string Name, byte[] Content)> files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(file, "files", name);
        }

        return form;
    }

    private static SheetLayout LayoutOf(string name, string[] headers) => new(name, new(name, name), [.. headers.Select(h => new SheetColumn(h, new(h, h)))]);

    private IEnumerable<(string Name, string[] Headers, List<string[]> Rows)> Sheets()
    {
        if (organizations.Count > 0) yield return ("组织", OrganizationHeaders, organizations);
        if (members.Count > 0) yield return ("党员", MemberHeaders, members);
        if (posts.Count > 0) yield return ("任职", PostHeaders, posts);
    }
}
