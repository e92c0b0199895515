using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RuleBooks;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.Tests.Dues;

/// <summary>Whatever is booked, in whatever order: the sums agree, nothing is doubled, nothing is lost.</summary>
public class DuesLedgerProperties
{
    private static readonly YearMonth Month = new(2024, 3);
    private static readonly LocalDate Today = new(2024, 5, 15);
    private static readonly Instant Now = Instant.FromUtc(2024, 5, 15, 4, 0);
    private static readonly Ids Ids = new(new Domain.Time.Clock(new Standstill()));
    private static readonly Booking Booking = new(Ids.New<Account>(), Ids, Now, Today);
    private static readonly Standing Keeper = new(Role.BranchSecretary);
    private static readonly Standing Superior = new(Role.None, DuesMonth.Superior);
    private static readonly LocalRules Rules = LocalRules.AsBooked(RuleCatalog.Embedded);
    private static readonly DuesTerms Terms = new(_ => Rules);
    private static readonly DuesRates Rates = DuesRates.For(Month, Rules);
    private static readonly Id<Person>[] Persons = [Ids.New<Person>(), Ids.New<Person>(), Ids.New<Person>()];

    [Fact]
    public void Sums_agree_and_nothing_is_doubled_whatever_is_booked() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Deed, byte Person, ushort Size)[]>(), deeds =>
        {
            var ledger = DuesLedger.Open(Ids.New<Organization>(), Ids);
            var entries = new List<DuesEntry>();
            var bases = Persons.ToDictionary(p => p, _ => (DuesBase?)null);
            foreach (var (deed, who, size) in deeds ?? [])
            {
                var person = Persons[who % Persons.Length];
                switch (deed % 5)
                {
                    case 0:
                        bases[person] = new(Ids.New<DuesBase>(), ledger.OrganizationId, new(person, IncomeKind.MonthlyWage, new(size * 37L), Month), Booking.By, Now);
                        break;
                    case 1:
                        entries.AddRange(ledger.Assess(Month, bases, entries, Rates, Booking));
                        ledger.Assess(Month, bases, entries, Rates, Booking).Should().BeEmpty("what was assessed is not assessed again");
                        foreach (var (member, onBase) in bases.Where(b => b.Value is not null)) Of(entries, member).Assessed.Should().Be(onBase!.DuesBy(Rates).Fen);
                        break;
                    case 2 or 3:
                        var (sort, by) = deed % 5 == 2 ? (DuesEntrySort.Payment, Keeper) : (DuesEntrySort.Waiver, Superior);
                        var before = Of(entries, person).Balance;
                        var amount = size % (Math.Max(before, 0) + 2);
                        var booked = ledger.Book(sort, [new(person, Month, new(amount), Today, null)], MemberMonth.Of(entries, Terms), by, Booking);
                        booked.Succeeded.Should().Be(amount > 0 && amount <= before, "no more is booked than is left, and all that is left can be");
                        if (booked.Succeeded) entries.AddRange(booked.Value);
                        break;
                    default:
                        if (entries.Count == 0) break;
                        var wrong = entries[size % entries.Count];
                        var reversed = ledger.Reverse(wrong, entries.Exists(e => e.ReversalOf == wrong.Id), "误记", Keeper, Booking);
                        if (!reversed.Succeeded) break;
                        var left = Of(entries, wrong.PersonId).Balance;
                        entries.Add(reversed.Value);
                        Of(entries, wrong.PersonId).Balance.Should().Be(left + wrong.Fen, "as if it had not been entered");
                        break;
                }
            }

            entries.Select(e => e.Number).Should().Equal(Enumerable.Range(1, entries.Count), "numbers have no gap");
            ledger.LastNumber.Should().Be(entries.Count);
            var months = MemberMonth.Of(entries, Terms);
            months.Sum(m => m.Balance).Should().Be(entries.Sum(e => e.Sort == DuesEntrySort.Assessment ? e.Fen : -e.Fen));
            months.Should().NotContain(m => m.Paid < 0 || m.Waived < 0 || m.Assessed < 0);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2024-03-31", true)]
    [InlineData("2024-04-01", false)]
    public void What_is_paid_on_the_due_day_is_paid_in_time(string paidOn, bool inTime)
    {
        var (ledger, entries) = Assessed(3000_00);
        entries.AddRange(ledger.Book(DuesEntrySort.Payment, [new(Persons[0], Month, null, NodaTime.Text.LocalDatePattern.Iso.Parse(paidOn).Value, null)], MemberMonth.Of(entries, Terms), Keeper, Booking).Value);
        Of(entries, Persons[0]).StatusOn(Today).Should().Be(inTime ? DuesStatus.Paid : DuesStatus.PaidLate);
        Of(entries, Persons[0]).WasMissed(Today).Should().Be(!inTime);
    }

    [Fact]
    public void A_month_is_not_missed_before_its_due_day_has_passed()
    {
        var (_, entries) = Assessed(3000_00);
        Of(entries, Persons[0]).WasMissed(new(2024, 3, 31)).Should().BeFalse();
        Of(entries, Persons[0]).WasMissed(new(2024, 4, 1)).Should().BeTrue();
    }

    [Fact]
    public void Part_of_a_month_is_missed_and_one_with_a_reason_or_a_waiver_is_not()
    {
        bool Missed(DuesEntrySort sort, long? fen, string? reason, Standing by)
        {
            var (ledger, entries) = Assessed(3000_00);
            entries.AddRange(ledger.Book(sort, [new(Persons[0], Month, fen is { } amount ? new Money(amount) : null, new(2024, 3, 31), reason)], MemberMonth.Of(entries, Terms), by, Booking).Value);
            return Of(entries, Persons[0]).WasMissed(Today);
        }

        Missed(DuesEntrySort.Payment, 14_99, null, Keeper).Should().BeTrue();
        Missed(DuesEntrySort.Payment, 15_00, null, Keeper).Should().BeFalse();
        Missed(DuesEntrySort.Payment, 14_99, "住院", Keeper).Should().BeFalse();
        Missed(DuesEntrySort.Waiver, 1, "困难", Superior).Should().BeFalse();
        Missed(DuesEntrySort.Reason, null, "住院", Keeper).Should().BeFalse();
    }

    [Fact]
    public void An_assessment_raised_after_the_due_day_makes_nobody_late()
    {
        var early = Booking with { At = Instant.FromUtc(2024, 3, 10, 4, 0) };
        var ledger = DuesLedger.Open(Ids.New<Organization>(), Ids);
        var entries = ledger.Assess(Month, Wage(3000_00), [], Rates, early).ToList();
        entries.AddRange(ledger.Book(DuesEntrySort.Payment, [new(Persons[0], Month, null, new(2024, 3, 20), null)], MemberMonth.Of(entries, Terms), Keeper, early with { Today = new(2024, 3, 20) }).Value);
        entries.AddRange(ledger.Assess(Month, Wage(4000_00), entries, Rates, Booking));
        Of(entries, Persons[0]).StatusOn(Today).Should().Be(DuesStatus.Overdue, "25 yuan are left");
        Of(entries, Persons[0]).WasMissed(Today).Should().BeFalse();
    }

    [Theory]
    [InlineData(IncomeKind.MonthlyWage, "2024-02", "2030-01", true)]
    [InlineData(IncomeKind.MonthlyWage, "2024-02", "2024-01", false)]
    [InlineData(IncomeKind.YearlySalary, "2024-02", "2024-02", true)]
    [InlineData(IncomeKind.YearlySalary, "2024-02", "2024-03", false)]
    [InlineData(IncomeKind.QuarterlyNetIncome, "2024-01", "2024-03", true)]
    [InlineData(IncomeKind.QuarterlyNetIncome, "2024-02", "2024-03", true)]
    [InlineData(IncomeKind.QuarterlyNetIncome, "2024-03", "2024-04", false)]
    public void A_base_counts_for_the_months_of_its_kind(IncomeKind kind, string from, string month, bool counts)
    {
        YearMonth At(string text) => NodaTime.Text.YearMonthPattern.Iso.Parse(text).Value;
        var wage = new DuesBase(Ids.New<DuesBase>(), Ids.New<Organization>(), new(Persons[0], kind, new(100), At(from)), Booking.By, Now);
        (DuesBase.For(At(month), [wage]) is not null).Should().Be(counts);
    }

    private static Dictionary<Id<Person>, DuesBase?> Wage(long fen) =>
        new() { [Persons[0]] = new(Ids.New<DuesBase>(), Ids.New<Organization>(), new(Persons[0], IncomeKind.MonthlyWage, new(fen), Month), Booking.By, Now) };

    private static (DuesLedger Ledger, List<DuesEntry> Entries) Assessed(long wage)
    {
        var ledger = DuesLedger.Open(Ids.New<Organization>(), Ids);
        return (ledger, [.. ledger.Assess(Month, Wage(wage), [], Rates, Booking)]);
    }

    private static MemberMonth Of(IEnumerable<DuesEntry> entries, Id<Person> person) => MemberMonth.Of(entries, Terms).SingleOrDefault(m => m.PersonId == person) ?? new(person, Month, Terms.DueOn(default, Month), []);

    private sealed class Standstill : IClock
    {
        public Instant GetCurrentInstant() => Now;
    }
}
