using System.Text;
using System.Text.Json.Nodes;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>A rule file is read whole or refused with the file, the key and what to do.</summary>
public class RuleReaderTests
{
    private const string FileName = "TST-1-a-branch-meets-once-a-quarter.json";

    private const string File =
        """
        {
          "id": "TST-1", "kind": "duty",
          "title": { "en": "A branch meets once a quarter.", "zh": "支部每季度召开一次会议。" },
          "summary": { "en": "In every quarter.", "zh": "每个季度。" },
          "cite": { "book": "TST", "article": "3", "item": "3" },
          "versions": [
            { "inForceFrom": "2024-01-01", "basis": "reading", "reading": { "en": "r", "zh": "释" },
              "check": { "is": "atLeastPerPeriod", "of": ["branch", "jointBranch"], "while": "committee", "evidence": "generalMeeting", "times": 2, "every": "quarter" },
              "examples": [ { "name": "two", "lifetime": ["2023-05-01", null], "period": ["2024-01-01", "2024-03-31"], "asOf": "2025-01-01",
                              "evidence": ["2024-03-31", "2024-03-31"], "verdicts": ["met"] } ] },
            { "inForceFrom": "2020-08-24", "basis": "source",
              "check": { "is": "atLeastPerPeriod", "of": ["branch"], "evidence": "generalMeeting", "times": 1, "every": "quarter" },
              "examples": [ { "name": "one", "as": "branch", "lifetime": ["2023-05-01", "2024-12-31"], "while": [["2023-05-01", null]], "adopted": ["2023-01-01", null],
                              "period": ["2024-01-01", "2024-06-30"], "asOf": "2025-01-01", "evidence": ["2024-03-31"], "waived": ["2024-04-01"],
                              "periods": ["2024-Q1", "2024-Q2"], "verdicts": ["met", "waived"] } ] }
          ]
        }
        """;

    private static readonly RuleReader Reader = new(RuleCatalog.Embedded.Vocabulary);

    private static Domain.Results.Result<Rule> Read(string json, string fileName = FileName) => Reader.Read(fileName, Encoding.UTF8.GetBytes(json));

    private static string With(string was, string becomes)
    {
        var at = File.IndexOf(was, StringComparison.Ordinal);
        at.Should().BeGreaterThan(-1, "the test must change something");
        return File[..at] + becomes + File[(at + was.Length)..];
    }

    private static Domain.Results.Result<Rule> Changed(Action<JsonArray> change)
    {
        var file = JsonNode.Parse(File)!;
        change(file["versions"]!.AsArray());
        return Read(file.ToJsonString());
    }

    private static void Remove(JsonNode version, params string[] keys)
    {
        foreach (var key in keys) version.AsObject().Remove(key).Should().BeTrue();
    }

    [Fact]
    public void A_sound_file_becomes_a_rule()
    {
        var rule = Reader.ReadAndProve(FileName, Encoding.UTF8.GetBytes(File)).Value;

        (rule.Id, rule.Kind, rule.Title.Zh, rule.Summary.En, rule.Citation).Should().Be(("TST-1", RuleKind.Duty, "支部每季度召开一次会议。", "In every quarter.", new Citation("TST", "3", "3")));
        rule.Versions.Select(v => v.InForceFrom).Should().Equal(new LocalDate(2024, 1, 1), new LocalDate(2020, 8, 24));
        rule.Versions[0].Reading!.Zh.Should().Be("释");
        rule.Versions[0].Check!.While.Should().Be("committee");
        rule.Versions[1].Check!.Of.Should().Equal("branch");
        rule.On(new(2023, 12, 31))!.InForceFrom.Should().Be(new LocalDate(2020, 8, 24));
        rule.On(new(2020, 8, 23)).Should().BeNull();
        rule.EvidenceKinds.Should().Equal("generalMeeting");
    }

