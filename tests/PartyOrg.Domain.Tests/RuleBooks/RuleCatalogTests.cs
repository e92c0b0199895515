using System.Text;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

public class RuleCatalogTests
{
    private static readonly RuleCatalog Catalog = RuleCatalog.Embedded;

    [Fact]
    public void The_five_regulations_and_the_house_book_are_there() => Catalog.Books.Select(b => b.Id).Should().Equal("DPB", "FCM", "MLE", "PBS", "REG", "TWS");

    [Fact]
    public void Every_regulation_names_the_text_it_was_read_from_and_the_house_book_has_none()
    {
        Catalog.Books.Where(b => b.SourceSha256 is null).Select(b => b.Id).Should().Equal("REG");
        Catalog.Books.Select(b => b.SourceSha256).OfType<string>().Distinct().Should().HaveCount(5);
        Catalog.Books.Where(b => b.IsTranslation).Select(b => b.Id).Should().Equal("DPB", "MLE", "TWS");
        Catalog.Books.Where(b => b.DateReading is null).Select(b => b.Id).Should().Equal(["FCM"], "only its text shows the day");
    }

    [Fact]
    public void Rules_are_in_the_order_of_their_numbers()
    {
        Catalog.RulesOf("TWS").Select(r => r.Id).Should().ContainInOrder(["TWS-3.1", "TWS-3.1b", "TWS-3.2", "TWS-3.3", "TWS-3.4", "TWS-3.5", "TWS-3.5b"]);
        Catalog.RulesOf("REG").Select(r => r.Id).Should().StartWith(Enumerable.Range(1, 12).Select(n => $"REG-{n}"));
    }

