using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartyOrg.Application.DemocraticAppraisal;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Infrastructure.Persistence;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.DemocraticAppraisal;

/// <summary>
/// The secret ballot (TWS-7.4), attacked by somebody who reads every table, every column and the database's own numbers of rows and transactions, before, between and after the votes.
/// </summary>
public abstract class SecretBallots<TDatabase>(LoggedApi<TDatabase> api) : IClassFixture<LoggedApi<TDatabase>> where TDatabase : IDatabaseKind
{
    private const HttpStatusCode Broken = HttpStatusCode.UnprocessableEntity;

    // The columns under which a database keeps where a row lies and which transaction wrote it last.
    private static string[] HiddenColumns => TDatabase.Provider == DatabaseProvider.PostgreSql ? ["ctid", "xmin", "cmin"] : ["rowid"];

    [DatabaseFact]
    public async Task A_ballot_changes_its_voters_mark_and_the_whole_sealed_box_and_nothing_else_anywhere()
    {
        var branch = await (await AppraisalBranch.Plant(api, 7)).AtVoting();
        var lengths = new HashSet<int>();
        var before = await Everything();
        for (var voter = 0; voter < 7; voter++)
        {
            // The first 32 bits of an id stand for 65 seconds; the access token is good for longer than seven times that.
            api.Clock.Advance(Duration.FromSeconds(70));
            (await branch.Vote(voter, of => (MemberGrade)((voter + of) % 4))).ShouldBe(HttpStatusCode.NoContent);
            var after = await Everything();
            var changed = before.Keys.Where(t => !before[t].SequenceEqual(after[t])).ToList();
            changed.Should().BeEquivalentTo(["BallotMarks", "BallotBoxes"]);

            var marks = after["BallotMarks"].Except(before["BallotMarks"]).ToList();
            marks.Should().ContainSingle().Which.Should().ContainEquivalentOf(branch.Members[voter].Id.ToString());
            var box = after["BallotBoxes"].Except(before["BallotBoxes"]).Should().ContainSingle().Subject;
            lengths.Add(box.Length);
            Enum.GetNames<MemberGrade>().Should().NotContain(rating => box.Contains(rating, StringComparison.OrdinalIgnoreCase));
            after.Values.SelectMany(rows => rows).Should().NotContain(row => TracesOfTime.Of(api.Clock.GetCurrentInstant()).Any(t => row.Contains(t, StringComparison.OrdinalIgnoreCase)), "no id and no instant tells when he voted");
            before = after;
        }

        lengths.Should().ContainSingle("the box has one size, however many ballots are in it");
    }

    [DatabaseFact]
    public async Task After_the_count_no_order_of_any_column_and_no_transaction_tells_who_voted_what()
    {
        const int members = 12;
        var branch = await (await AppraisalBranch.Plant(api, members)).AtVoting();
        // Each voter gives one member, and no two the same, a rating that nobody else gives him: whoever links that slip has the voter.
        for (var voter = 0; voter < members; voter++) (await branch.Vote(voter, of => of == (voter + 1) % members ? MemberGrade.Unqualified : MemberGrade.Excellent)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);

        var id = branch.Url.Split('/')[^1];
        var slips = (await Rows("BallotSlips")).Where(r => Same(r["AppraisalId"], id)).ToList();
        slips.Should().HaveCount(members * (members - 1));
        slips.Should().OnlyContain(r => r["Id"][14] == '4', "the keys are random (version 4) and tell no time");
        foreach (var column in slips[0].Keys.Where(c => c is not ("AppraisalId" or "PersonId" or "Rating" or "xmin" or "cmin")))
        {
            foreach (var ordered in new[] { slips.OrderBy(r => InOrder(r[column]), StringComparer.Ordinal).ToList(), [.. slips.OrderByDescending(r => InOrder(r[column]), StringComparer.Ordinal)] })
            {
                var guessed = Enumerable.Range(0, members).Count(of =>
                {
                    var voters = Enumerable.Range(0, members).Where(v => v != of).ToList();
                    var place = ordered.Where(r => Same(r["PersonId"], branch.Members[of].Id.ToString())).ToList().FindIndex(r => r["Rating"] == nameof(MemberGrade.Unqualified));
                    return voters[place] == (of + members - 1) % members;
                });
                guessed.Should().BeLessThan(10, "{0} would tell the voters; by chance one or two of {1} are guessed", column, members);
            }
        }

        var marks = (await Rows("BallotMarks")).Where(r => Same(r["AppraisalId"], id)).ToList();
        if (TDatabase.Provider == DatabaseProvider.PostgreSql)
        {
            slips.Select(r => r["xmin"]).Distinct().Should().ContainSingle("all slips are written by one transaction");
            marks.Select(r => r["xmin"]).Distinct().Should().ContainSingle("all marks were written anew when the box was closed");
        }

        (await Rows("BallotBoxes")).Should().NotContain(r => Same(r["AppraisalId"], id), "the box is gone");
        marks.Should().HaveCount(members);
    }

