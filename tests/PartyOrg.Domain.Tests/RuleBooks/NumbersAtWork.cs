using System.Globalization;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.WorkPlans;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>What the code that enforces a rule, or proposes a case by it, decides on fixed facts by the rule's numbers: one line for each decision, on both sides of each boundary.</summary>
internal static class NumbersAtWork
{
    private static readonly LocalDate Today = new(2024, 8, 15);
    private static readonly Ids Ids = new(new Domain.Time.Clock(new Standstill()));
    private static readonly Id<Organization> Branch = Ids.New<Organization>();
    private static readonly Id<Person> Member = Ids.New<Person>();
    private static readonly Booking Booking = new(Ids.New<Account>(), Ids, Instant.FromUtc(2023, 1, 5, 4, 0), new(2023, 1, 5));

    private static readonly Dictionary<string, Func<LocalRules, IEnumerable<string>>> Scenes = new()
    {
        ["TWS-1.4e"] = rules => [Line($"the mid-year summary of 2024 is submitted from {WorkSummary.EarliestSubmission(SummaryKind.MidYear, 2024, rules):uuuu-MM-dd} on")],
        ["TWS-1.4e.2"] = rules => [Line($"the year-end summary of 2024 is submitted from {WorkSummary.EarliestSubmission(SummaryKind.YearEnd, 2024, rules):uuuu-MM-dd} on")],
        ["TWS-4.1"] = rules => new[] { 2, 8 }.Select(month => Line($"a democratic life meeting in the half year of 2024-{month:00} is not early from {DemocraticLifeMeeting.FirstDayNotEarly(new(2024, month, 1), rules):uuuu-MM-dd} on")),
        ["TWS-4.4"] = rules => [Line($"after a notice of {Today:uuuu-MM-dd} a democratic life meeting is held from {DemocraticLifeMeeting.EarliestAfterNotice(Today, rules):uuuu-MM-dd} on")],
        ["TWS-5.3b"] = rules => new[] { 1, 2 }.Select(half => Line($"half {half} of 2024 is reported from {HalfYearReport.EarliestOf(2024, half, rules):uuuu-MM-dd} on")),
        ["TWS-5.4"] = Results,
        ["TWS-5.5"] = Grades,
        ["TWS-6.8"] = Checks,
        ["TWS-7.4"] = Ballots,
        ["TWS-8.4a"] = rules => new[] { new LocalDate(2024, 2, 29), Today }.Select(on => Line($"what is made public on {on:uuuu-MM-dd} is current through {Publication.LastCurrentDay(on, rules):uuuu-MM-dd}")),
        ["TWS-10.1"] = Candidates,
        ["TWS-10.2"] = Arrangements,
        ["TWS-10.4"] = Expiry,
        ["TWS-D1"] = Farmers,
        ["TWS-D2"] = DueDays,
    };

    /// <summary>What the rule decides; nothing where it lays down no numbers.</summary>
    public static IEnumerable<string> Of(Rule rule)
    {
        if (rule.Versions.All(v => v.Numbers.Count == 0)) return [];
        Scenes.Should().ContainKey(rule.Id, "whoever gives a rule numbers shows here what they decide");
        var embedded = RuleCatalog.Embedded;
        var catalog = RuleCatalog.Of(embedded.Books, embedded.Rules.Select(r => r.Id == rule.Id ? rule : r), embedded.Vocabulary).Value;
        return Scenes[rule.Id](LocalRules.AsBooked(catalog)).Select(line => $"{rule.Id}: {line}");
    }

    private static IEnumerable<string> Results(LocalRules rules)
    {
        var terms = new ObjectivesTerms(rules, 2024);
        foreach (var grade in Enum.GetValues<MemberGrade>())
        {
            var ballots = new BallotResult(1, new Dictionary<MemberGrade, int> { [grade] = 1 });
            var democratic = ObjectivesScore.Democratic(ballots, terms)!.Value;
            yield return Line($"one ballot {grade}, marks of 80: democratic {democratic}, combined {ObjectivesScore.Combined(80, democratic, terms)}");
        }
    }

    private static IEnumerable<string> Grades(LocalRules rules)
    {
        var terms = new ObjectivesTerms(rules, 2024);
        foreach (var mark in new[] { 59.99m, 60, 60.01m, 74.99m, 75, 75.01m, 89.99m, 90, 90.01m }) yield return Line($"{mark} is {terms.GradeOf(mark)}");
        yield return Line($"published on {Today:uuuu-MM-dd}, public until {WorkingCalendar.Embedded.After(Today, terms.PublicWorkingDays):uuuu-MM-dd}");
    }

    private static IEnumerable<string> Checks(LocalRules rules)
    {
        foreach (var before in new[] { 0, 1, 2, 3 })
        {
            var check = StudyCheck.Record(Branch, Today, "笔记", [new(Member, StudyResult.Good, null)], new HashSet<Id<Person>> { Member }, before, rules, Role.BranchSecretary, Ids);
            yield return Line($"check {before + 1} of 2024: {(check.Advices.Count == 0 ? "usual" : check.Advices[0].Message.En)}");
        }
    }

