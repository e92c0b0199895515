using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Dues;

/// <summary>
/// On what a member's dues are computed from a month on (TWS-D1): a changed wage counts from its month. It belongs to the member and goes with him to another branch. What is recorded for
/// the same month again takes the place of the older base, which is kept as voided.
/// </summary>
public sealed class DuesBase
{
    private DuesBase() { }

    /// <summary>The base of a member; its amount was found well.</summary>
    public DuesBase(Id<DuesBase> id, Id<Organization> organization, BaseOfMember it, Id<Account> by, Instant at) =>
        (Id, OrganizationId, PersonId, Kind, Fen, From, RecordedBy, RecordedAt) = (id, organization, it.PersonId, it.Kind, it.Amount?.Fen ?? 0, it.From, by, at);

    /// <summary>The base's id.</summary>
    public Id<DuesBase> Id { get; private set; }

    /// <summary>The branch that recorded it.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Whose it is.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>What he lives on.</summary>
    public IncomeKind Kind { get; private set; }

    /// <summary>The income in fen; of a farmer the dues that were agreed, 0 for the least.</summary>
    public long Fen { get; private set; }

    /// <summary>The first month for which it counts.</summary>
    public YearMonth From { get; private set; }

    /// <summary>Whose account recorded it.</summary>
    public Id<Account> RecordedBy { get; private set; }

    /// <summary>When.</summary>
    public Instant RecordedAt { get; private set; }

    /// <summary>When another one for the same month took its place; none while it stands.</summary>
    public Instant? VoidedAt { get; private set; }

    /// <summary>Another base for the same month took its place.</summary>
    public void Void(Instant at) => VoidedAt ??= at;

    /// <summary>The base that counts for the month out of a member's: the one that began last, unless it was for earlier months only.</summary>
    public static DuesBase? For(YearMonth month, IEnumerable<DuesBase> ofMember)
    {
        var last = ofMember.Where(b => b.VoidedAt is null && b.From <= month).MaxBy(b => b.From);
        return last is not null && (last.Kind.LastMonth(last.From) is not { } end || month <= end) ? last : null;
    }

    /// <summary>The dues on it by the rates of the month's first day, exact to the fen, and how they came about line by line.</summary>
    public ComputedAmount DuesBy(DuesRates rates)
    {
        var agreed = Kind == IncomeKind.Farmer && Fen > 0;
        var computed = rates.Formula.On(Kind.Rates(), agreed ? 0 : Fen / 100m);
        var label = DuesLabels.Incomes[Kind].Label;
        List<Text> lines = [new($"{label.En}: {Yuan.Of(Fen)} yuan, recorded from {From:uuuu-MM}.", $"{label.Zh}：{Yuan.Of(Fen)}元，自{From:uuuu-MM}起。")];
        if (!agreed) return new(computed.Fen, [.. lines, .. computed.Lines]);
        lines.Add(new($"A farmer pays {Yuan.Of(computed.Fen)} to {rates.FarmersMost} yuan; {Yuan.Of(Fen)} was agreed.", $"农民党员每月交纳{Yuan.Of(computed.Fen)}元至{rates.FarmersMost}元，商定为{Yuan.Of(Fen)}元。"));
        return new(Fen, lines);
    }
}

/// <summary>A base as it is recorded.</summary>
/// <param name="PersonId">The member, whose relation lies with the branch in the month or later.</param>
/// <param name="Kind">What he lives on.</param>
/// <param name="Amount">The income; of a farmer the dues that were agreed, none for the least. None for a student, who was laid off, and who lives on relief.</param>
/// <param name="From">The first month for which it counts.</param>
public sealed record BaseOfMember(Id<Person> PersonId, IncomeKind Kind, Money? Amount, YearMonth From)
{
    /// <summary>What is wrong with the amount for this kind; none when it is well.</summary>
    public Error? FaultIn(DuesRates rates) => (Kind.HasAmount(), Amount) switch
    {
        (false, not null) => DuesErrors.NoAmountForKind,
        (true, null) when Kind != IncomeKind.Farmer => DuesErrors.AmountMissing,
        (true, { } dues) when Kind == IncomeKind.Farmer && !rates.SuitFarmers(dues) => DuesErrors.NotForFarmers(rates),
        (true, { } income) when income.Fen > AmountByRates.MostBase * 100 => DuesErrors.BaseTooHigh,
        _ => null,
    };
}

/// <summary>The table of TWS-D1 as it is in force on a day. Another law lays it down: no jurisdiction changes it.</summary>
/// <param name="Version">The version of the rule.</param>
public sealed record DuesRates(RuleVersion Version)
{
    /// <summary>The rates in force on the first day of the month.</summary>
    public static DuesRates For(YearMonth month, LocalRules rules) => new(rules.On("TWS-D1", month.OnDayOfMonth(1)));

    /// <summary>The formula.</summary>
    public AmountByRates Formula => (AmountByRates)Version.Check!;

    /// <summary>The most that a farmer pays, in yuan.</summary>
    public Money FarmersMost => new((long)(Version.Number("farmersMost") * 100));

    /// <summary>The least that a farmer pays.</summary>
    public Money FarmersLeast => new(Formula.On(IncomeKind.Farmer.Rates(), 0).Fen);

    /// <summary>Whether a farmer can pay this; both ends are included.</summary>
    public bool SuitFarmers(Money dues) => dues.Fen >= FarmersLeast.Fen && dues.Fen <= FarmersMost.Fen;
}

/// <summary>Amounts that may be negative, as the API writes them.</summary>
public static class Yuan
{
    /// <summary>In yuan, with two places: <c>-12.30</c>.</summary>
    public static string Of(long fen) => fen < 0 ? $"-{new Money(-fen)}" : new Money(fen).ToString();

    /// <summary>The amount in fen, if it is one; a minus stands before it.</summary>
    public static Result<long> Fen(string? text)
    {
        var narrow = NameText.Narrow(text ?? "");
        var money = Money.Of(narrow.StartsWith('-') ? narrow[1..] : narrow);
        return money.Succeeded ? narrow.StartsWith('-') ? -money.Value.Fen : money.Value.Fen : Malformed;
    }

    /// <summary>Not an amount of yuan, with or without a minus.</summary>
    public static Error Malformed { get; } = Error.Invalid("yuan-malformed",
        "An amount is up to 9999999999999.99 yuan, written as digits with at most two places after a full stop, with a minus where more went out than came in: 216.30, -15.00.",
        "金额不超过 9999999999999.99 元，用数字填写，小数点后最多两位；支出大于收入的前加负号，例如 216.30、-15.00。");
}