    [DatabaseFact]
    public async Task Audit_outbox_and_idempotency_records_say_that_the_box_was_opened_and_closed_and_nothing_between()
    {
        var branch = await (await AppraisalBranch.Plant(api, 7)).AtOpinion();
        var audit = await api.Look(db => db.AuditEntries.Where(a => a.ChainId == branch.Tree.Branch.Id.Value).OrderBy(a => a.Sequence).Select(a => a.Operation).ToListAsync());
        audit[^2..].Should().Equal("OpenBallotBox", "CloseBallotBox");
        (await api.Look(db => db.AuditEntries.CountAsync(a => a.Operation == nameof(CastBallot)))).Should().Be(0);
        (await api.Look(db => db.IdempotencyRecords.CountAsync(r => r.Operation == nameof(CastBallot)))).Should().Be(0);
        var id = Guid.Parse(branch.Url.Split('/')[^1]);
        (await api.Look(db => db.Outbox.Where(e => e.SubjectId == id).OrderBy(e => e.Id).Select(e => e.Type).ToListAsync()))[^2..].Should().Equal("appraisal.ballotBoxOpened", "appraisal.ballotBoxClosed");
        await using var context = api.Database.Open();
        new[] { typeof(BallotMark), typeof(BallotBox), typeof(BallotSlip) }.SelectMany(t => context.Model.FindEntityType(t)!.GetProperties())
            .Should().NotContain(p => p.ClrType == typeof(Instant) || p.ClrType == typeof(LocalDate) || p.ClrType == typeof(LocalTime), "no time is kept");
    }

