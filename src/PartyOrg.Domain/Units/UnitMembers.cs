using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Units;

/// <summary>
/// The Party members who work in a unit on a day: those whom the register knows by name, and those whom a survey counted. A survey counts everybody, those whom no register holds included (pocket members, members
/// registered elsewhere); the number that counts is at least what the register knows, so that nobody types what is recorded already (REG-48).
/// </summary>
/// <param name="Formal">Formal members whom the register knows.</param>
/// <param name="Probationary">Probationary members whom the register knows.</param>
/// <param name="Floating">The floating ones among them.</param>
/// <param name="Surveyed">Members by the survey; none where none has counted them.</param>
/// <param name="SurveyedFormal">Formal members by the survey; none where none has counted them.</param>
public sealed record UnitMembers(int Formal, int Probationary, int Floating, int? Surveyed, int? SurveyedFormal)
{
    /// <summary>All whom the register knows.</summary>
    public int Registered => Formal + Probationary;

    /// <summary>The number that counts; none where nothing is known.</summary>
    public int? Counted => Surveyed is null && Registered == 0 ? null : Math.Max(Math.Max(Surveyed ?? 0, Registered), CountedFormal ?? 0);

    /// <summary>The number of formal members that counts; none where nothing is known.</summary>
    public int? CountedFormal => SurveyedFormal is null && Registered == 0 ? null : Math.Max(SurveyedFormal ?? 0, Formal);

    /// <summary>What is to be remarked on a survey that found fewer members than the register knows.</summary>
    public IEnumerable<Advice> Remarks()
    {
        if (Surveyed < Registered)
        {
            yield return new("REG-48", new(
                $"The survey counts {Surveyed} Party members, and the register knows {Registered} who work there: {Registered} count. Correct the survey, or end the workplace of those who have left (GET /api/v1/units/{{unit}}/members).",
                $"摸排党员 {Surveyed} 人，而名册中在该单位工作的党员有 {Registered} 人，按 {Registered} 人计。请更正摸排数，或结束已离开人员的工作单位记录（GET /api/v1/units/{{unit}}/members）。"));
        }

        if (SurveyedFormal < Formal)
        {
            yield return new("REG-48", new(
                $"The survey counts {SurveyedFormal} formal members, and the register knows {Formal} who work there: {Formal} count. Correct the survey, or end the workplace of those who have left (GET /api/v1/units/{{unit}}/members).",
                $"摸排正式党员 {SurveyedFormal} 人，而名册中在该单位工作的正式党员有 {Formal} 人，按 {Formal} 人计。请更正摸排数，或结束已离开人员的工作单位记录（GET /api/v1/units/{{unit}}/members）。"));
        }
    }
}