    private static IEnumerable<string> Ballots(LocalRules rules)
    {
        foreach (var members in new[] { 9, 10, 100 })
        {
            var expected = Enum.GetValues<WhoIsExpected>().ToDictionary(w => w, IReadOnlySet<Id<Person>> (_) => Enumerable.Range(0, members).Select(_ => Ids.New<Person>()).ToHashSet());
            var opened = Appraisal.Open(new(Branch, Today, OrganizationType.Branch, Role.BranchSecretary, expected), ActivityKinds.Embedded.Named(["generalMeeting"])[0], 2024, rules, Ids).Value.Appraisal;
            yield return Line($"of {members} expected {opened.BallotsNeeded} are needed, {opened.FewestBrokenDown} on a member are broken down");
        }
    }

    private static IEnumerable<string> Candidates(LocalRules rules)
    {
        var triggers = new Triggers(rules, Today);
        foreach (var (length, from) in new[] { (2, Today.PlusDays(-20)), (3, Today.PlusDays(-20)), (4, Today.PlusDays(-20)), (3, Today.PlusMonths(-11)), (3, Today.PlusMonths(-12)), (3, Today.PlusMonths(-12).PlusDays(-1)), (3, Today.PlusMonths(-13)) })
        {
            var absences = Enumerable.Range(0, length).Select(i => new ActivityOfMember(new(new Guid(i + 1, 0, 0, new byte[8])), from.PlusDays(i), new(9, 0), AttendanceStatus.AbsentWithoutReason, false, new("Meeting", "会议")));
            yield return Line($"{length} absences from {from:uuuu-MM-dd} on: {Told(triggers.OfAbsences(Member, absences, Settled.Nothing))}");
        }

        var unchanged = LocalRules.AsBooked(RuleCatalog.Embedded);
        foreach (var (length, last) in new[] { (2, new YearMonth(2024, 7)), (3, new(2024, 7)), (4, new(2024, 7)), (3, new(2023, 10)) })
        {
            var ledger = DuesLedger.Open(Branch, Ids);
            var months = Enumerable.Range(0, length).Select(i => last.PlusMonths(-i)).ToList();
            var wage = new Dictionary<Id<Person>, DuesBase?> { [Member] = new(Ids.New<DuesBase>(), Branch, new(Member, IncomeKind.MonthlyWage, new(3000_00), months[^1]), Booking.By, Booking.At) };
            var entries = months.SelectMany(m => ledger.Assess(m, wage, [], DuesRates.For(m, unchanged), Booking)).ToList();
            yield return Line($"{length} months unpaid up to {last:uuuu-MM}: {Told(triggers.OfDues(Member, MemberMonth.Of(entries, new(_ => unchanged)), Settled.Nothing))}");
        }

        static string Told(IEnumerable<Candidate> found) => found.ToList() switch { [] => "nothing is proposed", var all => string.Join("; ", all.Select(c => $"{c.Ground}, {c.Facts.Count} facts")) };
    }

    private static IEnumerable<string> Arrangements(LocalRules rules)
    {
        foreach (var days in new[] { 0, 1, 2 })
        {
            var it = Proposed();
            var (act, standing) = (new Act(Booking.By, Today, rules), new Standing(Role.None, AdmonitionCase.Decider, AdmonitionCase.Talker));
            it.Decide(Ids.New<Person>(), false, "同意", standing, act).Succeeded.Should().BeTrue();
            var arranged = it.Arrange(Today.PlusDays(days), new(15, 0), "活动室", "准备说明", Ids.New<Person>(), standing, act);
            yield return Line($"told {days} days before the talk: {(arranged.Succeeded ? "in advance" : arranged.Errors[0].Code)}");
        }
    }

    private static IEnumerable<string> Expiry(LocalRules rules)
    {
        var it = Proposed();
        it.Decide(null, true, "情节轻微", new(Role.None, AdmonitionCase.Decider), new(Booking.By, Today, rules)).Succeeded.Should().BeTrue();
        yield return Line($"closed on {it.ClosedOn:uuuu-MM-dd}, read until {it.VisibleUntil:uuuu-MM-dd}");
    }

    private static IEnumerable<string> Farmers(LocalRules rules)
    {
        // A table without farmers is another rule, and is told as such by its amounts.
        var rates = DuesRates.For(new(2024, 8), rules);
        if (!rates.Formula.Names.Contains(IncomeKind.Farmer.Rates())) yield break;
        foreach (var fen in new[] { 98, 99, 100, 101 }) yield return Line($"a farmer pays {fen} fen: {(rates.SuitFarmers(new(fen)) ? "suits" : "does not suit")}");
    }

    private static IEnumerable<string> DueDays(LocalRules rules) =>
        new[] { 2, 4, 8 }.Select(month => Line($"the dues of 2024-{month:00} are due on {new DuesTerms(_ => rules).DueOn(Branch, new(2024, month)):uuuu-MM-dd}"));

    private static AdmonitionCase Proposed() => AdmonitionCase.Propose(
        Branch, Member, [new(Ground.UnwillingToHelp, "事实", null, [])], DecidingBody.Committee, new(Role.None, AdmonitionCase.Decider), new(Booking.By, Today, LocalRules.AsBooked(RuleCatalog.Embedded)), Ids).Value;

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Standstill : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2024, 8, 15, 4, 0);
    }
}
