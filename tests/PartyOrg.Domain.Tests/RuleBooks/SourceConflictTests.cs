using System.Text;
using System.Text.Json.Nodes;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>Where sources disagree is data, with the choice and the reason.</summary>
public class SourceConflictTests
{
    private const string Sound =
        """
        { "id": "once-or-twice", "title": { "en": "t", "zh": "题" },
          "places": [ { "cite": { "book": "TST", "article": "1", "item": "2" }, "rules": ["TST-1.2"], "says": { "en": "once", "zh": "一次" } },
                      { "cite": { "book": "TST", "article": "3" }, "rules": ["TST-3"], "says": { "en": "twice", "zh": "两次" } } ],
          "choice": { "en": "c", "zh": "选" }, "why": { "en": "w", "zh": "因" } }
        """;

    [Fact]
    public void The_conflicts_that_were_found_are_there() => SourceConflicts.Embedded.All.Select(c => c.Id).Should().Equal(
        "dismissal-may-or-must",
        "life-meeting-confidential-or-public",
        "life-meetings-every-half-year-or-every-year",
        "more-than-three-or-three-and-more",
        "three-members-formal-or-any",
        "work-coverage-before-or-after-instructors",
        "zones-of-management-and-of-detailed-rules");

    [Fact]
    public void Every_place_cites_a_provision_of_a_source_and_names_rules_that_the_provision_has()
    {
        foreach (var place in SourceConflicts.Embedded.All.SelectMany(c => c.Places))
        {
            ProvisionTables.Embedded.TryFind(place.Citation.Book, out var table).Should().BeTrue();
            var number = $"{place.Citation.Article}{(place.Citation.Item is { } item ? $".{item.Replace(" (", ".", StringComparison.Ordinal).TrimEnd(')')}" : "")}";
            var fate = table!.Fates.Should().ContainSingle(f => f.Number == number, "{0} is cited", place.Citation).Subject;
            var below = table.Fates.Where(f => f.Number.StartsWith($"{number}.", StringComparison.Ordinal));
            place.Rules.Should().NotBeEmpty().And.BeSubsetOf(below.Prepend(fate).SelectMany(f => f.Rules));
        }
    }

    [Theory]
    [InlineData("TWS-4.1", "life-meetings-every-half-year-or-every-year")]
    [InlineData("TWS-6.5", "life-meetings-every-half-year-or-every-year")]
    [InlineData("FCM-2.1", "more-than-three-or-three-and-more three-members-formal-or-any")]
    [InlineData("PBS-23.3b", "dismissal-may-or-must")]
    [InlineData("TWS-3.3", "")]
    public void A_rule_knows_the_conflicts_in_which_it_takes_part(string rule, string conflicts) =>
        string.Join(' ', SourceConflicts.Embedded.Of(rule).Select(c => c.Id)).Should().Be(conflicts);

    [Fact]
    public void A_sound_file_becomes_a_conflict_whose_rules_are_those_of_its_places()
    {
        var conflict = Read(Sound).Value;
        conflict.Places.Select(p => p.Citation).Should().Equal(new Citation("TST", "1", "2"), new Citation("TST", "3", null));
        (conflict.Choice.En, conflict.Why.Zh, conflict.Places[1].Says.Zh).Should().Be(("c", "因", "两次"));
        conflict.Rules.Should().Equal("TST-1.2", "TST-3");
    }

    [Theory]
    [InlineData("\"why\"", "\"because\"", "/because", "unknown key")]
    [InlineData("\"says\": { \"en\": \"once\", \"zh\": \"一次\" }", "\"says\": { \"en\": \"once\" }", "/places/0/says/zh", "missing")]
    [InlineData("\"article\": \"3\"", "\"article\": 3", "/places/1/cite/article", "a text")]
    [InlineData("\"id\": \"once-or-twice\"", "\"id\": \"twice\"", "/id", "Rename it to twice.json")]
    public void A_file_with_a_fault_is_refused_with_the_key_that_is_wrong(string was, string becomes, string pointer, string because)
    {
        var errors = Read(Sound.Replace(was, becomes, StringComparison.Ordinal)).Errors;
        errors.Should().Contain(e => e.Pointer == pointer && e.Message.En.Contains(because, StringComparison.Ordinal));
    }

    [Fact]
    public void One_place_alone_is_no_conflict()
    {
        var one = JsonNode.Parse(Sound)!;
        one["places"]!.AsArray().RemoveAt(1);
        Read(one.ToJsonString()).Errors.Should().ContainSingle().Which.Pointer.Should().Be("/places");
    }

    private static Domain.Results.Result<SourceConflict> Read(string json) => SourceConflicts.Read("once-or-twice.json", Encoding.UTF8.GetBytes(json));
}
