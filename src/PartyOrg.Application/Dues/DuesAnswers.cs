using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Dues;

/// <summary>A member, named.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
public sealed record DuesMember(Id<Person> PersonId, string Name);

/// <summary>A line of the ledger. It is never changed; a reversal is a line of its own.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Number">Its number in the ledger, from 1 without a gap.</param>
/// <param name="PersonId">Whose dues.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Month">For which month.</param>
/// <param name="Sort">What it says.</param>
/// <param name="Amount">In yuan with two places; negative in a reversal, and where an assessment was lowered.</param>
/// <param name="On">The day on which it was paid or decided.</param>
/// <param name="Reason">Why it was waived, late or reversed.</param>
/// <param name="Lines">How an assessment came about, line by line.</param>
/// <param name="ReversalOf">The entry that it reverses.</param>
/// <param name="IsReversed">Whether another entry reverses it.</param>
/// <param name="RecordedBy">The name of the account that wrote it.</param>
/// <param name="RecordedAt">When.</param>
public sealed record DuesEntryAnswer(
    Id<DuesEntry> Id, int Number, Id<Person> PersonId, string Name, YearMonth Month, DuesEntrySort Sort, string Amount, LocalDate On, string? Reason, IReadOnlyList<Text> Lines,
    Id<DuesEntry>? ReversalOf, bool IsReversed, string RecordedBy, Instant RecordedAt) : Answer
{
    internal static DuesEntryAnswer Of(DuesEntry e, string name, string by, bool isReversed) => new(
        e.Id, e.Number, e.PersonId, name, e.Month, e.Sort, Yuan.Of(e.Fen), e.On, e.Reason, e.Lines, e.ReversalOf, isReversed, by, e.RecordedAt);
}

/// <summary>A member's dues of one month. Amounts in yuan with two places.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Month">The month.</param>
/// <param name="DueOn">The last day on which it is paid in time, itself included (TWS-D2).</param>
/// <param name="Status">How it stands today.</param>
/// <param name="Assessed">What is owed.</param>
/// <param name="Paid">What was paid, less what was reversed.</param>
/// <param name="Waived">What was waived.</param>
/// <param name="Balance">What is left: assessed less waived less paid.</param>
/// <param name="PaidOn">The day of the last payment.</param>
/// <param name="Reasons">Why it is waived or late, where somebody recorded it.</param>
/// <param name="Lines">How what is owed came about (TWS-D1), line by line.</param>
public sealed record MemberMonthAnswer(
    Id<Person> PersonId, string Name, YearMonth Month, LocalDate DueOn, DuesStatus Status, string Assessed, string Paid, string Waived, string Balance, LocalDate? PaidOn,
    IReadOnlyList<string> Reasons, IReadOnlyList<Text> Lines)
{
    internal static MemberMonthAnswer Of(MemberMonth m, string name, LocalDate today) => new(
        m.PersonId, name, m.Month, m.DueOn, m.StatusOn(today), Yuan.Of(m.Assessed), Yuan.Of(m.Paid), Yuan.Of(m.Waived), Yuan.Of(m.Balance), m.PaidOn, m.Reasons, [.. m.Entries.SelectMany(e => e.Lines)]);
}

/// <summary>What was booked.</summary>
/// <param name="Entries">The new lines of the ledger.</param>
/// <param name="Months">How the members' months stand now.</param>
public sealed record DuesBooked(IReadOnlyList<DuesEntryAnswer> Entries, IReadOnlyList<MemberMonthAnswer> Months) : Answer;

/// <summary>The books of a branch for one month (TWS-D2). Amounts in yuan with two places.</summary>
/// <param name="OrganizationId">Whose books.</param>
/// <param name="Month">The month.</param>
/// <param name="DueOn">The last day on which the month is paid in time.</param>
/// <param name="Status">How far they are.</param>
/// <param name="Assessed">What all members together owe for the month.</param>
/// <param name="Paid">What they paid for it, whenever.</param>
/// <param name="Waived">What was waived of it.</param>
/// <param name="Balance">What is left: assessed less waived less paid.</param>
/// <param name="CameIn">What came in, for whichever month, since the last reconciliation: what is to be counted next.</param>
/// <param name="Members">Each member.</param>
/// <param name="WithoutBase">Members for whom nothing could be assessed, since no base is recorded that counts for the month.</param>
/// <param name="Counted">What was counted and agrees with the ledger: the amount that is handed up, negative where more was given back than came in; none before the reconciliation.</param>
/// <param name="ReconciledOn">The day of the reconciliation.</param>
/// <param name="HandedUpTo">The superior to which it went.</param>
/// <param name="HandedUpOn">On which day.</param>
/// <param name="ReceivedOn">The day on which the superior received it.</param>
/// <param name="Next">What you can do next.</param>
/// <param name="Version">Counts the steps of the month's books; <c>If-Match</c> names it.</param>
public sealed record DuesMonthAnswer(
    Id<Organization> OrganizationId, YearMonth Month, LocalDate DueOn, DuesMonthStatus Status, string Assessed, string Paid, string Waived, string Balance, string CameIn,
    IReadOnlyList<MemberMonthAnswer> Members, IReadOnlyList<DuesMember> WithoutBase, string? Counted, LocalDate? ReconciledOn, Id<Organization>? HandedUpTo, LocalDate? HandedUpOn, LocalDate? ReceivedOn,
    IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static DuesMonthAnswer Of(
        DuesMonth b, LocalDate dueOn, IReadOnlyList<MemberMonthAnswer> members, IReadOnlyList<MemberMonth> months, IReadOnlyList<DuesMember> without, long cameIn, IReadOnlyList<PossibleStep> next) => new(
        b.OrganizationId, b.Month, dueOn, b.Status, Yuan.Of(months.Sum(m => m.Assessed)), Yuan.Of(months.Sum(m => m.Paid)), Yuan.Of(months.Sum(m => m.Waived)), Yuan.Of(months.Sum(m => m.Balance)), Yuan.Of(cameIn),
        members, without, b.Counted is { } counted ? Yuan.Of(counted) : null, b.ReconciledOn, b.HandedUpTo, b.HandedUpOn, b.ReceivedOn, next, b.Version);
}
