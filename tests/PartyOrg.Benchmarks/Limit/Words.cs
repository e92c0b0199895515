using PartyOrg.Benchmarks.Cities;

namespace PartyOrg.Benchmarks.Limit;

/// <summary>Enumerations as the API writes them.</summary>
internal static class Words
{
    public static string Of(MeetingKind kind) => kind switch
    {
        MeetingKind.GroupMeeting => "groupMeeting",
        MeetingKind.CommitteeMeeting => "committeeMeeting",
        MeetingKind.GeneralMeeting => "generalMeeting",
        _ => "partyClass",
    };

    public static MeetingKind Kind(string word) => word switch
    {
        "groupMeeting" => MeetingKind.GroupMeeting,
        "committeeMeeting" => MeetingKind.CommitteeMeeting,
        "generalMeeting" => MeetingKind.GeneralMeeting,
        "partyClass" => MeetingKind.PartyClass,
        _ => throw new FormatException($"'{word}' is not a kind of meeting"),
    };

    public static string Of(AttendanceStatus status) => status switch
    {
        AttendanceStatus.Present => "present",
        AttendanceStatus.OnLeave => "absentWithLeave",
        AttendanceStatus.Absent => "absentWithoutReason",
        _ => "online",
    };

    public static AttendanceStatus Status(string word) => word switch
    {
        "present" => AttendanceStatus.Present,
        "absentWithLeave" => AttendanceStatus.OnLeave,
        "absentWithoutReason" => AttendanceStatus.Absent,
        "online" => AttendanceStatus.Online,
        _ => throw new FormatException($"'{word}' is not an attendance"),
    };
}
