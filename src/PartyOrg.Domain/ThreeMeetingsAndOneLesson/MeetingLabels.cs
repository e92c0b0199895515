using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>What the codes of meetings are called.</summary>
public static class MeetingLabels
{
    /// <summary>How far a meeting is.</summary>
    public static CodeList<MeetingStatus> Statuses { get; } = new(
        new(MeetingStatus.Planned, "Planned", "已计划"),
        new(MeetingStatus.Cancelled, "Cancelled", "已取消"),
        new(MeetingStatus.Held, "Held", "已召开"),
        new(MeetingStatus.Confirmed, "Confirmed", "记录已确认"),
        new(MeetingStatus.Withdrawn, "Withdrawn", "已撤回"));

    /// <summary>Whether somebody took part.</summary>
    public static CodeList<AttendanceStatus> Attendances { get; } = new(
        new(AttendanceStatus.Present, "Present", "到会"),
        new(AttendanceStatus.Online, "Online", "线上参加"),
        new(AttendanceStatus.AbsentWithLeave, "Absent with leave", "请假"),
        new(AttendanceStatus.AbsentWithoutReason, "Absent without reason", "无故缺席"));

    /// <summary>Who is expected.</summary>
    public static CodeList<WhoIsExpected> Expected { get; } = new(
        new(WhoIsExpected.GroupMembers, "Members of the group", "党小组成员"),
        new(WhoIsExpected.Committee, "Committee", "支部委员会成员"),
        new(WhoIsExpected.AllWhoBelong, "All who belong", "全体党员"),
        new(WhoIsExpected.CommitteeOrAllWhoBelong, "Committee, or all who belong", "委员会成员（未设委员会的为全体党员）"),
        new(WhoIsExpected.PostHolders, "Party workers", "党务工作者"));

    /// <summary>What an attached file can be.</summary>
    public static CodeList<AttachmentType> Attachments { get; } = new(
        new(AttachmentType.Jpeg, "JPEG picture", "JPEG图片"),
        new(AttachmentType.Png, "PNG picture", "PNG图片"),
        new(AttachmentType.Heic, "HEIC picture", "HEIC图片"),
        new(AttachmentType.Pdf, "PDF document", "PDF文档"),
        new(AttachmentType.Ofd, "OFD document", "OFD文档"),
        new(AttachmentType.Docx, "Word document", "Word文档"),
        new(AttachmentType.Xlsx, "Excel workbook", "Excel工作簿"),
        new(AttachmentType.Pptx, "PowerPoint slides", "PowerPoint幻灯片"));
}
