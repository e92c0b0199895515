using System.Net;
using PartyOrg.Domain.Members;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>
/// Dues: bases in January, a wage that changes in July, every month assessed, collected, counted, handed up and received. 钱进 pays May with June's money only in part, June and July in August:
/// for three months in a row not in full by the due day.
/// </summary>
internal sealed class DuesInTheYear(TheBranch branch, Diary diary)
{
    private string Dues => $"/api/v1/organizations/{branch.Id}/dues";

    public void Write()
    {
        diary.On(1, 3, "bases of the dues", async () =>
            (await (await branch.As(branch.Secretary)).Post($"{Dues}/bases", new { items = branch.Members.Select(m => new { personId = m.Id, kind = "monthlyWage", amount = "4000.00", from = "2025-01" }) })).ShouldBe(HttpStatusCode.Created));
        diary.On(7, 1, "a raise from July on", async () =>
            (await (await branch.As(branch.Secretary)).Post($"{Dues}/bases", new { items = new[] { new { personId = branch.Chen.Id, kind = "monthlyWage", amount = "5000.01", from = "2025-07" } } })).ShouldBe(HttpStatusCode.Created));

        for (var month = 1; month <= 12; month++) Month(month);
        diary.On(8, 4, "钱进 pays what is left", async () =>
        {
            await Collect("2025-08-04", (branch.Qian, 5, "20.00"), (branch.Qian, 6, "40.00"), (branch.Qian, 7, "40.00"));
            (await (await branch.As(branch.Secretary)).Get($"{Dues}/arrears")).At("items").GetArrayLength().Should().Be(0);
        });
    }

    private void Month(int month)
    {
        var name = $"2025-{month:00}";
        diary.On(month, 3, $"dues of {name} are assessed", async () =>
        {
            var secretary = await branch.As(branch.Secretary);
            (await secretary.Post($"{Dues}/months/{name}/assessment")).ShouldBe(HttpStatusCode.OK);
            var again = (await secretary.Post($"{Dues}/months/{name}/assessment")).ShouldBe(HttpStatusCode.OK);
            again.At("assessed").GetString().Should().Be(month < 7 ? "320.00" : "355.00", "eight at 1 % of 4000, from July one at 1.5 % of 5000.01; twice is once");
        });
        diary.On(month, 25, $"dues of {name} are collected", () => Collect($"{name}-25", [.. branch.Members
            .Select(m => (m, month, Amount: m == branch.Chen && month >= 7 ? "75.00" : m == branch.Qian && month == 5 ? "20.00" : "40.00"))
            .Where(p => p.m != branch.Qian || month is < 6 or > 7)]));
        diary.On(month == 12 ? new(2026, 1, 2) : new LocalDate(2025, month + 1, 2), $"dues of {name} are counted and handed up", async () =>
        {
            var (secretary, url) = (await branch.As(branch.Secretary), $"{Dues}/months/{name}");
            var toCount = await secretary.Get(url);
            (await secretary.Post($"{url}/reconciliation", new { counted = toCount.At("cameIn").GetString() }, ifMatch: toCount.ETag)).ShouldBe(HttpStatusCode.OK);
            var on = month == 12 ? "2026-01-02" : $"2025-{month + 1:00}-02";
            (await secretary.Post($"{url}/handing-up", new { on }, ifMatch: (await secretary.Get(url)).ETag)).ShouldBe(HttpStatusCode.OK);
            var town = await branch.As(branch.TownSecretary);
            (await town.Post($"{url}/receipt", new { on }, ifMatch: (await town.Get(url)).ETag)).ShouldBe(HttpStatusCode.OK);
        });
    }

    private async Task Collect(string on, params (Person Member, int Month, string Amount)[] paid)
    {
        (await (await branch.As(branch.Secretary)).Post($"{Dues}/payments", new { items = paid.Select(p => new { personId = p.Member.Id, month = $"2025-{p.Month:00}", amount = p.Amount, paidOn = on }) })).ShouldBe(HttpStatusCode.Created);
    }
}
