using System.Net;
using PartyOrg.Application.Members;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Dues;

/// <summary>A branch's dues from the base to the superior's receipt (TWS-D1, TWS-D2). Today is May 15, 2024.</summary>
public abstract class PayingDues<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task A_month_is_assessed_collected_reconciled_handed_up_and_received()
    {
        var (branch, dues) = await Plant();
        (await Bases(branch, dues, "2024-04", (branch.Secretary, "monthlyWage", "10000.01"), (branch.Publicist, "retired", "5000"), (branch.Wang, "monthlyWage", "2346.99"))).ShouldBe(HttpStatusCode.Created);

        var assessed = (await branch.Keeper.Post($"{dues}/months/2024-04/assessment")).ShouldBe(HttpStatusCode.OK);
        assessed.At("status").GetString().Should().Be("assessed");
        assessed.At("dueOn").GetString().Should().Be("2024-04-30");
        assessed.At("assessed").GetString().Should().Be("236.73", "200.00 at 2 %, 25.00 at 0.5 % and 11.73 at 0.5 %, half a fen made one");
        assessed.At("withoutBase").EnumerateArray().Select(m => m.GetProperty("name").GetString()).Should().Equal(["陈静"], "she belonged on the month's first day and has no base; who joined in May and who is only enrolled is not assessed");
        assessed.At("next").EnumerateArray().Select(s => s.GetProperty("operationId").GetString()).Should().BeEquivalentTo("recordDuesBases", "assessDues", "collectDues", "recordDuesReasons", "reverseDuesEntry", "reconcileDues");
        var lines = assessed.At("members").EnumerateArray().Single(m => m.GetProperty("name").GetString() == "王伟").GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("en").GetString()).ToList();
        lines.Should().Equal("Monthly wage: 2346.99 yuan, recorded from 2024-04.", "The base 2346.99 is at most 3000: rate 0.005.", "2346.99 × 0.005 = 11.73495.", "Rounded half up to the fen: 11.73.");

        // Thirty at once: here the two who pay together; one of them in part.
        var paid = (await branch.Keeper.Post($"{dues}/payments", new
        {
            items = new object[]
            {
                new { personId = branch.Secretary.Id, month = "2024-04", amount = (string?)null, paidOn = "2024-04-30", lateBecause = (string?)null },
                new { personId = branch.Wang.Id, month = "2024-04", amount = "10", paidOn = "2024-05-01", lateBecause = (string?)null },
            },
        })).ShouldBe(HttpStatusCode.Created);
        paid.At("entries").EnumerateArray().Select(e => e.GetProperty("amount").GetString()).Should().Equal("200.00", "10.00");
        paid.At("months").EnumerateArray().Select(m => (m.GetProperty("status").GetString(), m.GetProperty("balance").GetString())).Should().BeEquivalentTo([("paid", "0.00"), ("overdue", "1.73")]);

        var books = await branch.Keeper.Get($"{dues}/months/2024-04");
        books.At("cameIn").GetString().Should().Be("210.00");
        (await branch.Keeper.Post($"{dues}/months/2024-04/reconciliation", new { counted = "209.99" }, ifMatch: books.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-count-differs", "TWS-D2");
        (await branch.Keeper.Post($"{dues}/months/2024-04/handing-up", new { on = "2024-05-15" }, ifMatch: books.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-D2");
        var reconciled = (await branch.Keeper.Post($"{dues}/months/2024-04/reconciliation", new { counted = "210.00" }, ifMatch: books.ETag)).ShouldBe(HttpStatusCode.OK);
        (reconciled.At("status").GetString(), reconciled.At("counted").GetString(), reconciled.At("cameIn").GetString()).Should().Be(("reconciled", "210.00", "0.00"));
        (await branch.Keeper.Post($"{dues}/months/2024-04/reconciliation", new { counted = "0.00" }, ifMatch: reconciled.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-D2");

        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Post($"{dues}/months/2024-04/receipt", new { on = "2024-05-15" }, ifMatch: reconciled.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-D2");
        (await officer.Post($"{dues}/months/2024-04/handing-up", new { on = "2024-05-15" }, ifMatch: reconciled.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-D2");
        (await branch.Keeper.Post($"{dues}/months/2024-04/handing-up", new { on = "2024-05-14" }, ifMatch: reconciled.ETag)).ShouldBe(HttpStatusCode.BadRequest);
        var handedUp = (await branch.Keeper.Post($"{dues}/months/2024-04/handing-up", new { on = "2024-05-15" }, ifMatch: reconciled.ETag)).ShouldBe(HttpStatusCode.OK);
        handedUp.At("handedUpTo").GetGuid().Should().Be(branch.Tree.Town.Id.Value);
        (await branch.Keeper.Post($"{dues}/months/2024-04/receipt", new { on = "2024-05-15" }, ifMatch: handedUp.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-D2");
        (await officer.Post($"{dues}/months/2024-04/receipt", new { on = "2024-05-15" }, ifMatch: handedUp.ETag)).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("received");

        // What comes late goes up with the next month's money.
        (await Pay(branch, dues, branch.Wang, "2024-04", "1.73", "2024-05-15")).ShouldBe(HttpStatusCode.Created);
        (await branch.Keeper.Get($"{dues}/months/2024-04")).At("cameIn").GetString().Should().Be("1.73");
        var sums = (await branch.Keeper.Get($"{dues}/months?from=2024-01&to=2024-05")).At("items");
        sums.GetArrayLength().Should().Be(1);
        sums[0].GetProperty("members").GetInt32().Should().Be(3);
        new[] { "assessed", "paid", "waived", "balance", "handedUp", "status" }.Select(n => sums[0].GetProperty(n).GetString()).Should().Equal("236.73", "211.73", "0.00", "25.00", "210.00", "received");
    }

    [DatabaseFact]
    public async Task Assessing_again_doubles_nothing_and_a_changed_base_books_the_difference()
    {
        var (branch, dues) = await Plant();
        await Bases(branch, dues, "2024-03", (branch.Secretary, "monthlyWage", "3000"));
        await branch.Keeper.Post($"{dues}/months/2024-03/assessment");
        (await branch.Keeper.Post($"{dues}/months/2024-03/assessment")).ShouldBe(HttpStatusCode.OK).At("assessed").GetString().Should().Be("15.00");
        (await Ledger(branch, dues)).Should().Equal((1, "assessment", "15.00"));

        // From April on: March stays what it was.
        await Bases(branch, dues, "2024-04", (branch.Secretary, "monthlyWage", "3000.01"));
        (await branch.Keeper.Post($"{dues}/months/2024-03/assessment")).At("assessed").GetString().Should().Be("15.00");
        (await branch.Keeper.Post($"{dues}/months/2024-04/assessment")).At("assessed").GetString().Should().Be("30.00");

        // The wage of March was wrong: the difference is a line of its own.
        await Bases(branch, dues, "2024-03", (branch.Secretary, "monthlyWage", "2000"));
        var again = await branch.Keeper.Post($"{dues}/months/2024-03/assessment");
        again.At("assessed").GetString().Should().Be("10.00");
        again.At("members", 0, "lines").EnumerateArray().Last().GetProperty("en").GetString().Should().Be("Assessed before: 15.00; the difference of -5.00 is booked.");
        (await Ledger(branch, dues)).Should().Equal((1, "assessment", "15.00"), (2, "assessment", "30.00"), (3, "assessment", "-5.00"));
        (await branch.Keeper.Get($"{dues}/bases")).At("items").EnumerateArray().Count(b => b.GetProperty("voidedAt").ValueKind != System.Text.Json.JsonValueKind.Null).Should().Be(1, "the base that was replaced is kept");
    }

    [DatabaseFact]
    public async Task Each_kind_of_income_counts_for_its_months()
    {
        var (branch, dues) = await Plant();
        await Bases(branch, dues, "2024-02", (branch.Secretary, "yearlySalary", "20000"), (branch.Publicist, "quarterlyNetIncome", "4000"), (branch.Wang, "farmer", "0.50"), (branch.Chen, "laidOff", null));
        async Task<string?> Of(string month) => (await branch.Keeper.Post($"{dues}/months/{month}/assessment")).ShouldBe(HttpStatusCode.OK).At("assessed").GetString();
        (await Of("2024-01")).Should().Be("0.00", "no base counts before its month");
        (await Of("2024-02")).Should().Be("440.70", "400.00 of the salary received, 40.00 of the quarter, 0.50 as agreed and 0.20");
        (await Of("2024-03")).Should().Be("40.70", "a yearly salary counts for its month alone");
        (await Of("2024-04")).Should().Be("0.70", "the quarter's income counts to its end");
        (await branch.Keeper.Get($"{dues}/months/2024-04")).At("withoutBase").EnumerateArray().Select(m => m.GetProperty("name").GetString()).Should().BeEquivalentTo("刘强", "孙丽");

        (await Bases(branch, dues, "2024-05", (branch.Wang, "farmer", "0.19"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-not-for-farmers", "TWS-D1");
        (await Bases(branch, dues, "2024-05", (branch.Wang, "farmer", "1.01"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-not-for-farmers", "TWS-D1");
        (await Bases(branch, dues, "2024-05", (branch.Wang, "farmer", "1"))).ShouldBe(HttpStatusCode.Created);
        (await Bases(branch, dues, "2024-05", (branch.Wang, "student", "100"))).ShouldBe(HttpStatusCode.BadRequest);
        (await Bases(branch, dues, "2024-05", (branch.Wang, "monthlyWage", null))).ShouldBe(HttpStatusCode.BadRequest);
        (await Bases(branch, dues, "2024-05", (branch.Wang, "monthlyWage", "1.234"), (branch.Wang, "monthlyWage", "5"))).ShouldPointAt("/items/0/amount", "/items/1");
        (await Bases(branch, dues, "2024-05", (branch.Chen, "monthlyWage", "5"))).ShouldBe(HttpStatusCode.Created);
        (await Bases(branch, dues, "2024-06", (branch.Chen, "monthlyWage", "5"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-not-a-member", "TWS-D2");
        (await Bases(branch, dues, "2024-06", (branch.Zhao, "monthlyWage", "5"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-not-a-member", "TWS-D2");
        (await branch.Keeper.Post($"{dues}/months/2024-06/assessment")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-month-to-come", "TWS-D2");
    }

    [DatabaseFact]
    public async Task A_band_ends_with_its_bound_and_half_a_fen_is_made_one()
    {
        var (branch, dues) = await Plant();
        (string Kind, string Amount, string Dues)[] cases =
        [
            ("monthlyWage", "3000.00", "15.00"), ("monthlyWage", "3000.01", "30.00"), ("monthlyWage", "5000.00", "50.00"), ("monthlyWage", "5000.01", "75.00"),
            ("monthlyWage", "10000.00", "150.00"), ("monthlyWage", "10000.01", "200.00"), ("retired", "5000.00", "25.00"), ("retired", "5000.01", "50.00"),
            // 201 × 0.005 = 1.005, and 200.99 × 0.005 = 1.00495.
            ("monthlyWage", "201.00", "1.01"), ("monthlyWage", "200.99", "1.00"),
        ];
        Person[] persons = [branch.Secretary, branch.Publicist];
        foreach (var (i, two) in cases.Chunk(2).Index())
        {
            var month = $"2024-0{i + 1}";
            (await Bases(branch, dues, month, [.. two.Index().Select(c => (persons[c.Index], c.Item.Kind, (string?)c.Item.Amount))])).ShouldBe(HttpStatusCode.Created);
            var assessed = (await branch.Keeper.Post($"{dues}/months/{month}/assessment")).ShouldBe(HttpStatusCode.OK);
            persons.Select(p => assessed.At("members").EnumerateArray().Single(m => m.GetProperty("personId").GetGuid() == p.Id.Value).GetProperty("assessed").GetString())
                .Should().Equal(two.Select(c => c.Dues), "{0} and {1} of {2}", two[0].Amount, two[1].Amount, two[0].Kind);
        }
    }

    [DatabaseFact]
    public async Task Nothing_is_erased_and_what_is_wrong_is_reversed_once()
    {
        var (branch, dues) = await Plant();
        await Bases(branch, dues, "2024-04", (branch.Secretary, "monthlyWage", "3000"));
        await branch.Keeper.Post($"{dues}/months/2024-04/assessment");
        (await Pay(branch, dues, branch.Secretary, "2024-04", "15.01", "2024-04-02")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-more-than-left", "TWS-D2");
        (await Pay(branch, dues, branch.Secretary, "2024-04", "0", "2024-04-02")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-more-than-left", "TWS-D2");
        (await Pay(branch, dues, branch.Secretary, "2024-03", null, "2024-04-02")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-not-assessed", "TWS-D2");
        (await Pay(branch, dues, branch.Secretary, "2024-04", null, "2024-05-16")).ShouldBe(HttpStatusCode.BadRequest);
        var wrong = (await Pay(branch, dues, branch.Secretary, "2024-04", "15", "2024-04-02")).ShouldBe(HttpStatusCode.Created).At("entries", 0, "id").GetGuid();
        (await Pay(branch, dues, branch.Secretary, "2024-04", "0.01", "2024-04-02")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-nothing-left", "TWS-D2");

        var reversal = (await branch.Keeper.Post($"{dues}/entries/{wrong}/reversal", new { reason = "误记" })).ShouldBe(HttpStatusCode.Created);
        (reversal.At("amount").GetString(), reversal.At("reversalOf").GetGuid()).Should().Be(("-15.00", wrong));
        (await branch.Keeper.Post($"{dues}/entries/{wrong}/reversal", new { reason = "误记" })).ShouldBeProblem(HttpStatusCode.Conflict, "dues-reversed-already");
        (await branch.Keeper.Post($"{dues}/entries/{reversal.At("id").GetGuid()}/reversal", new { reason = "误记" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-reversal-not-reversed", "TWS-D2");
        var first = (await branch.Keeper.Get($"{dues}/entries")).At("items", 0, "id").GetGuid();
        (await branch.Keeper.Post($"{dues}/entries/{first}/reversal", new { reason = "误记" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-assessment-not-reversed", "TWS-D2");
        (await branch.Keeper.Post($"{dues}/entries/{api.Ids.New()}/reversal", new { reason = "误记" })).ShouldBeProblem(HttpStatusCode.NotFound, "dues-entry-not-found");
        (await Ledger(branch, dues)).Should().Equal((1, "assessment", "15.00"), (2, "payment", "15.00"), (3, "payment", "-15.00"));
        (await branch.Keeper.Get($"{dues}/months/2024-04")).At("balance").GetString().Should().Be("15.00");
        (await branch.Keeper.Get($"{dues}/entries?limit=2")).At("next").GetString().Should().NotBeNull();
    }

    [DatabaseFact]
    public async Task What_is_reversed_after_it_was_counted_is_taken_off_the_next_count_and_the_counts_sum_to_what_was_paid()
    {
        var (branch, dues) = await Plant();
        await Bases(branch, dues, "2024-03", (branch.Secretary, "monthlyWage", "3000"), (branch.Wang, "monthlyWage", "4000"));
        foreach (var month in new[] { "2024-03", "2024-04", "2024-05" }) (await branch.Keeper.Post($"{dues}/months/{month}/assessment")).ShouldBe(HttpStatusCode.OK);
        async Task<Answer> Count(string month, string counted) => await branch.Keeper.Post($"{dues}/months/{month}/reconciliation", new { counted }, ifMatch: (await branch.Keeper.Get($"{dues}/months/{month}")).ETag);
        var wrong = (await Pay(branch, dues, branch.Secretary, "2024-03", "15", "2024-04-02")).ShouldBe(HttpStatusCode.Created).At("entries", 0, "id").GetGuid();
        (await Count("2024-03", "15")).ShouldBe(HttpStatusCode.OK);
        (await branch.Keeper.Post($"{dues}/entries/{wrong}/reversal", new { reason = "误记" })).ShouldBe(HttpStatusCode.Created);
        (await branch.Keeper.Get($"{dues}/months/2024-03")).At("cameIn").GetString().Should().Be("-15.00");
        (await Pay(branch, dues, branch.Wang, "2024-04", "2.01", "2024-05-02")).ShouldBe(HttpStatusCode.Created);

        foreach (var wrongly in new[] { "12.99", "-13.00", "-12.98", "0", "2.01" }) (await Count("2024-04", wrongly)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "dues-count-differs", "TWS-D2");
        foreach (var malformed in new[] { "--12.99", "-", "12.99-", "-12.999" }) (await Count("2024-04", malformed)).ShouldPointAt("/counted");
        var reconciled = (await Count("2024-04", "-12.99")).ShouldBe(HttpStatusCode.OK);
        (reconciled.At("counted").GetString(), reconciled.At("cameIn").GetString()).Should().Be(("-12.99", "0.00"));
        (await branch.Keeper.Get($"{dues}/months/2024-03")).At("counted").GetString().Should().Be("15.00", "what was counted stays as it was counted");
        (await Pay(branch, dues, branch.Secretary, "2024-03", null, "2024-05-03")).ShouldBe(HttpStatusCode.Created);
        (await Count("2024-05", "15.00")).ShouldBe(HttpStatusCode.OK);

        // Handed up together: the superior gets what was paid, to the fen.
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        foreach (var month in new[] { "2024-03", "2024-04", "2024-05" })
        {
            var handedUp = (await branch.Keeper.Post($"{dues}/months/{month}/handing-up", new { on = "2024-05-15" }, ifMatch: (await branch.Keeper.Get($"{dues}/months/{month}")).ETag)).ShouldBe(HttpStatusCode.OK);
            (await officer.Post($"{dues}/months/{month}/receipt", new { on = "2024-05-15" }, ifMatch: handedUp.ETag)).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("received");
        }

        var months = (await officer.Get($"{dues}/months?from=2024-03&to=2024-05")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().ToList();
        decimal Sum(string of) => months.Sum(m => decimal.Parse(m.GetProperty(of).GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        (Sum("handedUp"), Sum("paid")).Should().Be((17.01m, 17.01m));
        (await Ledger(branch, dues)).Where(e => e.Item2 == "payment").Select(e => e.Item3).Should().Equal("15.00", "-15.00", "2.01", "15.00");
    }

    [DatabaseFact]
    public async Task The_superior_waives_and_the_branch_records_reasons_and_arrears_are_what_is_left()
    {
        var (branch, dues) = await Plant();
        await Bases(branch, dues, "2024-04", (branch.Secretary, "monthlyWage", "3000"), (branch.Wang, "monthlyWage", "4000"));
        await branch.Keeper.Post($"{dues}/months/2024-04/assessment");
        await branch.Keeper.Post($"{dues}/months/2024-05/assessment");
        var waiver = new { items = new[] { new { personId = branch.Wang.Id, month = "2024-04", amount = (string?)"30", reason = "家庭困难" } } };
        (await branch.Keeper.Post($"{dues}/waivers", waiver)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-D2");
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Post($"{dues}/waivers", waiver)).ShouldBe(HttpStatusCode.Created).At("months", 0, "balance").GetString().Should().Be("10.00");
        (await Bases(branch, dues, "1999-12", (branch.Wang, "monthlyWage", "5"))).ShouldPointAt("/items/0/from");
        (await Pay(branch, dues, branch.Wang, "-0001-01", null, "2024-05-01")).ShouldBe(HttpStatusCode.BadRequest);
        var given = (await officer.Get($"{dues}/entries")).At("items").EnumerateArray().Single(e => e.GetProperty("sort").GetString() == "waiver").GetProperty("id").GetGuid();
        (await branch.Keeper.Post($"{dues}/entries/{given}/reversal", new { reason = "误记" })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-D2");
        (await officer.Post($"{dues}/entries/{given}/reversal", new { reason = "误记" })).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{dues}/waivers", waiver)).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{dues}/payments", new { items = new[] { new { personId = branch.Wang.Id, month = "2024-04", amount = (string?)null, paidOn = "2024-05-01", lateBecause = (string?)null } } })).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-D2");
        (await officer.Post($"{dues}/reasons", new { items = new[] { new { personId = branch.Secretary.Id, month = "2024-04", reason = "住院" } } })).ShouldBe(HttpStatusCode.Created)
            .At("months", 0, "reasons", 0).GetString().Should().Be("住院");

        var arrears = await officer.Get($"/api/v1/organizations/{branch.Tree.County.Id}/dues/arrears");
        arrears.ShouldBe(HttpStatusCode.NotFound);
        arrears = await officer.Get($"/api/v1/organizations/{branch.Tree.Town.Id}/dues/arrears");
        arrears.At("items").EnumerateArray().Select(i => (i.GetProperty("name").GetString(), i.GetProperty("month").GetString(), i.GetProperty("balance").GetString()))
            .Should().BeEquivalentTo([("刘强", "2024-04", "15.00"), ("王伟", "2024-04", "10.00")], "May is not due before its last day has passed");
        var page = await officer.Get($"/api/v1/organizations/{branch.Tree.Town.Id}/dues/arrears?limit=1");
        var rest = await officer.Get($"/api/v1/organizations/{branch.Tree.Town.Id}/dues/arrears?limit=1&cursor={page.At("next").GetString()}");
        new[] { page, rest }.Select(p => p.At("items", 0, "personId").GetGuid()).Should().BeEquivalentTo([branch.Secretary.Id.Value, branch.Wang.Id.Value]);
    }

    [DatabaseFact]
    public async Task Nobody_waives_his_own_dues_or_excuses_himself_and_who_collects_confirms_no_receipt()
    {
        var (branch, dues) = await Plant();
        await Bases(branch, dues, "2024-04", (branch.Secretary, "monthlyWage", "3000"), (branch.Publicist, "monthlyWage", "3000"));
        await branch.Keeper.Post($"{dues}/months/2024-04/assessment");
        object Reason(Person of) => new { items = new[] { new { personId = of.Id, month = "2024-04", reason = "住院" } } };
        var refused = (await branch.Keeper.Post($"{dues}/reasons", Reason(branch.Secretary))).ShouldBeProblem(HttpStatusCode.Forbidden, "dues-for-oneself", "TWS-D2");
        refused.At("detail").GetString().Should().Contain("Another keeper of the branch or the superior");
        var publicist = await api.SignedIn(Role.None, person: branch.Publicist.Id);
        (await publicist.Post($"{dues}/reasons", Reason(branch.Publicist))).ShouldBeProblem(HttpStatusCode.Forbidden, "dues-for-oneself", "TWS-D2");
        (await publicist.Post($"{dues}/reasons", Reason(branch.Secretary))).ShouldBe(HttpStatusCode.Created);
        (await branch.Keeper.Post($"{dues}/reasons", Reason(branch.Publicist))).ShouldBe(HttpStatusCode.Created);

        (await Pay(branch, dues, branch.Secretary, "2024-04", "5", "2024-05-14", "出差")).ShouldBeProblem(HttpStatusCode.Forbidden, "dues-for-oneself", "TWS-D2");
        // That he paid stands to be counted, and to be received by the superior.
        (await Pay(branch, dues, branch.Secretary, "2024-04", "5", "2024-05-14")).ShouldBe(HttpStatusCode.Created);

        // Who leads the branch is not its superior, whatever else he is.
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id, branch.Publicist.Id);
        (await officer.Post($"{dues}/waivers", Reason(branch.Publicist))).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-D2");
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id, branch.Li.Id);
        (await town.Post($"{dues}/waivers", Reason(branch.Li))).ShouldBeProblem(HttpStatusCode.Forbidden, "dues-for-oneself", "TWS-D2");
        (await town.Post($"{dues}/waivers", Reason(branch.Publicist))).ShouldBe(HttpStatusCode.Created);

        // Whoever leads what the branch lies under is its superior and keeps none of its books.
        var above = await api.SignedIn(Role.BranchSecretary, branch.Tree.Town.Id);
        (await above.Post($"{dues}/months/2024-04/assessment")).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-D2");
        object earns = new { items = new[] { new { personId = branch.Wang.Id, kind = "monthlyWage", from = "2024-04", amount = "3000" } } };
        (await above.Post($"{dues}/bases", earns)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-D2");
        (await publicist.Post($"{dues}/bases", earns)).ShouldBe(HttpStatusCode.Created);
        (await above.Get($"{dues}/months/2024-04")).At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal("recordDuesReasons", "waiveDues");
        var month = await branch.Keeper.Get($"{dues}/months/2024-04");
        (await above.Post($"{dues}/months/2024-04/reconciliation", new { counted = "5.00" }, ifMatch: month.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-D2");
        var counted = (await branch.Keeper.Post($"{dues}/months/2024-04/reconciliation", new { counted = "5.00" }, ifMatch: month.ETag)).ShouldBe(HttpStatusCode.OK);
        var up = (await branch.Keeper.Post($"{dues}/months/2024-04/handing-up", new { on = "2024-05-15" }, ifMatch: counted.ETag)).ShouldBe(HttpStatusCode.OK);
        (await above.Post($"{dues}/months/2024-04/receipt", new { on = "2024-05-15" }, ifMatch: up.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_member_sees_his_own_dues_and_nobody_elses()
    {
        var (branch, dues) = await Plant();
        await Bases(branch, dues, "2024-04", (branch.Wang, "monthlyWage", "4000"));
        await branch.Keeper.Post($"{dues}/months/2024-04/assessment");
        var himself = await api.SignedIn(Role.None, person: branch.Wang.Id);
        var own = (await himself.Get($"/api/v1/members/{branch.Wang.Id}/dues")).ShouldBe(HttpStatusCode.OK);
        (own.At("balance").GetString(), own.At("bases", 0, "amount").GetString()).Should().Be(("40.00", "4000.00"));
        (await himself.Get($"/api/v1/members/{branch.Secretary.Id}/dues")).ShouldBe(HttpStatusCode.NotFound);
        (await himself.Get($"{dues}/entries")).ShouldBe(HttpStatusCode.Forbidden);
        (await himself.Get($"{dues}/months")).ShouldBe(HttpStatusCode.OK);
        (await branch.Keeper.Get($"/api/v1/members/{branch.Wang.Id}/dues")).ShouldBe(HttpStatusCode.OK);
        var audit = await api.Look(db => Task.FromResult(string.Concat(db.AuditEntries.Select(e => e.Details))));
        audit.Should().Contain("monthlyWage").And.NotContain("4000", "what somebody earns is not written in the audit");
    }

    [DatabaseFact]
    public async Task Two_writers_at_once_double_nothing()
    {
        var (branch, dues) = await Plant();
        await Bases(branch, dues, "2024-04", (branch.Secretary, "monthlyWage", "3000"), (branch.Wang, "monthlyWage", "4000"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => branch.Keeper.Post($"{dues}/months/2024-04/assessment")));
        (await Ledger(branch, dues)).Should().HaveCount(2);
        var paid = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Pay(branch, dues, branch.Wang, "2024-04", null, "2024-04-02")));
        paid.Count(p => p.Status == HttpStatusCode.Created).Should().Be(1);
        (await branch.Keeper.Get($"{dues}/months/2024-04")).At("paid").GetString().Should().Be("40.00");
    }

    [DatabaseFact]
    public async Task Two_records_of_one_person_have_one_account_of_dues_and_one_case_when_they_are_merged()
    {
        var tree = await SmallTree.Plant(api);
        var (officer, secretary) = (await api.SignedIn(Role.TownOfficer, tree.Town.Id), await api.SignedIn(Role.BranchSecretary, tree.Branch.Id));
        var (wrong, right) = (Numbers.Identity(), Numbers.Identity());
        async Task<Guid> Register(string number, LocalDate from) =>
            (await officer.Post("/api/v1/members", new RegisterMember(tree.Branch.Id, "钱一", number, Standing.Formal, from))).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
        var (survivor, duplicate) = (await Register(wrong, new(2024, 3, 1)), await Register(right, new(2023, 1, 1)));
        var dues = $"/api/v1/organizations/{tree.Branch.Id}/dues";
        (await secretary.Post($"{dues}/bases", new { items = new[] { new { personId = duplicate, kind = "monthlyWage", amount = "4000", from = "2024-04" } } })).ShouldBe(HttpStatusCode.Created);
        await secretary.Post($"{dues}/months/2024-04/assessment");
        (await secretary.Post($"{dues}/payments", new { items = new[] { new { personId = duplicate, month = "2024-04", amount = "10", paidOn = "2024-04-20" } } })).ShouldBe(HttpStatusCode.Created);
        var talk = (await secretary.Post($"/api/v1/organizations/{tree.Branch.Id}/admonition-cases", new { personId = duplicate, grounds = new[] { new { ground = "unwillingToHelp", facts = "事实" } } })).ShouldBe(HttpStatusCode.Created).Location!.ToString();

        (await officer.Post($"/api/v1/members/{survivor}/merge", new MergeMembers.Body(new(duplicate), "身份证号录入有误", right), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get($"/api/v1/members/{survivor}/dues")).At("balance").GetString().Should().Be("30.00");
        var month = (await secretary.Post($"{dues}/months/2024-04/assessment")).ShouldBe(HttpStatusCode.OK);
        (month.At("assessed").GetString(), month.At("paid").GetString(), month.At("cameIn").GetString()).Should().Be(("40.00", "10.00", "10.00"));
        month.At("members").EnumerateArray().Select(m => m.GetProperty("personId").GetGuid()).Should().Equal(survivor);
        (await secretary.Get($"{dues}/entries")).At("items").EnumerateArray().Select(e => (e.GetProperty("personId").GetGuid(), e.GetProperty("amount").GetString()))
            .Should().Equal((duplicate, "40.00"), (duplicate, "10.00"), (duplicate, "-40.00"), (survivor, "40.00"), (duplicate, "-10.00"), (survivor, "10.00"));
        (await secretary.Get(talk)).ShouldBe(HttpStatusCode.OK).At("member", "personId").GetGuid().Should().Be(survivor);
    }

    internal static Task<Answer> Bases(MeetingBranch branch, string dues, string from, params (Person Person, string Kind, string? Amount)[] of) =>
        branch.Keeper.Post($"{dues}/bases", new { items = of.Select(b => new { personId = b.Person.Id, kind = b.Kind, amount = b.Amount, from }) });

    internal static Task<Answer> Pay(MeetingBranch branch, string dues, Person person, string month, string? amount, string paidOn, string? lateBecause = null) =>
        branch.Keeper.Post($"{dues}/payments", new { items = new[] { new { personId = person.Id, month, amount, paidOn, lateBecause } } });

    private static async Task<List<(int, string?, string?)>> Ledger(MeetingBranch branch, string dues) => (await branch.Keeper.Get($"{dues}/entries")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
        .Select(e => (e.GetProperty("number").GetInt32(), e.GetProperty("sort").GetString(), e.GetProperty("amount").GetString())).ToList();

    private async Task<(MeetingBranch Branch, string Dues)> Plant()
    {
        var branch = await MeetingBranch.Plant(api);
        return (branch, $"/api/v1/organizations/{branch.Id}/dues");
    }
}

public sealed class PayingDuesOnSqlite(ApiHost<OnSqlite> api) : PayingDues<OnSqlite>(api);

public sealed class PayingDuesOnPostgreSql(ApiHost<OnPostgreSql> api) : PayingDues<OnPostgreSql>(api);

public sealed class PayingDuesOnSqlServer(ApiHost<OnSqlServer> api) : PayingDues<OnSqlServer>(api);
