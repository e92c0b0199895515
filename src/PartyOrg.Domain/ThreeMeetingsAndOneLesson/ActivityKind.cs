using System.Globalization;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>How the members who are expected are derived from the dated facts of the register (TWS-3.5).</summary>
public enum WhoIsExpected
{
    /// <summary>The members of the Party group.</summary>
    GroupMembers,

    /// <summary>Everyone who sits on the committee; where no post makes a committee, there is none (TWS-3.2, reading).</summary>
    Committee,

    /// <summary>All who belong to the organization, by relation or by enrolment: floating members and those who take part nearby, too.</summary>
    AllWhoBelong,

    /// <summary>Everyone who sits on the committee; where no post makes a committee, all who belong to the organization (TWS-1.5, reading).</summary>
    CommitteeOrAllWhoBelong,

    /// <summary>The Party workers, full-time and part-time: everyone who holds a post in the organization (TWS-6.4, reading).</summary>
    PostHolders,
}

/// <summary>
/// A kind of meeting, class or other activity, as data: who holds it, who is expected, who records it, what it deals with. The product's
/// own kinds are files in <c>ActivityKinds/</c>; a rule pack declares others in the same form.
/// </summary>
/// <param name="Name">Its name in requests and answers, <c>generalMeeting</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Evidence">The kind of evidence that one of it yields.</param>
/// <param name="HolderRule">The rule that says who holds it; a refusal names it.</param>
/// <param name="HeldBy">The types of organization that hold it.</param>
/// <param name="Expected">How those expected are derived.</param>
/// <param name="RecordedBy">The roles, held over the organization, that plan, record and correct it (TWS-3.5).</param>
/// <param name="MinutesAreConfirmed">Whether the chair confirms the minutes.</param>
/// <param name="AgendaRule">The rule that says what it deals with; an advice names it.</param>
/// <param name="AgendaClasses">The classes of agenda items that belong to it.</param>
/// <param name="DetailRule">The rule that asks for the details, where there are any.</param>
/// <param name="Details">What is recorded of it beside what every meeting has.</param>
public sealed record ActivityKind(
    string Name, Text Title, string Evidence, string HolderRule, IReadOnlySet<OrganizationType> HeldBy, WhoIsExpected Expected, Role RecordedBy, bool MinutesAreConfirmed,
    string? AgendaRule, IReadOnlyList<AgendaClass> AgendaClasses, string? DetailRule, IReadOnlyList<DetailField> Details)
{
    /// <summary>A kind of a rule pack that this version of the product cannot read: what was recorded of it is shown under its name, and nobody plans, records or corrects any.</summary>
    public static ActivityKind Unreadable(string name) => new(name, new(name, name), name, "", new HashSet<OrganizationType>(), WhoIsExpected.AllWhoBelong, Role.None, false, null, [], null, []);

    /// <summary>Whether the product can read the file that declares it.</summary>
    public bool IsReadable => RecordedBy != Role.None;

    /// <summary>The name under which the rule pack that declares it is adopted; none of the product's own kinds, which every organization may use.</summary>
    public string? Adopted { get; init; }

    /// <summary>
    /// The kind of evidence that one of it yields for each person who took part, expected or a registered guest: training of Party workers counts for each of them (TWS-6.4). None of most kinds, which
    /// count for the organization alone.
    /// </summary>
    public string? AttendeeEvidence { get; init; }
}

/// <summary>A class of agenda items (TWS-3.1b).</summary>
/// <param name="Name">Its name in requests, <c>criticism</c>; the same class may belong to several kinds.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Evidence">The kind of evidence that a gathering with such an item yields beside its own; none for most.</param>
public sealed record AgendaClass(string Name, Text Label, string? Evidence = null);

/// <summary>Something that a kind of activity wants recorded beside what every meeting has: the lecturer of a class.</summary>
/// <param name="Name">Its name in requests, <c>lecturer</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="IsNumber">Whether it is a decimal number; otherwise it is text.</param>
/// <param name="Least">The least number; for text 0.</param>
/// <param name="Most">The greatest number; for text the most characters.</param>
/// <param name="Decimals">How many decimal places a number has at most.</param>
public sealed record DetailField(string Name, Text Title, bool IsNumber, decimal Least, decimal Most, int Decimals)
{
    /// <summary>What is wrong with the value; none when it is what the field asks for.</summary>
    /// <param name="value">The text, or the number in digits with a decimal point.</param>
    public Error? FaultIn(string value)
    {
        if (!IsNumber) return FreeText.FaultIn(value, (int)Most);
        return decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= Least && number <= Most && decimal.Round(number, Decimals) == number ? null : NotInRange;
    }

    private Error NotInRange => Error.Invalid("detail-not-in-range",
        string.Create(CultureInfo.InvariantCulture, $"\"{Name}\" ({Title.En}) is a number from {Least} to {Most} with at most {Decimals} decimal places, in digits, such as \"1.5\"."),
        string.Create(CultureInfo.InvariantCulture, $"“{Title.Zh}”须为 {Least} 至 {Most} 之间的数字，最多 {Decimals} 位小数，例如 \"1.5\"。"));
}