    [Fact]
    public void A_rule_is_found_by_its_id_and_an_unknown_id_is_not()
    {
        Catalog.TryFindRule("TWS-3.3", out var rule).Should().BeTrue();
        rule!.Title.En.Should().Be("The branch general meeting is held once a quarter.");
        Catalog.TryFindRule("tws-3.3", out _).Should().BeFalse();
        Catalog.TryFindBook("TWS", out var book).Should().BeTrue();
        book!.InForceFrom.Should().Be(new LocalDate(2020, 8, 24));
        Catalog.TryFindBook("XYZ", out _).Should().BeFalse();
        FluentActions.Invoking(() => Catalog.Rule("XYZ-1")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Duties_are_judged_and_what_is_enforced_or_recorded_is_not()
    {
        Catalog.Judged.Should().OnlyContain(r => r.Kind != RuleKind.Invariant && r.Kind != RuleKind.Procedure);
        Catalog.Judged.Select(r => r.Id).Should().Contain(Catalog.Rules.Where(r => r.Kind == RuleKind.Duty).Select(r => r.Id)).And.NotContain(["TWS-3.5", "REG-1"]);
    }

    [Theory]
    [InlineData("TWS-3.1", "partyGroup", "partyGroupMeeting", "month", null)]
    [InlineData("TWS-3.2", "branch jointBranch floatingMemberBranch generalBranch unitCommittee", "committeeMeeting", "month", "committee")]
    [InlineData("TWS-3.3", "branch jointBranch floatingMemberBranch", "generalMeeting", "quarter", null)]
    [InlineData("TWS-3.4", "branch jointBranch floatingMemberBranch", "partyClass", "halfYear", null)]
    public void A_duty_of_the_three_meetings_and_one_lesson_binds_and_asks_as_required(string id, string of, string evidence, string every, string? during)
    {
        var version = Catalog.Rule(id).Versions.Should().ContainSingle().Subject;

        version.InForceFrom.Should().Be(new LocalDate(2020, 8, 24));
        version.Check!.Of.Should().Equal(of.Split(' '));
        version.Check.While.Should().Be(during);
        version.Check.Parameters["evidence"].GetString().Should().Be(evidence);
        version.Check.Parameters["every"].GetString().Should().Be(every);
        version.Check.Parameters["times"].GetInt32().Should().Be(1);
    }

    [Fact]
    public void The_house_books_rules_are_invariants_procedures_and_advices_that_the_product_adds()
    {
        Catalog.RulesOf("REG").Should().OnlyContain(r => r.Versions.Single().Basis == Basis.Product);
        Catalog.RulesOf("REG").Where(r => r.Kind is not RuleKind.Invariant and not RuleKind.Procedure and not RuleKind.Advice).Select(r => r.Id).Should().BeEmpty("what the product adds is enforced, not judged");
    }

    [Fact]
    public void An_id_that_stands_twice_and_a_book_that_is_not_there_are_errors()
    {
        var (book, rule) = (Catalog.Books[0], Catalog.Rule("TWS-3.3"));

        RuleCatalog.Of([book, book], [], Catalog.Vocabulary).Errors.Should().ContainSingle().Which.Code.Should().Be("rule-catalog-id-twice");
        RuleCatalog.Of(Catalog.Books, [rule, rule], Catalog.Vocabulary).Errors.Should().ContainSingle().Which.Code.Should().Be("rule-catalog-id-twice");
        RuleCatalog.Of([book], [rule], Catalog.Vocabulary).Errors.Should().ContainSingle().Which.Code.Should().Be("rule-catalog-unknown-book");
    }

    [Theory]
    [InlineData("\"id\": \"TST\"", "\"id\": \"TSU\"", "rule-file-wrong-name", "/id")]
    [InlineData("\"language\": \"zh\"", "\"language\": \"de\"", "rule-file-bad-value", "/language")]
    [InlineData("\"isTranslation\": false", "\"isTranslation\": \"no\"", "rule-file-bad-value", "/isTranslation")]
    [InlineData("\"isTranslation\": false", "\"isTranslation\": false, \"sourceSha256\": \"ABC\"", "rule-file-bad-value", "/sourceSha256")]
    [InlineData("\"isTranslation\": false", "\"isTranslation\": false, \"sha\": \"abc\"", "rule-file-unknown-key", "/sha")]
    [InlineData("\"language\": \"zh\", ", "", "rule-file-missing-key", "/language")]
    public void A_faulty_book_is_refused_like_a_faulty_rule(string was, string becomes, string code, string pointer)
    {
        const string Book = """{ "id": "TST", "title": { "en": "T", "zh": "题" }, "issuer": { "en": "I", "zh": "署" }, "inForceFrom": "2020-01-01", "language": "zh", "isTranslation": false }""";
        BookReader.ReadBook("TST.json", Encoding.UTF8.GetBytes(Book)).Value.Title.Zh.Should().Be("题");

        var error = BookReader.ReadBook("TST.json", Encoding.UTF8.GetBytes(Book.Replace(was, becomes))).Errors.Should().ContainSingle().Subject;

        (error.Code, error.Pointer).Should().Be((code, pointer));
    }

    [Theory]
    [InlineData("\"kind\": \"dance\"", "\"kind\": \"dances\"", "rule-file-wrong-name", "/kind")]
    [InlineData("\"measure\": \"次\"", "\"measure\": \"\"", "rule-file-bad-value", "/measure")]
    [InlineData("\"measure\": \"次\", ", "", "rule-file-missing-key", "/measure")]
    public void A_faulty_evidence_kind_is_refused_like_a_faulty_rule(string was, string becomes, string code, string pointer)
    {
        const string Kind = """{ "kind": "dance", "noun": { "en": "dance", "zh": "舞会" }, "plural": "dances", "measure": "次", "act": { "en": "hold", "zh": "举办" }, "recordedBy": "recordDance" }""";
        var sound = BookReader.ReadEvidenceKind("dance.json", Encoding.UTF8.GetBytes(Kind)).Value;
        (sound.Counted(1).En, sound.Counted(2).En, sound.CountedMore(1).En, sound.CountedMore(2).Zh, sound.PlannedBy).Should().Be(("1 dance", "2 dances", "1 more dance", "2次舞会", null));

        var error = BookReader.ReadEvidenceKind("dance.json", Encoding.UTF8.GetBytes(Kind.Replace(was, becomes))).Errors.Should().ContainSingle().Subject;

        (error.Code, error.Pointer).Should().Be((code, pointer));
    }
}
