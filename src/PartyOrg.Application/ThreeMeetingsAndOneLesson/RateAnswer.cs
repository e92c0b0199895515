using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>An attendance rate and how it came about (TWS-3.5b). Leave is shown apart: it counts neither above nor below the line.</summary>
/// <param name="RuleId">The rule that asks for it.</param>
/// <param name="Rate">Numerator over denominator, from 0 to 1, to four places; none where the denominator is 0.</param>
/// <param name="Numerator">Times that somebody expected took part, there or online.</param>
/// <param name="Denominator">Times that somebody was expected and not excused.</param>
/// <param name="Expected">Times that somebody was expected.</param>
/// <param name="Present">Times there.</param>
/// <param name="Online">Times online.</param>
/// <param name="AbsentWithLeave">Times excused, shown apart.</param>
/// <param name="AbsentWithoutReason">Times missing.</param>
/// <param name="MadeUp">How many of the absences were made up later, shown apart.</param>
/// <param name="Explanation">The same in words, in the caller's language.</param>
public sealed record RateAnswer(
    string RuleId, decimal? Rate, int Numerator, int Denominator, int Expected, int Present, int Online, int AbsentWithLeave, int AbsentWithoutReason, int MadeUp, string Explanation)
{
    internal static RateAnswer Of(AttendanceRate rate, Language language) => new(
        "TWS-3.5b", rate.Rate, rate.Numerator, rate.Denominator, rate.Expected, rate.Present, rate.Online, rate.AbsentWithLeave, rate.AbsentWithoutReason, rate.MadeUp, rate.Explanation.In(language));
}
