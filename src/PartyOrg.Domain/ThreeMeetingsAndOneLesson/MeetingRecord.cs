using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>The record of a gathering that was held (TWS-3.5): everything but the roll.</summary>
public sealed record MeetingRecord
{
    /// <summary>The longest resolution, in characters.</summary>
    public const int ResolutionLength = 2_000;

    /// <summary>The longest minutes, in characters.</summary>
    public const int MinutesLength = 50_000;

    /// <summary>The most guests.</summary>
    public const int MostGuests = 200;

    /// <summary>The kinds, by name: one gathering may be a general meeting and a Party class at once, and counts once for each.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The civil date in Asia/Shanghai on which it was held, not the date of entry (REG-5: not in the future).</summary>
    public required LocalDate HeldOn { get; init; }

    /// <summary>When it began, local time.</summary>
    public required LocalTime StartsAt { get; init; }

    /// <summary>Where, 1 to 200 characters; for an online meeting, how one joined.</summary>
    public required string Place { get; init; }

    /// <summary>Who chaired it: somebody who was there, on the roll or as a registered guest. He alone confirms the minutes.</summary>
    public required Id<Person> ChairId { get; init; }

    /// <summary>Who wrote the minutes: somebody who was there, on the roll or as a registered guest.</summary>
    public required Id<Person> RecorderId { get; init; }

    /// <summary>What it dealt with, at most 50 items.</summary>
    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];

    /// <summary>What was resolved, at most 50 resolutions of 1 to 2,000 characters.</summary>
    public IReadOnlyList<string> Resolutions { get; init; } = [];

    /// <summary>The minutes, up to 50,000 characters. The chair cannot confirm a record without them.</summary>
    public string? Minutes { get; init; }

    /// <summary>What its kinds want recorded beside all this, by the field's name: lecturer, topic and hours of a Party class.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>Who was there without being expected, at most 200.</summary>
    public IReadOnlyList<Guest> Guests { get; init; } = [];

    /// <summary>The other organizations that held it together with the one whose meeting it is, at most 10: it is one gathering, and counts for each.</summary>
    public IReadOnlyList<Id<Organization>> JointWith { get; init; } = [];

    /// <summary>Every value that cannot be kept, with its pointer inside the record.</summary>
    public IEnumerable<Error> FaultsAgainst(ActivityKinds kinds) =>
        MeetingFaults.Common(kinds, Kinds, Place, Agenda).Concat(FaultsInTexts()).Concat(FaultsInDetails(kinds)).Concat(FaultsInGuests()).Concat(MeetingFaults.InJointWith(JointWith));

    private IEnumerable<Error> FaultsInTexts()
    {
        if (Resolutions.Count > MeetingPlan.MostItems) yield return MeetingErrors.TooMany(MeetingPlan.MostItems).At("/resolutions");
        foreach (var (i, resolution) in Resolutions.Index())
        {
            if (FreeText.FaultIn(resolution, ResolutionLength) is { } fault) yield return fault.At($"/resolutions/{i}");
        }

        if (Minutes is { } minutes && FreeText.FaultIn(minutes, MinutesLength) is { } wrong) yield return wrong.At("/minutes");
    }

    private IEnumerable<Error> FaultsInDetails(ActivityKinds kinds)
    {
        var known = new HashSet<string>();
        foreach (var kind in Kinds.Distinct().Select(n => kinds.TryFind(n, out var found) ? found : null).OfType<ActivityKind>())
        {
            foreach (var field in kind.Details.Where(f => known.Add(f.Name)))
            {
                if (!Details.TryGetValue(field.Name, out var value)) yield return MeetingErrors.DetailMissing(kind, field).At($"/details/{field.Name}");
                else if (field.FaultIn(value) is { } fault) yield return fault.At($"/details/{field.Name}");
            }
        }

        // Which details an unknown kind has, nobody knows: that the kind is wrong is said already.
        if (Kinds.Any(n => !kinds.TryFind(n, out _))) yield break;
        foreach (var name in Details.Keys.Where(n => !known.Contains(n))) yield return MeetingErrors.DetailUnknown(name, known).At($"/details/{name}");
    }

    private IEnumerable<Error> FaultsInGuests()
    {
        if (Guests.Count > MostGuests) yield return MeetingErrors.TooMany(MostGuests).At("/guests");
        foreach (var (i, guest) in Guests.Index())
        {
            if (PersonName.Of(guest.Name) is { Succeeded: false, Errors: [var fault, ..] }) yield return fault.At($"/guests/{i}/name");
            if (guest.PersonId is { } person && Guests.Take(i).Any(g => g.PersonId == person)) yield return MeetingErrors.GuestTwice.At($"/guests/{i}/personId");
        }
    }
}

/// <summary>Somebody who was at a meeting without being expected: invited, or sent by the superior. He counts in no attendance rate.</summary>
/// <param name="Name">What he is called.</param>
/// <param name="PersonId">Who he is in the register, where he is in it: a member of another branch.</param>
public sealed record Guest(string Name, Id<Person>? PersonId = null);