    [DatabaseFact]
    public async Task What_was_voted_stands_in_no_log_and_what_was_written_of_a_member_in_no_audit()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).AtVoting();
        api.Lines.Clear();
        (await branch.Vote(1, _ => MemberGrade.BasicallyQualified)).ShouldBe(HttpStatusCode.NoContent);
        api.Lines.Should().NotBeEmpty().And.NotContain(l => l.Contains(nameof(MemberGrade.BasicallyQualified), StringComparison.OrdinalIgnoreCase) || l.Contains(branch.Members[2].Id.ToString(), StringComparison.OrdinalIgnoreCase));
        (await api.Look(db => db.AuditEntries.Where(a => a.ChainId == branch.Tree.Branch.Id.Value).Select(a => a.Details).ToListAsync()))
            .Should().NotContain(d => d.Contains("一年来的自我评价") || d.Contains("多联系群众"));
    }

    [DatabaseFact]
    public async Task One_member_one_ballot_with_each_other_member_on_it_once()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).AtVoting();
        var (url, others) = ($"{branch.Url}/ballots", branch.Members.Skip(1).Select(m => new BallotRating(m.Id, MemberGrade.Qualified)).ToList());
        (await branch.Secretary.Post(url, new CastBallot.Body([.. others, new(branch.Members[0].Id, MemberGrade.Excellent)]))).ShouldBeProblem(Broken, "ballot-rates-voter", "TWS-7.4");
        (await branch.Secretary.Post(url, new CastBallot.Body([.. others, others[0]]))).ShouldBeProblem(Broken, "ballot-rates-twice", "TWS-7.4");
        (await branch.Secretary.Post(url, new CastBallot.Body([others[0]]))).ShouldBeProblem(Broken, "ballot-incomplete", "TWS-7.4");
        (await branch.Secretary.Post(url, new CastBallot.Body([.. others, new(new(api.Ids.New()), MemberGrade.Excellent)]))).ShouldBeProblem(Broken, "ballot-rates-stranger", "TWS-7.4");
        (await branch.Secretary.Get($"{branch.Url}/ballot-paper")).At("voted").GetBoolean().Should().BeFalse("a refused ballot leaves nothing");
        (await branch.Secretary.Post(url, new CastBallot.Body(others))).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Secretary.Post(url, new CastBallot.Body(others))).ShouldBeProblem(Broken, "ballot-cast-already", "TWS-7.4");

        var officer = await api.SignedIn(Domain.Accounts.Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Post(url, new CastBallot.Body(others))).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.4");
        (await officer.Get($"{branch.Url}/ballot-paper")).ShouldBeProblem(HttpStatusCode.NotFound, "appraised-member-not-found");
    }

    [DatabaseFact]
    public async Task The_ballots_count_with_more_than_half_of_those_expected_and_not_with_half()
    {
        var branch = await (await AppraisalBranch.Plant(api, 6)).AtVoting();
        for (var i = 0; i < 3; i++) (await branch.Vote(i, _ => MemberGrade.Qualified)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBeProblem(Broken, "ballot-without-quorum", "TWS-7.4");
        (await branch.Vote(3, _ => MemberGrade.Qualified)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);
        (await branch.Vote(4, _ => MemberGrade.Qualified)).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.4");
    }

    [DatabaseFact]
    public async Task Five_ballots_are_broken_down_and_four_are_not()
    {
        var five = await (await AppraisalBranch.Plant(api, 6)).AtOpinion(MemberGrade.Qualified);
        var shown = await five.See(2, five.Callers[2]);
        (shown.At("ballot", "ballots").GetInt32(), shown.At("ballot", "counts", 1, "ballots").GetInt32()).Should().Be((5, 5));
        shown.At("ballot", "explanation").GetString().Should().Be("5 ballots: excellent 0, qualified 5, basically qualified 0, unqualified 0 (TWS-7.4).");

        var four = await (await AppraisalBranch.Plant(api, 5)).AtOpinion(MemberGrade.Qualified);
        var hidden = await four.See(2, four.Secretary);
        (hidden.At("ballot", "ballots").GetInt32(), hidden.At("ballot", "counts").ValueKind).Should().Be((4, System.Text.Json.JsonValueKind.Null));
        hidden.At("ballot", "explanation").GetString().Should().Be("4 ballots: fewer than 5 are not broken down (TWS-7.4).");
    }

    [DatabaseFact]
    public async Task Ballots_at_the_same_moment_and_at_two_processes_are_all_in_the_count()
    {
        var branch = await (await AppraisalBranch.Plant(api, 8)).AtVoting();
        var ballot = (int voter) => new CastBallot.Body([.. branch.Members.Index().Where(m => m.Index != voter).Select(m => new BallotRating(m.Item.Id, MemberGrade.Excellent))]);
        // The embedded database has one process.
        var voters = branch.Callers.Select((caller, v) => v % 2 == 0 || TDatabase.Provider == DatabaseProvider.Sqlite ? caller : api.AtAnotherProcess(caller)).ToList();
        var answers = await Task.WhenAll(voters.Select((caller, v) => caller.Post($"{branch.Url}/ballots", ballot(v))));
        answers.Should().OnlyContain(a => a.Status == HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK).At("ballot", "voted").GetInt32().Should().Be(8);
        for (var i = 0; i < 8; i++) (await branch.See(i, branch.Secretary)).At("ballot", "counts", 0, "ballots").GetInt32().Should().Be(7);
    }

    [DatabaseFact]
    public async Task One_voters_ballots_at_the_same_moment_are_one()
    {
        var branch = await (await AppraisalBranch.Plant(api, 6)).AtVoting();
        var cast = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => branch.Vote(0, _ => MemberGrade.Qualified)));
        cast.Where(c => c.Status == HttpStatusCode.NoContent).Should().ContainSingle();
        foreach (var refused in cast.Where(c => c.Status != HttpStatusCode.NoContent)) refused.ShouldBeProblem(Broken, "ballot-cast-already", "TWS-7.4");
        for (var i = 1; i < 5; i++) (await branch.Vote(i, _ => MemberGrade.Qualified)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK).At("ballot", "voted").GetInt32().Should().Be(5);
        (await branch.See(5, branch.Callers[5])).At("ballot", "ballots").GetInt32().Should().Be(5);
    }

    [DatabaseFact]
    public async Task Nobody_sees_a_result_before_the_box_is_closed()
    {
        var branch = await (await AppraisalBranch.Plant(api, 7)).AtVoting();
        for (var i = 0; i < 6; i++) (await branch.Vote(i, _ => MemberGrade.Excellent)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.See(3, branch.Secretary)).At("ballot").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await branch.Secretary.Get(branch.Url)).At("ballot", "voted").GetInt32().Should().Be(6);
        (await branch.Secretary.Get($"{branch.Url}/members")).At("items").EnumerateArray().Should().OnlyContain(m => m.GetProperty("ballot").ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    // Numbers in the order of their size, everything else as it is.
    private static string InOrder(string value) => string.Join(',', value.Trim('(', ')').Split(',').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString("D20", CultureInfo.InvariantCulture) : part));

    private static bool Same(string value, string id) => string.Equals(value, id, StringComparison.OrdinalIgnoreCase);

    /// <summary>Every row of every table, as text, without the hidden columns.</summary>
    private async Task<SortedDictionary<string, List<string>>> Everything()
    {
        var all = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await using var context = api.Database.Open();
        foreach (var table in context.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
            all.Add(table, [.. (await Rows(table)).Select(row => string.Join(" | ", row.Where(c => !HiddenColumns.Contains(c.Key)).Select(c => c.Value))).Order(StringComparer.Ordinal)]);
        all.Should().HaveCountGreaterThan(20);
        return all;
    }

    private async Task<List<Dictionary<string, string>>> Rows(string table)
    {
        await using var context = api.Database.Open();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", HiddenColumns)}, * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, string>>();
        while (await reader.ReadAsync())
        {
            var row = new Dictionary<string, string>();
            for (var i = 0; i < reader.FieldCount; i++)
                row[reader.GetName(i)] = reader.GetValue(i) switch { byte[] { Length: 16 } id => new Guid(id, bigEndian: true).ToString(), byte[] bytes => Convert.ToHexString(bytes), Array list => string.Join(',', list.Cast<object>()), NpgsqlTypes.NpgsqlTid place => $"{place.BlockNumber},{place.OffsetNumber}", var value => Convert.ToString(value, CultureInfo.InvariantCulture)! };
            rows.Add(row);
        }

        return rows;
    }
}

public sealed class SecretBallotsOnSqlite(LoggedApi<OnSqlite> api) : SecretBallots<OnSqlite>(api);

public sealed class SecretBallotsOnPostgreSql(LoggedApi<OnPostgreSql> api) : SecretBallots<OnPostgreSql>(api);

/// <summary>The product with every line that it can log, the finest included, kept for the test.</summary>
public sealed class LoggedApi<TDatabase> : ApiHost<TDatabase>, ILoggerProvider, ILogger where TDatabase : IDatabaseKind
{
    public System.Collections.Concurrent.ConcurrentBag<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }

    protected override void Change(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(this).AddFilter<LoggedApi<TDatabase>>(_ => true));
}
