using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>
/// Somebody who was absent made the meeting or class up (补课). He stays absent on the roll, since he was: it is shown apart (reading; the source sets no
/// limit of days). What turns out wrong is voided and stays to be read.
/// </summary>
/// <param name="PersonId">The member.</param>
/// <param name="On">The civil date on which he made it up: the meeting's own day or later, not in the future.</param>
/// <param name="How">How, 1 to 200 characters: with which branch, by which material.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="VoidedAt">When it was taken back, or a correction of the meeting made it void; none while it stands.</param>
/// <param name="VoidedBecause">Why.</param>
public sealed record MakeUp(Id<Person> PersonId, LocalDate On, string How, Instant RecordedAt, Instant? VoidedAt = null, string? VoidedBecause = null)
{
    /// <summary>The longest way of making up, in characters.</summary>
    public const int HowLength = 200;

    /// <summary>Whether the day can belong to a meeting held on this day.</summary>
    public bool Fits(LocalDate heldOn) => On >= heldOn;
}

/// <summary>Refusals of making up.</summary>
public static class MakeUpErrors
{
    /// <summary>Only an absence is made up (TWS-3.5).</summary>
    public static Error NotAbsent { get; } = Error.RuleBroken("TWS-3.5", "not-absent",
        "The person does not stand on the roll as absent, so there is nothing to make up. A wrong roll is mended by a correction.",
        "名册上该人员并非缺席，无须补课。名册有误的，请更正会议记录。");

    /// <summary>Nobody makes up what has not been held yet (TWS-3.5).</summary>
    public static Error BeforeTheMeeting(LocalDate heldOn) => Error.RuleBroken("TWS-3.5", "made-up-before-the-meeting",
        $"The meeting was held on {heldOn:uuuu-MM-dd}; it is made up on that day or later. Correct the day.", $"会议于 {heldOn:uuuu-MM-dd} 召开，补课日期不得早于当日。请改正日期。");

    /// <summary>It is made up once.</summary>
    public static Error MadeUpAlready(LocalDate on) => Error.Conflict("made-up-already",
        $"It is recorded already that the person made the meeting up on {on:uuuu-MM-dd}. If that is wrong, take it back first.", $"已登记该人员于 {on:uuuu-MM-dd} 补课。如有误，请先撤回。");

    /// <summary>Nothing stands that could be taken back.</summary>
    public static Error NotFound { get; } = Error.NotFound("make-up-not-found",
        "It is not recorded that the person made this meeting up. GET /api/v1/meetings/{meeting} shows who did.", "没有该人员补课的登记。请通过 GET /api/v1/meetings/{meeting} 查询。");
}
