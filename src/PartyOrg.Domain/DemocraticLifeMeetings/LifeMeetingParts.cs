using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.DemocraticLifeMeetings;

/// <summary>What a democratic life meeting checks of each member of the leading body (TWS-4.3b).</summary>
public enum SelfCheckAspect
{
    /// <summary>The line, principles and policies and the superior's decisions are carried out.</summary>
    Line,

    /// <summary>Thought.</summary>
    Thought,

    /// <summary>Style.</summary>
    Style,

    /// <summary>Work.</summary>
    Work,

    /// <summary>Life.</summary>
    Life,

    /// <summary>Unity.</summary>
    Unity,

    /// <summary>Integrity.</summary>
    Integrity,
}

/// <summary>From whom an opinion comes that was collected before the meeting.</summary>
public enum CollectedFrom
{
    /// <summary>Members of the Party.</summary>
    Members,

    /// <summary>Employees.</summary>
    Employees,

    /// <summary>Others outside: customers, residents, partners.</summary>
    Others,
}

/// <summary>
/// What the register says of an organization on the day of its democratic life meeting: who must attend, and who presides. Those are the members of the committee; where
/// there is none, the secretary, the deputy secretary and all formal members (TWS-4.1, reading).
/// </summary>
/// <param name="Id">The organization.</param>
/// <param name="Day">The day.</param>
/// <param name="Type">What it was on that day; none where it did not exist.</param>
/// <param name="Secretary">Its secretary; none while the post is not filled.</param>
/// <param name="MustAttend">Everyone who must attend.</param>
public sealed record LeadingBodyOnDay(Id<Organization> Id, LocalDate Day, OrganizationType? Type, Id<Person>? Secretary, IReadOnlySet<Id<Person>> MustAttend)
{
    /// <summary>The types of organization that hold the meeting.</summary>
    public static IReadOnlySet<OrganizationType> HeldBy { get; } = new HashSet<OrganizationType>
    {
        OrganizationType.Branch, OrganizationType.JointBranch, OrganizationType.FloatingMemberBranch, OrganizationType.GeneralBranch, OrganizationType.UnitCommittee,
    };

    /// <summary>Derives who must attend from posts and formal membership.</summary>
    /// <param name="id">The organization.</param>
    /// <param name="day">The day.</param>
    /// <param name="type">What it was on that day.</param>
    /// <param name="posts">The posts that are filled on that day.</param>
    /// <param name="formalMembers">The formal members who belong to it on that day.</param>
    public static LeadingBodyOnDay Derive(Id<Organization> id, LocalDate day, OrganizationType? type, IReadOnlyCollection<Post> posts, IEnumerable<Id<Person>> formalMembers)
    {
        var leading = posts.Where(p => p.Office.SitsOnCommittee()).Select(p => p.PersonId);
        return new(
            id, day, type, posts.FirstOrDefault(p => p.Office == Office.Secretary)?.PersonId,
            (posts.Any(p => p.Office.MakesCommittee()) ? leading : leading.Concat(formalMembers)).ToHashSet());
    }
}

/// <summary>An opinion collected before the meeting; its giver is not named. It may be made public (TWS-4.5, TWS-8.2).</summary>
/// <param name="Source">From whom it comes.</param>
/// <param name="Text">The opinion, 1 to 1,000 characters.</param>
public sealed record CollectedOpinion(CollectedFrom Source, string Text)
{
    /// <summary>The longest opinion, in characters.</summary>
    public const int Length = 1_000;

    /// <summary>The most opinions of a meeting.</summary>
    public const int Most = 500;
}

/// <summary>What somebody found of himself in one aspect.</summary>
/// <param name="Aspect">The aspect.</param>
/// <param name="Text">What he found, 1 to 4,000 characters.</param>
public sealed record AspectText(SelfCheckAspect Aspect, string Text);

/// <summary>What somebody who must attend wrote of himself before the meeting. Confidential (TWS-4.5).</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Aspects">What he found, each aspect once; all seven should be there (TWS-4.3b).</param>
/// <param name="FiledAt">When it was filed last.</param>
public sealed record SelfCheck(Id<Person> PersonId, IReadOnlyList<AspectText> Aspects, Instant FiledAt)
{
    /// <summary>The longest text of an aspect, in characters.</summary>
    public const int AspectLength = 4_000;

    /// <summary>What is wrong with the texts; each error points at its own.</summary>
    public static IEnumerable<Error> FaultsIn(IReadOnlyList<AspectText> aspects)
    {
        if (aspects.Count == 0) yield return FreeText.Missing;
        foreach (var (i, entry) in aspects.Index())
        {
            if (FreeText.FaultIn(entry.Text, AspectLength) is { } fault) yield return fault.At($"/{i}/text");
            if (aspects.Take(i).Any(a => a.Aspect == entry.Aspect)) yield return DemocraticLifeMeetingErrors.AspectTwice.At($"/{i}/aspect");
        }
    }
}

/// <summary>What was said of one person, and by him of himself. Confidential (TWS-4.5).</summary>
/// <param name="PersonId">Who spoke of himself.</param>
/// <param name="SelfCriticism">His self-criticism, 1 to 8,000 characters.</param>
/// <param name="Criticisms">What others said to him, one or more.</param>
public sealed record Speech(Id<Person> PersonId, string SelfCriticism, IReadOnlyList<LifeMeetingCriticism> Criticisms)
{
    /// <summary>The longest self-criticism or criticism, in characters.</summary>
    public const int Length = 8_000;

