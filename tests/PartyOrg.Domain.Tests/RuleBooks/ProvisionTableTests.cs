using System.Text;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>Every numbered provision of the five sources is accounted for, by their committed outlines; the texts themselves are not needed.</summary>
public class ProvisionTableTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly string[] Required = [.. File.ReadLines(Path.Combine(Tests(), "RuleBooks", "requirement-ids.txt")).Where(line => !line.StartsWith('#'))];

    [Fact]
    public void Every_book_with_a_source_has_a_table_and_its_outline_was_made_from_the_text_that_the_book_names()
    {
        ProvisionTables.Embedded.All.Select(t => t.Outline.Book).Should().Equal("DPB", "FCM", "MLE", "PBS", "TWS");
        foreach (var table in ProvisionTables.Embedded.All)
        {
            RuleCatalog.Embedded.TryFindBook(table.Outline.Book, out var book).Should().BeTrue();
            table.Outline.SourceSha256.Should().Be(book!.SourceSha256);
        }

        ProvisionTables.Embedded.TryFind("REG", out _).Should().BeFalse("the house book has no source");
    }

    [Theory]
    [InlineData("DPB", 49, "1", "23")]
    [InlineData("FCM", 30, "preamble", "attachment.2")]
    [InlineData("MLE", 28, "preamble", "5.5")]
    [InlineData("PBS", 51, "chapter.1", "26")]
    [InlineData("TWS", 93, "1", "10.4")]
    public void Every_provision_of_the_outline_is_told_once_in_the_order_of_the_source(string book, int count, string first, string last)
    {
        ProvisionTables.Embedded.TryFind(book, out var table).Should().BeTrue();
        table!.Fates.Select(f => f.Number).Should().Equal(table.Outline.Provisions.Select(p => p.Number)).And.OnlyHaveUniqueItems().And.HaveCount(count).And.StartWith(first).And.EndWith(last);
        table.Outline.Provisions.Select(p => p.Sha256).Should().OnlyHaveUniqueItems("every provision has words of its own");
    }

    [Fact]
    public void Every_requirement_is_named_by_a_provision_of_its_book_and_no_provision_names_an_id_that_nothing_requires()
    {
        Required.Should().HaveCount(215).And.OnlyHaveUniqueItems();
        ProvisionTables.Embedded.All.SelectMany(t => t.Fates).SelectMany(f => f.Rules).Distinct().Should().BeEquivalentTo(Required);
        foreach (var table in ProvisionTables.Embedded.All)
        {
            table.Fates.SelectMany(f => f.Rules).Should().Contain(Required.Where(id => id.StartsWith($"{table.Outline.Book}-", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_rule_of_a_regulation_that_the_product_has_is_named_by_the_provision_that_it_cites()
    {
        var rules = RuleCatalog.Embedded.Rules.Where(r => r.Citation.Book != "REG").ToList();
        rules.Should().HaveCountGreaterThan(5);
        foreach (var rule in rules.Where(r => Required.Contains(r.Id)))
        {
            ProvisionTables.Embedded.TryFind(rule.Citation.Book, out var table).Should().BeTrue();
            var named = table!.Fates.Where(f => f.Rules.Contains(rule.Id)).Select(f => f.Number).ToList();
            named.Should().Contain(number => number == rule.Citation.Article || number.StartsWith($"{rule.Citation.Article}.", StringComparison.Ordinal), "{0} cites {1}", rule.Id, rule.Citation);
        }
    }

    [Fact]
    public void What_is_not_for_a_machine_is_what_was_found_to_be_so_and_headings()
    {
        var reasons = ProvisionTables.Embedded.All.SelectMany(t => t.Fates.Where(f => f.Became == ProvisionOutcome.NotForAMachine).Select(f => (Place: $"{t.Outline.Book} {f.Number}", f.Note!.En)));
        reasons.Where(r => !r.En.StartsWith("Only a heading", StringComparison.Ordinal)).Select(r => r.Place).Should().BeEquivalentTo(
            "TWS 1.3", "TWS 2.1", "TWS 6.1", "TWS 8.1", "DPB 1", "FCM preamble", "FCM 2", "MLE preamble", "PBS 1", "PBS 3", "PBS 10", "PBS 26");
    }

    [Theory]
    [InlineData("1 2", "1", "provision-missing", "does not say what became of 2")]
    [InlineData("1", "1 2", "provision-invented", "has no provision 2")]
    [InlineData("1 2", "2 1", "provisions-out-of-order", "another order")]
    [InlineData("1 2", "1 1 2", "provisions-out-of-order", "twice")]
    public void A_table_that_does_not_tell_what_the_source_has_is_refused(string source, string told, string code, string because)
    {
        var outline = new SourceOutline("TST", Hash, [.. source.Split(' ').Select(number => new OutlinedProvision(number, Hash))]);
        var error = ProvisionTable.Of(outline, [.. told.Split(' ').Select(number => new ProvisionFate(number, new("a", "甲"), ProvisionOutcome.Rule, ["TST-1"], null))]).Errors.Should().ContainSingle().Subject;
        error.Code.Should().Be(code);
        error.Message.En.Should().Contain(because);
    }

    [Fact]
    public void A_sound_outline_and_a_sound_table_are_read()
    {
        Outline($$"""{ "book": "TST", "sourceSha256": "{{Hash}}", "provisions": [ { "number": "1.1", "sha256": "{{Hash}}" } ] }""").Value.Provisions.Should().Equal(new OutlinedProvision("1.1", Hash));
        var (book, fates) = Table(Row("\"became\": \"field\", \"rules\": [\"TST-1\"], \"note\": { \"en\": \"n\", \"zh\": \"注\" }")).Value;
        book.Should().Be("TST");
        fates.Should().ContainSingle().Which.Should().BeEquivalentTo(new ProvisionFate("1.1", new("a", "甲"), ProvisionOutcome.Field, ["TST-1"], new("n", "注")));
    }

    [Theory]
    [InlineData("\"became\": \"rule\"", "/provisions/0/rules", "names its rules")]
    [InlineData("\"became\": \"notForAMachine\", \"rules\": [\"TST-1\"], \"note\": { \"en\": \"n\", \"zh\": \"注\" }", "/provisions/0/rules", "names none")]
    [InlineData("\"became\": \"notForAMachine\"", "/provisions/0/note", "why nothing is")]
    [InlineData("\"became\": \"field\", \"rules\": [\"TST-1\"]", "/provisions/0/note", "what is recorded")]
    [InlineData("\"became\": \"procedure\"", "/provisions/0/note", "what is recorded")]
    [InlineData("\"became\": \"rule\", \"rules\": [\"TST-1\", \"TST-1\"]", "/provisions/0/rules", "twice")]
    [InlineData("\"became\": \"forgotten\"", "/provisions/0/became", "one of: rule, procedure, field, notForAMachine")]
    [InlineData("\"became\": \"rule\", \"rules\": [\"TST-1\"], \"text\": \"x\"", "/provisions/0/text", "unknown key")]
    public void A_row_that_leaves_open_what_became_of_a_provision_is_refused(string rest, string pointer, string because)
    {
        var error = Table(Row(rest)).Errors.Should().ContainSingle().Subject;
        error.Pointer.Should().Be(pointer);
        error.Message.En.Should().Contain("TST.json").And.Contain(because);
    }

    [Fact]
    public void A_hash_that_is_none_and_a_file_of_another_name_are_refused()
    {
        Outline("""{ "book": "TST", "sourceSha256": "abc", "provisions": [] }""").Errors.Should().ContainSingle().Which.Pointer.Should().Be("/sourceSha256");
        Outline($$"""{ "book": "TST", "sourceSha256": "{{Hash}}", "provisions": [ { "number": "1", "sha256": "{{Hash.ToUpperInvariant()}}" } ] }""").Errors.Should().ContainSingle().Which.Pointer.Should().Be("/provisions/0/sha256");
        Outline($$"""{ "book": "XYZ", "sourceSha256": "{{Hash}}", "provisions": [] }""").Errors.Should().ContainSingle().Which.Code.Should().Be("rule-file-wrong-name");
        Table("""{ "book": "XYZ", "provisions": [] }""").Errors.Should().ContainSingle().Which.Code.Should().Be("rule-file-wrong-name");
    }

    private static string Row(string rest) => $$"""{ "book": "TST", "provisions": [ { "number": "1.1", "about": { "en": "a", "zh": "甲" }, {{rest}} } ] }""";

    private static Domain.Results.Result<SourceOutline> Outline(string json) => ProvisionReader.ReadOutline("TST.json", Encoding.UTF8.GetBytes(json));

    private static Domain.Results.Result<(string Book, IReadOnlyList<ProvisionFate> Fates)> Table(string json) => ProvisionReader.ReadTable("TST.json", Encoding.UTF8.GetBytes(json));

    private static string Tests()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PartyOrg.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return Path.Combine(folder, "tests", "PartyOrg.Domain.Tests");
    }
}