    [Theory]
    [InlineData("", null, "")]
    [InlineData("\"decimals\": 1, ", null, "")]
    [InlineData("\"least\": 4, ", "bad-value", "/versions/0/numbers/0/value")]
    [InlineData("\"most\": 2, ", "bad-value", "/versions/0/numbers/0/value")]
    [InlineData("\"value\": 2.5, ", "bad-value", "/versions/0/numbers/0/value")]
    [InlineData("\"below\": \"third\", ", "bad-value", "/versions/0/numbers/0/below")]
    [InlineData("\"below\": \"second\", ", "bad-value", "/versions/0/numbers")]
    [InlineData("\"name\": \"second\", ", "bad-value", "/versions/0/numbers")]
    [InlineData("\"higherIsStricter\": \"yes\", ", "bad-value", "/versions/0/numbers/0/higherIsStricter")]
    public void Numbers_lie_within_what_jurisdictions_may_set_and_below_those_that_they_name(string change, string? code, string pointer)
    {
        var number = (JsonObject)JsonNode.Parse("""{ "name": "first", "value": 3, "least": 1, "most": 9, "meaning": { "en": "First.", "zh": "第一。" } }""")!;
        foreach (var (key, value) in (JsonObject)JsonNode.Parse($"{{ {change.TrimEnd(',', ' ')} }}")!) number[key] = value!.DeepClone();
        var read = Changed(versions => versions[0]!["numbers"] = new JsonArray(number, JsonNode.Parse("""{ "name": "second", "value": 3, "least": 1, "most": 9, "meaning": { "en": "Second.", "zh": "第二。" } }""")));
        read.Errors.Select(e => (e.Code, e.Pointer)).Should().Equal(code is null ? [] : [($"rule-file-{code}", pointer)]);
        if (code is null) read.Value.Versions[0].Whole("first").Should().Be(3);
    }

