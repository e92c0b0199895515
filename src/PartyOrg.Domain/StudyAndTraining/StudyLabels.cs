using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.StudyAndTraining;

/// <summary>What the codes of study and training are called.</summary>
public static class StudyLabels
{
    /// <summary>Classes of what is studied.</summary>
    public static CodeList<StudyContent> Contents { get; } = new(
        new(StudyContent.Theory, "Theory", "理论"),
        new(StudyContent.Policies, "Line, principles and policies", "路线方针政策"),
        new(StudyContent.RightsAndDiscipline, "Members' rights, duties and discipline", "党员权利义务和纪律"),
        new(StudyContent.TraditionAndHistory, "Tradition and history", "传统和历史"),
        new(StudyContent.Knowledge, "Scientific, cultural and professional knowledge", "科学文化和业务知识"));

    /// <summary>What a check found of a member's study.</summary>
    public static CodeList<StudyResult> Results { get; } = new(
        new(StudyResult.Good, "Good", "好"),
        new(StudyResult.Sufficient, "Sufficient", "合格"),
        new(StudyResult.Insufficient, "Insufficient", "不合格"));

    /// <summary>What the superior found of an organization's study, education and training.</summary>
    public static CodeList<GuidanceFinding> Findings { get; } = new(
        new(GuidanceFinding.Good, "Good", "好"),
        new(GuidanceFinding.Sufficient, "Sufficient", "较好"),
        new(GuidanceFinding.ToBeImproved, "To be improved", "需改进"));

    /// <summary>What a branch has for its activities.</summary>
    public static CodeList<FacilityKind> Facilities { get; } = new(
        new(FacilityKind.ActivityRoom, "Activity room", "党员活动室"),
        new(FacilityKind.AudioVisualEquipment, "Audio-visual equipment", "电教设备"),
        new(FacilityKind.PartyPress, "Party newspapers and periodicals", "党报党刊"));
}
