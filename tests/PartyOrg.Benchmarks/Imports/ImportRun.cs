using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PartyOrg.Benchmarks.Imports;

/// <summary>Uploads a register of so many members to a running product, confirms it, and says how long it took and how much memory the process had at its highest.</summary>
internal sealed class ImportRun(HttpClient http, int process)
{
    // As in a county: some twenty members of a branch.
    private const int MembersOfBranch = 20;

    public static async Task Measure(Arguments arguments)
    {
        using var http = new HttpClient { BaseAddress = new(arguments.Need("url")), Timeout = TimeSpan.FromMinutes(30) };
        var members = arguments.Count("members", 10_000);
        var run = new ImportRun(http, arguments.Count("process", 0));
        await run.SignIn(arguments.Need("accounts"), "city.officer");
        await run.Import(arguments.Find("name") ?? "", members, arguments.Count("workplaces", 0) > 0);
    }

    private async Task SignIn(string accounts, string userName)
    {
        var account = JsonNode.Parse(await File.ReadAllTextAsync(accounts))!.AsArray().Single(a => a!["userName"]!.GetValue<string>() == userName)!;
        var session = await Ask(HttpMethod.Post, "/api/v1/sessions", new StringContent(new JsonObject { ["userName"] = userName, ["password"] = account["password"]!.GetValue<string>() }.ToJsonString(), Encoding.UTF8, "application/json"));
        http.DefaultRequestHeaders.Authorization = new("Bearer", session["accessToken"]!.GetValue<string>());
    }

    private async Task Import(string name, int members, bool withWorkplaces)
    {
        var place = (await Ask(HttpMethod.Get, "/api/v1/organizations?type=partyCommittee&limit=200"))["items"]!.AsArray().First(o => o!["level"]?.GetValue<string>() == "town")!;
        var town = place["code"]!.GetValue<string>();
        if (withWorkplaces) await RegisterUnits(place["id"]!.GetValue<string>(), members / MembersOfBranch);
        var atStart = Peak();
        var watch = Stopwatch.StartNew();
        using var form = new MultipartFormDataContent { { Csv(Organizations(town, members)), "files", "组织.csv" }, { Csv(Members(members, withWorkplaces)), "files", "党员.csv" } };
        var uploaded = await Ask(HttpMethod.Post, "/api/v1/imports", form, ("Idempotency-Key", "bench-import"));
        var (uploadedAfter, afterUpload) = (watch.Elapsed, Peak());
        var address = $"/api/v1/imports/{uploaded["id"]}";
        var ready = await Until("ready", address);
        var (checkedAfter, afterCheck) = (watch.Elapsed, Peak());
        await Ask(HttpMethod.Post, $"{address}/confirmation", null, ("If-Match", $"\"{ready["version"]}\""));
        await Until("confirmed", address);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name} {members} members in {members / MembersOfBranch} branches{(withWorkplaces ? " and as many units" : "")}: {watch.Elapsed.TotalSeconds:F1} s (uploaded after {uploadedAfter.TotalSeconds:F1}, checked after {checkedAfter.TotalSeconds:F1}); peak of memory {Peak()} MB (at the start {atStart}, uploaded {afterUpload}, checked {afterCheck})"));
    }

    private async Task<JsonNode> Until(string status, string address)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var import = await Ask(HttpMethod.Get, address);
            var now = import["status"]!.GetValue<string>();
            if (now == status) return import;
            if (now is not ("checking" or "confirming"))
            {
                var (errors, job) = (await Ask(HttpMethod.Get, $"{address}/errors?limit=5"), await Ask(HttpMethod.Get, $"/api/v1/jobs/{import["jobId"]}"));
                throw new InvalidOperationException($"The import is {now}: {errors} {job}");
            }

            await pause.WaitForNextTickAsync();
        }
    }

    private async Task<JsonNode> Ask(HttpMethod method, string address, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{method} {address}: {(int)answer.StatusCode} {text}");
    }

    // The highest resident memory of the process so far, in MB, as the operating system has counted it.
    private long Peak() => process == 0 ? 0
        : long.Parse(File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;

    private static ByteArrayContent Csv(StringBuilder csv) => new(Encoding.UTF8.GetBytes(csv.ToString())) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };

    private static StringBuilder Organizations(string town, int members)
    {
        var csv = new StringBuilder("组织编码,组织名称,组织类型,上级组织编码,成立日期\n");
        for (var i = 0; i < members / MembersOfBranch; i++) csv.Append(CultureInfo.InvariantCulture, $"BI-{i},第{i}党支部,党支部,{town},2020-01-01\n");
        return csv;
    }

    // Beforehand, and not measured: a unit for each branch, which the members' rows name.
    private async Task RegisterUnits(string territory, int units)
    {
        for (var i = 0; i < units; i++)
        {
            var unit = new JsonObject { ["name"] = NameOfUnit(i), ["kind"] = "enterprise", ["territoryId"] = territory, ["from"] = "2020-01-01", ["state"] = "inOperation" };
            await Ask(HttpMethod.Post, "/api/v1/units", new StringContent(unit.ToJsonString(), Encoding.UTF8, "application/json"), ("Idempotency-Key", $"bench-unit-{i}"));
        }
    }

    private static string NameOfUnit(int unit) => $"第{unit}实业有限公司";

    private static StringBuilder Members(int members, bool withWorkplaces)
    {
        const string surnames = "王李张刘陈杨黄赵吴周";
        const string given = "伟芳娜敏静丽强磊军洋";
        var csv = new StringBuilder("姓名,公民身份号码,联系电话,党员类型,所在党组织编码,组织关系转入日期,入党日期").Append(withWorkplaces ? ",工作单位\n" : "\n");
        for (var i = 0; i < members; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{surnames[i % 10]}{given[i / 10 % 10]}{given[i / 100 % 10]},{IdentityNumber(i)},138{i:D8},正式,BI-{i / MembersOfBranch},2021-03-01,2010-07-01{(withWorkplaces ? "," + NameOfUnit(i / MembersOfBranch) : "")}\n");
        }

        return csv;
    }

    // Numbers of a region that does not exist, so that they are nobody's; the last character checks the others (GB 11643).
    private static string IdentityNumber(int person)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var digits = $"990299{new DateOnly(1950, 1, 1).AddDays(person / 999):yyyyMMdd}{(person % 999) + 1:D3}";
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += (digits[i] - '0') * weights[i];
        return digits + "10X98765432"[sum % 11];
    }
}