    [Theory]
    [InlineData("\"kind\": \"duty\",", "\"kind\": \"duty\", \"note\": \"x\",", "unknown-key", "/note")]
    [InlineData("\"en\": \"In every", "\"de\": \"x\", \"en\": \"In every", "unknown-key", "/summary/de")]
    [InlineData("\"item\": \"3\"", "\"items\": \"3\"", "unknown-key", "/cite/items")]
    [InlineData("\"basis\": \"reading\",", "\"basis\": \"reading\", \"a/b~c\": 1,", "unknown-key", "/versions/0/a~1b~0c")]
    [InlineData("\"times\": 2", "\"times\": 2, \"tmes\": 2", "unknown-key", "/versions/0/check/tmes")]
    [InlineData("\"name\": \"two\"", "\"name\": \"two\", \"until\": 1", "unknown-key", "/versions/0/examples/0/until")]
    [InlineData("\"kind\": \"duty\",", "\"kind\": \"duty\", \"kind\": \"duty\",", "duplicate-key", "/kind")]
    [InlineData("\"times\": 2", "\"times\": 2, \"times\": 1", "duplicate-key", "/versions/0/check/times")]
    [InlineData("\"name\": \"two\"", "\"name\": \"two\", \"name\": \"three\"", "duplicate-key", "/versions/0/examples/0/name")]
    [InlineData("\"kind\": \"duty\",", "", "missing-key", "/kind")]
    [InlineData(", \"zh\": \"支部每季度召开一次会议。\"", "", "missing-key", "/title/zh")]
    [InlineData("\"article\": \"3\",", "", "missing-key", "/cite/article")]
    [InlineData("\"basis\": \"reading\", ", "", "missing-key", "/versions/0/basis")]
    [InlineData("\"is\": \"atLeastPerPeriod\", \"of\": [\"branch\", \"jointBranch\"]", "\"of\": [\"branch\"]", "missing-key", "/versions/0/check/is")]
    [InlineData(", \"times\": 2", "", "missing-key", "/versions/0/check/times")]
    [InlineData("\"asOf\": \"2025-01-01\",", "", "missing-key", "/versions/0/examples/0/asOf")]
    [InlineData("\"basis\": \"reading\", \"reading\": { \"en\": \"r\", \"zh\": \"释\" }", "\"basis\": \"reading\"", "missing-key", "/versions/0/reading")]
    [InlineData("\"is\": \"atLeastPerPeriod\"", "\"is\": \"atMostPerPeriod\"", "unknown-check", "/versions/0/check/is")]
    [InlineData("\"times\": 2", "\"times\": 0", "bad-parameter", "/versions/0/check/times")]
    [InlineData("\"times\": 2", "\"times\": 1001", "bad-parameter", "/versions/0/check/times")]
    [InlineData("\"times\": 2", "\"times\": \"2\"", "bad-parameter", "/versions/0/check/times")]
    [InlineData("\"times\": 2", "\"times\": 1.5", "bad-parameter", "/versions/0/check/times")]
    [InlineData("\"every\": \"quarter\"", "\"every\": \"Quarter\"", "bad-parameter", "/versions/0/check/every")]
    [InlineData("\"every\": \"quarter\"", "\"every\": 3", "bad-parameter", "/versions/0/check/every")]
    [InlineData("\"evidence\": \"generalMeeting\"", "\"evidence\": \"generalmeeting\"", "bad-parameter", "/versions/0/check/evidence")]
    [InlineData("[\"branch\", \"jointBranch\"]", "[\"branch\", \"jointBranches\"]", "bad-parameter", "/versions/0/check/of")]
    [InlineData("[\"branch\", \"jointBranch\"]", "[\"branch\", \"branch\"]", "bad-parameter", "/versions/0/check/of")]
    [InlineData("[\"branch\", \"jointBranch\"]", "[]", "bad-parameter", "/versions/0/check/of")]
    [InlineData("[\"branch\", \"jointBranch\"]", "\"branch\"", "bad-parameter", "/versions/0/check/of")]
    [InlineData("\"while\": \"committee\"", "\"while\": \"moon\"", "bad-parameter", "/versions/0/check/while")]
    [InlineData("\"while\": \"committee\"", "\"while\": null", "bad-parameter", "/versions/0/check/while")]
    [InlineData("\"kind\": \"duty\"", "\"kind\": \"Duty\"", "bad-value", "/kind")]
    [InlineData("\"en\": \"In every quarter.\"", "\"en\": \" \"", "bad-value", "/summary/en")]
    [InlineData("\"id\": \"TST-1\"", "\"id\": 1", "bad-value", "/id")]
    [InlineData("\"book\": \"TST\"", "\"book\": \"TS\"", "bad-value", "/id")]
    [InlineData("\"inForceFrom\": \"2024-01-01\"", "\"inForceFrom\": \"2024-1-1\"", "bad-value", "/versions/0/inForceFrom")]
    [InlineData("\"inForceFrom\": \"2024-01-01\"", "\"inForceFrom\": \"2023-02-29\"", "bad-value", "/versions/0/inForceFrom")]
    [InlineData("\"basis\": \"source\"", "\"basis\": \"hearsay\"", "bad-value", "/versions/1/basis")]
    [InlineData("\"basis\": \"reading\"", "\"basis\": \"source\"", "bad-value", "/versions/0/basis")]
    [InlineData("[\"2023-05-01\", null]", "[\"2023-05-01\"]", "bad-value", "/versions/0/examples/0/lifetime")]
    [InlineData("[\"2023-05-01\", null]", "[\"2023-05-01\", \"2023-04-30\"]", "bad-value", "/versions/0/examples/0/lifetime")]
    [InlineData("[\"2024-01-01\", \"2024-03-31\"]", "[\"2024-01-01\", null]", "bad-value", "/versions/0/examples/0/period/1")]
    [InlineData("\"verdicts\": [\"met\"]", "\"verdicts\": [\"done\"]", "bad-value", "/versions/0/examples/0/verdicts/0")]
    [InlineData("\"verdicts\": [\"met\"]", "\"verdicts\": \"met\"", "bad-value", "/versions/0/examples/0/verdicts")]
    [InlineData("\"evidence\": [\"2024-03-31\", \"2024-03-31\"]", "\"evidence\": [\"2024-03-31\", 31]", "bad-value", "/versions/0/examples/0/evidence/1")]
    [InlineData("\"periods\": [\"2024-Q1\", \"2024-Q2\"]", "\"periods\": [1]", "bad-value", "/versions/1/examples/0/periods/0")]
    [InlineData("\"inForceFrom\": \"2024-01-01\"", "\"inForceFrom\": \"2020-08-24\"", "versions-out-of-order", "/versions/0/inForceFrom")]
    [InlineData("\"inForceFrom\": \"2020-08-24\"", "\"inForceFrom\": \"2024-01-02\"", "versions-out-of-order", "/versions/0/inForceFrom")]
    [InlineData("\"en\": \"A branch meets once a quarter.\"", "\"en\": \"A branch meets once a month.\"", "wrong-name", "/title/en")]
    [InlineData("\"id\": \"TST-1\"", "\"id\": \"TST-2\"", "wrong-name", "/title/en")]
    public void A_fault_names_file_key_and_what_to_do(string was, string becomes, string code, string pointer)
    {
        var read = Read(With(was, becomes));

        var error = read.Errors.Should().ContainSingle().Subject;
        (error.Code, error.Pointer).Should().Be(($"rule-file-{code}", pointer));
        error.Message.En.Should().StartWith($"{FileName} at {pointer}: ").And.EndWith(".");
        error.Message.Zh.Should().StartWith($"{FileName} 的 {pointer}：").And.EndWith("。");
    }

