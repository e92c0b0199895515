using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>
/// How often those expected took part (TWS-3.5b). Leave is shown apart: who was excused was neither there nor missing, so it counts
/// neither above nor below the line (reading).
/// </summary>
/// <param name="Present">Times there.</param>
/// <param name="Online">Times online.</param>
/// <param name="AbsentWithLeave">Times excused.</param>
/// <param name="AbsentWithoutReason">Times missing.</param>
/// <param name="MadeUp">How many of the absences, of either sort, were made up later. Who made a class up was not at it: the rate stays what it is (reading).</param>
public readonly record struct AttendanceRate(int Present, int Online, int AbsentWithLeave, int AbsentWithoutReason, int MadeUp = 0)
{
    private const int Places = 4;

    /// <summary>How often somebody was expected.</summary>
    public int Expected => Present + Online + AbsentWithLeave + AbsentWithoutReason;

    /// <summary>Above the line: took part, there or online.</summary>
    public int Numerator => Present + Online;

    /// <summary>Below the line: expected and not excused.</summary>
    public int Denominator => Expected - AbsentWithLeave;

    /// <summary>From 0 to 1, to four places; none where nobody was expected without being excused.</summary>
    public decimal? Rate => Denominator == 0 ? null : decimal.Round((decimal)Numerator / Denominator, Places, MidpointRounding.AwayFromZero);

    /// <summary>How the rate came about.</summary>
    public Text Explanation => MadeUp == 0 ? Counted : new(
        $"{Counted.En} Of the absences {MadeUp} {(MadeUp == 1 ? "was" : "were")} made up later, which is shown apart and changes no rate.", $"{Counted.Zh}缺席后补课 {MadeUp} 次（单列，不影响出勤率）。");

    private Text Counted => new(
        Denominator == 0
            ? $"Expected {Times(Expected)}, {AbsentWithLeave} of them excused: there is nothing to make a rate of."
            : $"Took part {Times(Numerator)} ({Present} there, {Online} online) out of {Denominator}: expected {Times(Expected)}, less {AbsentWithLeave} with leave, which is shown apart; absent without reason {Times(AbsentWithoutReason)} (TWS-3.5b).",
        Denominator == 0
            ? $"应到 {Expected} 次，其中请假 {AbsentWithLeave} 次，无可计算的出勤率。"
            : $"参加 {Numerator} 次（到会 {Present} 次，线上 {Online} 次），计算基数 {Denominator} 次：应到 {Expected} 次，扣除请假 {AbsentWithLeave} 次（单列）；无故缺席 {AbsentWithoutReason} 次（TWS-3.5b）。");

    private static string Times(int number) => number == 1 ? "1 time" : $"{number} times";

    /// <summary>The rate over these counts, each with its status.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="madeUp">How many of the absences were made up.</param>
    public static AttendanceRate Of(IEnumerable<(AttendanceStatus Status, int Times)> counts, int madeUp = 0) =>
        counts.Aggregate(new AttendanceRate(0, 0, 0, 0, madeUp), (sum, c) => c.Status switch
        {
            AttendanceStatus.Present => sum with { Present = sum.Present + c.Times },
            AttendanceStatus.Online => sum with { Online = sum.Online + c.Times },
            AttendanceStatus.AbsentWithLeave => sum with { AbsentWithLeave = sum.AbsentWithLeave + c.Times },
            _ => sum with { AbsentWithoutReason = sum.AbsentWithoutReason + c.Times },
        });
}