    /// <summary>What is wrong with the values; each error points at its own.</summary>
    public static IEnumerable<Error> FaultsIn(string selfCriticism, IReadOnlyList<LifeMeetingCriticism> criticisms)
    {
        if (FreeText.FaultIn(selfCriticism, Length) is { } wrong) yield return wrong.At("/selfCriticism");
        if (criticisms.Count == 0) yield return FreeText.Missing.At("/criticisms");
        foreach (var (i, criticism) in criticisms.Index())
        {
            if (FreeText.FaultIn(criticism.Text, Length) is { } fault) yield return fault.At($"/criticisms/{i}/text");
        }
    }
}

/// <summary>What one said to another.</summary>
/// <param name="ById">Who said it; somebody who took part.</param>
/// <param name="Text">What, 1 to 8,000 characters.</param>
public sealed record LifeMeetingCriticism(Id<Person> ById, string Text);

/// <summary>Somebody whom the superior sends to the meeting (TWS-4.4).</summary>
/// <param name="PersonId">Who.</param>
public sealed record SentBySuperior(Id<Person> PersonId);

/// <summary>Somebody who is at the meeting without a vote (列席), decided by the organization according to the content (TWS-4.2).</summary>
/// <param name="Name">What he is called.</param>
/// <param name="Reason">Why he was asked to attend, 1 to 200 characters.</param>
/// <param name="PersonId">Who he is in the register, where he is in it.</param>
public sealed record NonVotingAttendee(string Name, string Reason, Id<Person>? PersonId = null)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 200;

    /// <summary>The most of a meeting.</summary>
    public const int Most = 50;
}

/// <summary>Whether somebody who must attend was there.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Present">Whether he was there.</param>
/// <param name="Reason">Why he was not, 1 to 200 characters; for whoever was there nothing.</param>
public sealed record LifeMeetingRollEntry(Id<Person> PersonId, bool Present, string? Reason = null)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 200;
}

/// <summary>Somebody who was absent made the meeting up (TWS-4.2, reading).</summary>
/// <param name="PersonId">Who.</param>
/// <param name="On">On which day: the meeting's or later.</param>
/// <param name="How">How, 1 to 200 characters.</param>
public sealed record LifeMeetingMakeUp(Id<Person> PersonId, LocalDate On, string How)
{
    /// <summary>The longest text, in characters.</summary>
    public const int HowLength = 200;
}

/// <summary>The record of a democratic life meeting that was held.</summary>
public sealed record LifeMeetingRecord
{
    /// <summary>The longest minutes, in characters.</summary>
    public const int MinutesLength = 50_000;

    /// <summary>The civil date in Asia/Shanghai on which it was held; not in the future.</summary>
    public required LocalDate HeldOn { get; init; }

    /// <summary>When it began, local time.</summary>
    public required LocalTime StartsAt { get; init; }

    /// <summary>Where, 1 to 200 characters.</summary>
    public required string Place { get; init; }

    /// <summary>Who presided: the secretary (TWS-4.2). He alone confirms the record.</summary>
    public required Id<Person> PresidedById { get; init; }

    /// <summary>Who wrote the minutes: somebody who was there.</summary>
    public required Id<Person> RecorderId { get; init; }

    /// <summary>The minutes, 1 to 50,000 characters. Confidential (TWS-4.5).</summary>
    public required string Minutes { get; init; }

    /// <summary>One entry for everyone who must attend.</summary>
    public required IReadOnlyList<LifeMeetingRollEntry> Roll { get; init; }

    /// <summary>Who was there without a vote, each with the reason; at most 50.</summary>
    public IReadOnlyList<NonVotingAttendee> NonVoting { get; init; } = [];

    /// <summary>Which of those whom the superior named were there (TWS-4.4b).</summary>
    public IReadOnlyList<Id<Person>> FromSuperior { get; init; } = [];

    /// <summary>Whether the person was there, with a vote or without.</summary>
    public bool WasThere(Id<Person> person) => Roll.Any(r => r.PersonId == person && r.Present) || NonVoting.Any(n => n.PersonId == person) || FromSuperior.Contains(person);

    /// <summary>Every value that cannot be kept, with its pointer inside the record.</summary>
    public IEnumerable<Error> Faults()
    {
        if (FreeText.FaultIn(Place, DemocraticLifeMeeting.PlaceLength) is { } place) yield return place.At("/place");
        if (FreeText.FaultIn(Minutes, MinutesLength) is { } minutes) yield return minutes.At("/minutes");
        if (NonVoting.Count > NonVotingAttendee.Most) yield return DemocraticLifeMeetingErrors.TooMany(NonVotingAttendee.Most).At("/nonVoting");
        foreach (var (i, guest) in NonVoting.Index())
        {
            if (PersonName.Of(guest.Name) is { Succeeded: false, Errors: [var name, ..] }) yield return name.At($"/nonVoting/{i}/name");
            if (FreeText.FaultIn(guest.Reason, NonVotingAttendee.ReasonLength) is { } reason) yield return reason.At($"/nonVoting/{i}/reason");
        }

        foreach (var (i, entry) in Roll.Index())
        {
            if (Roll.Take(i).Any(r => r.PersonId == entry.PersonId)) yield return DemocraticLifeMeetingErrors.TwiceOnRoll.At($"/roll/{i}/personId");
            if (!entry.Present && FreeText.FaultIn(entry.Reason ?? "", LifeMeetingRollEntry.ReasonLength) is { } reason) yield return reason.At($"/roll/{i}/reason");
        }
    }
}
