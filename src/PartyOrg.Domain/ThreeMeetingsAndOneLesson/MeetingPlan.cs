using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>What is planned: a gathering of one or more kinds, when, where, and what it will deal with (TWS-3.5).</summary>
public sealed record MeetingPlan
{
    /// <summary>The longest name of a place, in characters.</summary>
    public const int PlaceLength = 200;

    /// <summary>The most items of an agenda, and the most resolutions.</summary>
    public const int MostItems = 50;

    /// <summary>The most organizations that hold a meeting together with the one whose meeting it is.</summary>
    public const int MostJoint = 10;

    /// <summary>The kinds, by name: one gathering may be a general meeting and a Party class at once, and counts once for each.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The civil date in Asia/Shanghai for which it is planned: today or later.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it begins, local time.</summary>
    public required LocalTime StartsAt { get; init; }

    /// <summary>Where, 1 to 200 characters; for an online meeting, how one joins.</summary>
    public required string Place { get; init; }

    /// <summary>Who will chair it, where that is settled.</summary>
    public Id<Person>? ChairId { get; init; }

    /// <summary>What it will deal with, at most 50 items.</summary>
    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];

    /// <summary>The other organizations that hold it together with the one whose meeting it is, at most 10: it is one gathering, and counts for each.</summary>
    public IReadOnlyList<Id<Organization>> JointWith { get; init; } = [];

    /// <summary>Every value that cannot be kept, with its pointer inside the plan.</summary>
    public IEnumerable<Error> FaultsAgainst(ActivityKinds kinds) => MeetingFaults.Common(kinds, Kinds, Place, Agenda).Concat(MeetingFaults.InJointWith(JointWith));
}

/// <summary>Something that a meeting deals with.</summary>
/// <param name="Text">What, 1 to 500 characters.</param>
/// <param name="Class">The class to which it belongs, of those that the meeting's kinds declare (TWS-3.1b); none where it belongs to none.</param>
public sealed record AgendaItem(string Text, string? Class = null)
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 500;
}

/// <summary>The checks that plans and records share.</summary>
internal static class MeetingFaults
{
    public static IEnumerable<Error> InJointWith(IReadOnlyList<Id<Organization>> jointWith)
    {
        if (jointWith.Count > MeetingPlan.MostJoint) yield return MeetingErrors.TooMany(MeetingPlan.MostJoint).At("/jointWith");
        foreach (var (i, organization) in jointWith.Index())
        {
            if (jointWith.Take(i).Contains(organization)) yield return MeetingErrors.JointTwice.At($"/jointWith/{i}");
        }
    }

    public static IEnumerable<Error> Common(ActivityKinds kinds, IReadOnlyList<string> names, string place, IReadOnlyList<AgendaItem> agenda)
    {
        if (names.Count == 0) yield return MeetingErrors.KindMissing.At("/kinds");
        foreach (var (i, name) in names.Index())
        {
            if (!kinds.TryFind(name, out _)) yield return MeetingErrors.KindUnknown(name, kinds).At($"/kinds/{i}");
            else if (names.Take(i).Contains(name)) yield return MeetingErrors.KindTwice(name).At($"/kinds/{i}");
        }

        if (FreeText.FaultIn(place, MeetingPlan.PlaceLength) is { } fault) yield return fault.At("/place");
        if (agenda.Count > MeetingPlan.MostItems) yield return MeetingErrors.TooMany(MeetingPlan.MostItems).At("/agenda");
        var classes = names.SelectMany(n => kinds.TryFind(n, out var kind) ? kind.AgendaClasses : []).Select(c => c.Name).ToHashSet();
        foreach (var (i, item) in agenda.Index())
        {
            if (FreeText.FaultIn(item.Text, AgendaItem.TextLength) is { } wrong) yield return wrong.At($"/agenda/{i}/text");
            if (item.Class is { } given && !classes.Contains(given)) yield return MeetingErrors.ClassUnknown(given, classes).At($"/agenda/{i}/class");
        }
    }
}
