using System.Text.Json;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>The numbers of enforced and proposing rules as jurisdictions set them for their subtree.</summary>
public class LocalRulesTests
{
    [Fact]
    public void A_number_holds_from_the_first_to_the_last_day_below_the_jurisdiction_and_nowhere_else()
    {
        var below = Under([Town, City], new Adoption("county", Town, Days("2024-04-01", "2024-06-30")));
        foreach (var (day, number) in new[] { ("2019-01-01", 3), ("2024-03-31", 3), ("2024-04-01", 2), ("2024-06-30", 2), ("2024-07-01", 3) }) Absences(below, day, Set("county", 2)).Should().Be(number, "of {0}", day);
        Absences(Under([City], new Adoption("county", Town, Days("2024-04-01"))), "2024-05-01", Set("county", 2)).Should().Be(3);
        LocalRules.AsBooked(Catalog(Set("county", 2))).On("TWS-10.1", Day("2024-05-01")).Whole("absences").Should().Be(3);
    }

    [Fact]
    public void The_nearest_jurisdiction_has_the_last_word_and_never_asks_less_than_those_above()
    {
        Adoption[] both = [new("city", City, Days("2024-01-01")), new("town", Town, Days("2024-01-01"))];
        Absences(Under([Town, City], both), "2024-05-01", Set("city", 4), Set("town", 2)).Should().Be(2);
        Absences(Under([Town, City], both), "2024-05-01", Set("city", 2), Set("town", 4)).Should().Be(2);
        Absences(Under([Town, City], both), "2024-05-01", Set("city", 2), Set("town", 4) with { AuthorisedBy = City }).Should().Be(4);
    }

    [Fact]
    public void An_organization_that_moved_goes_by_the_place_of_the_day_and_before_and_after_all_of_them_by_the_nearest()
    {
        var adoptions = new Adoptions([new("TWS", City, Days("2000-01-01")), new("TWS", OtherCity, Days("2000-01-01")), new("there", OtherCity, Days("2000-01-01"))]);
        var (here, there) = (new Superiors([City], adoptions), new Superiors([OtherCity], adoptions));
        var moved = new SubjectHistory(new(Guid.Empty, "branch"), [new("branch", Days("2020-01-01", "2025-12-31"))], [new(Days("2024-05-01", "2025-12-31"), there), new(Days("2020-01-01", "2024-04-30"), here)], []);
        foreach (var (day, number) in new[] { ("2019-12-31", 3), ("2024-04-30", 3), ("2024-05-01", 2), ("2025-12-31", 2), ("2026-01-01", 2) })
            LocalRules.Of(Catalog(Set("there", 2)), moved).On("TWS-10.1", Day(day)).Whole("absences").Should().Be(number, "of {0}", day);
    }

    [Theory]
    [InlineData("TWS-10.1", "absences", 1, null)]
    [InlineData("TWS-10.1", "absences", 0, "Overlays/TWS-10.1.json at /numbers/absences: it must be a whole number from 1 to 24. Correct it.")]
    [InlineData("TWS-10.1", "absences", 25, "Overlays/TWS-10.1.json at /numbers/absences: it must be a whole number from 1 to 24. Correct it.")]
    [InlineData("TWS-7.4", "turnout", 0.55, null)]
    [InlineData("TWS-7.4", "turnout", 0.555, "Overlays/TWS-7.4.json at /numbers/turnout: it must be a number from 0.1 to 0.9 with at most 2 decimals. Correct it.")]
    [InlineData("TWS-7.4", "fewestBallots", 5, null)]
    [InlineData("TWS-7.4", "fewestBallots", 4, "Overlays/TWS-7.4.json at /numbers/fewestBallots: it must be a whole number from 5 to 50. Correct it.")]
    [InlineData("TWS-10.1", "absence", 2, "Overlays/TWS-10.1.json at /numbers/absence: the rule lays down no such number. Use one of: absences, months, monthsBack.")]
    [InlineData("TWS-5.5", "excellentFrom", 75.1, null)]
    [InlineData("TWS-5.5", "excellentFrom", 75, "Overlays/TWS-5.5.json at /numbers/qualifiedFrom: 75 must lie below \"excellentFrom\", which is 75. Change one of them.")]
    [InlineData("TWS-D1", "farmersMost", 0.5, "Overlays/TWS-D1.json at /numbers/farmersMost: another law lays it down, and no jurisdiction changes it. Leave it out.")]
    public void A_number_that_the_rule_cannot_have_is_told_with_file_and_key(string rule, string name, decimal value, string? message)
    {
        var overlay = Set("county", 0) with { RuleId = rule, Numbers = new Dictionary<string, decimal> { [name] = value } };
        var applied = overlay.AppliedTo(RuleCatalog.Embedded.Rule(rule).Versions[0], new(RuleCatalog.Embedded.Vocabulary));
        applied.Errors.Select(e => e.Message.En).Should().Equal(message is null ? [] : [message]);
        if (message is null) applied.Value.Number(name).Should().Be(value);
    }

    private static Overlay Set(string adopted, int absences) => new(adopted, "TWS-10.1", new Dictionary<string, JsonElement>(), new("Local.", "本地。"), new(Guid.Empty, City, new("Measures", "办法"), "No. 1"))
    {
        Numbers = new Dictionary<string, decimal> { ["absences"] = absences },
    };

    private static RuleCatalog Catalog(params Overlay[] overlays) => RuleCatalog.Embedded.With([], [], [], overlays).Value;

    private static SubjectHistory Under(Guid[] nearestFirst, params Adoption[] packs) => new(
        new(Guid.Empty, "branch"), [new("branch", Days("2020-01-01"))], [new(Days("2020-01-01"), new(nearestFirst, new([new("TWS", City, Days("2020-01-01")), .. packs])))], []);

    private static int Absences(SubjectHistory organization, string day, params Overlay[] overlays) => LocalRules.Of(Catalog(overlays), organization).On("TWS-10.1", Day(day)).Whole("absences");
}