    [Fact]
    public void An_unknown_key_is_answered_with_the_keys_that_there_are() =>
        Read(With("\"times\": 2", "\"times\": 2, \"tmes\": 2")).Errors.Single().Message.En.Should()
            .Be($"{FileName} at /versions/0/check/tmes: unknown key \"tmes\". Remove it or correct its spelling; the keys here are: is, of, evidence, times, every, while.");

    [Fact]
    public void An_unknown_check_is_answered_with_the_checks_that_there_are() =>
        Read(With("\"is\": \"atLeastPerPeriod\"", "\"is\": \"often\"")).Errors.Single().Message.En.Should().Contain("atLeastPerPeriod");

    [Fact]
    public void All_faults_of_a_file_are_told_at_once() =>
        Read(With("\"times\": 2", "\"times\": 0").Replace("\"kind\": \"duty\"", "\"kind\": \"dutty\"")).Errors.Select(e => e.Pointer).Should().Equal("/kind", "/versions/0/check/times");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ } // a comment")]
    [InlineData("{ \"id\": \"TST-1\", }")]
    public void What_is_not_JSON_is_refused(string json) => Read(json).Errors.Should().ContainSingle().Which.Code.Should().Be("rule-file-malformed");

    [Fact]
    public void What_is_not_text_is_refused()
    {
        byte[] gb18030 = [.. Encoding.UTF8.GetBytes("{ \"id\": \""), 0xD6, 0xD0, .. Encoding.UTF8.GetBytes("\" }")];

        Reader.Read(FileName, gb18030).Errors.Should().ContainSingle().Which.Code.Should().Be("rule-file-malformed");
        Read("{ \"id\": \"\\ud800\" }").Errors.Should().ContainSingle().Which.Code.Should().Be("rule-file-malformed");
        Read("{ \"\\ud800\": 1 }").Errors.Should().ContainSingle().Which.Code.Should().Be("rule-file-malformed");
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() => Read("\uFEFF" + File).Succeeded.Should().BeTrue();

    [Fact]
    public void What_is_not_an_object_is_refused() => Read("[]").Errors.Should().ContainSingle().Which.Code.Should().Be("rule-file-bad-value");

    [Theory]
    [InlineData("TST-1.json")]
    [InlineData("TST-1-a-branch-meets-once-a-month.json")]
    [InlineData("tst-1-a-branch-meets-once-a-quarter.json")]
    public void A_file_is_named_after_its_id_and_title(string fileName)
    {
        var error = Read(File, fileName).Errors.Should().ContainSingle().Subject;

        error.Code.Should().Be("rule-file-wrong-name");
        error.Message.En.Should().EndWith($"Rename it to {FileName}.");
    }

    [Fact]
    public void A_title_that_was_mended_leaves_the_file_its_name()
    {
        var mended = With("\"kind\": \"duty\",", "\"kind\": \"duty\", \"errata\": [ { \"on\": \"2026-01-01\", \"text\": { \"en\": \"a word\", \"zh\": \"改字\" }, \"titleWas\": \"A branch meets once a quarter.\" } ],")
            .Replace("\"en\": \"A branch meets once a quarter.\", \"zh\"", "\"en\": \"A branch meets in every quarter.\", \"zh\"");

        Read(mended).Value.Errata.Should().ContainSingle().Which.Text.En.Should().Be("a word");
        Read(mended, "TST-1-a-branch-meets-in-every-quarter.json").Errors.Should().ContainSingle().Which.Code.Should().Be("rule-file-wrong-name");
    }

    [Theory]
    [InlineData("REG-1", "A person's number (18 digits) is GB 11643's.", "REG-1-a-persons-number-18-digits-is-gb-11643s.json")]
    [InlineData("TWS-3.1b", "  Meetings -- and classes!", "TWS-3.1b-meetings-and-classes.json")]
    public void A_title_becomes_a_slug(string id, string title, string fileName) => RuleReader.FileNameOf(id, title).Should().Be(fileName);

    [Fact]
    public void A_duty_has_a_check_from_the_first_and_may_be_repealed_by_a_later_version_without_one()
    {
        Changed(versions => Remove(versions[0]!, "check", "examples")).Value.Versions[0].Check.Should().BeNull();
        Changed(versions => Remove(versions[1]!, "check", "examples")).Errors.Should().ContainSingle().Which.Pointer.Should().Be("/versions/1/check");
        Changed(versions => versions.Clear()).Errors.Should().ContainSingle().Which.Pointer.Should().Be("/versions");
    }

    [Fact]
    public void A_check_comes_with_examples_and_examples_with_a_check()
    {
        Changed(versions => Remove(versions[0]!, "examples")).Errors.Should().ContainSingle().Which.Pointer.Should().Be("/versions/0/examples");
        Changed(versions => Remove(versions[0]!, "check")).Errors.Should().ContainSingle().Which.Pointer.Should().Be("/versions/0/examples");
    }

    [Theory]
    [InlineData("invariant")]
    [InlineData("procedure")]
    [InlineData("advice")]
    [InlineData("overlay")]
    public void A_rule_that_is_enforced_has_no_check(string kind) =>
        Read(With("\"kind\": \"duty\"", $"\"kind\": \"{kind}\"")).Errors.Select(e => e.Pointer).Should().Equal("/versions/0/check", "/versions/1/check");

    [Theory]
    [InlineData("\"verdicts\": [\"met\"]", "\"verdicts\": [\"overdue\"]", 0, "2024-Q1 met")]
    [InlineData("\"verdicts\": [\"met\"]", "\"verdicts\": []", 0, "2024-Q1 met")]
    [InlineData("[\"2024-Q1\", \"2024-Q2\"]", "[\"2024-Q1\", \"2024-Q3\"]", 1, "2024-Q1 met, 2024-Q2 waived")]
    [InlineData("\"adopted\": [\"2023-01-01\", null]", "\"adopted\": [\"2025-01-01\", null]", 1, "-")]
    [InlineData("\"as\": \"branch\"", "\"as\": \"partyGroup\"", 1, "-")]
    [InlineData("\"waived\": [\"2024-04-01\"],", "", 1, "2024-Q1 met, 2024-Q2 overdue")]
    public void An_example_that_disagrees_is_an_error_that_tells_what_the_engine_says(string was, string becomes, int version, string says)
    {
        var changed = With(was, becomes);

        Read(changed).Succeeded.Should().BeTrue("it is well as a file");
        var error = Reader.ReadAndProve(FileName, Encoding.UTF8.GetBytes(changed)).Errors.Should().ContainSingle().Subject;
        (error.Code, error.Pointer).Should().Be(("rule-file-example-disagrees", $"/versions/{version}/examples/0"));
        error.Message.En.Should().Contain($"the engine says: {says}.");
    }

    [Fact]
    public void An_example_of_an_older_version_stays_true_when_a_newer_one_asks_more() =>
        Reader.ReadAndProve(FileName, Encoding.UTF8.GetBytes(File)).Succeeded.Should().BeTrue("one meeting met the first quarter of 2024 as long as there was only the version of 2020");

    [Fact]
    public void A_check_can_be_read_by_itself()
    {
        using var json = System.Text.Json.JsonDocument.Parse("""{ "is": "atLeastPerPeriod", "of": ["branch"], "evidence": "partyClass", "times": 1, "every": "day" }""");

        var error = Reader.ReadCheck(json.RootElement, "what-if").Errors.Should().ContainSingle().Subject;

        (error.Pointer, error.Message.En).Should().Be(("/every", "what-if at /every: \"every\" must be one of: month, twoMonths, quarter, halfYear, year."));
    }
}
