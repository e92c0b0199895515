using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>Refusals of meetings, classes and other activities, and the advice on what they deal with.</summary>
public static class MeetingErrors
{
    private const int NamedInMessage = 5;

    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("meeting-not-found",
        "There is no such meeting in your scope. Look it up with GET /api/v1/meetings.",
        "在您的权限范围内没有该会议。请通过 GET /api/v1/meetings 查询。");

    /// <summary>No kind was named.</summary>
    public static Error KindMissing { get; } = Error.Invalid("activity-kind-missing",
        "Name at least one kind of meeting; GET /api/v1/activity-kinds lists them.", "请至少填写一种会议类别，类别见 GET /api/v1/activity-kinds。");

    /// <summary>There is no such kind.</summary>
    public static Error KindUnknown(string name, ActivityKinds kinds) => Error.Invalid("activity-kind-unknown",
        $"There is no kind \"{name}\". The kinds are: {Words(kinds.All.Select(k => k.Name))}.", $"没有“{name}”这一类别。可用类别：{Words(kinds.All.Select(k => k.Name))}。");

    /// <summary>A kind was named twice.</summary>
    public static Error KindTwice(string name) => Error.Invalid("activity-kind-twice",
        $"The kind {name} is named twice. A gathering counts once for each kind; record a second meeting as a meeting of its own.",
        $"类别 {name} 重复。一次会议每种类别只计一次；另一次会议请单独登记。");

    /// <summary>None of the meeting's kinds has such a class of agenda items.</summary>
    public static Error ClassUnknown(string name, IReadOnlySet<string> classes) => Error.Invalid("agenda-class-unknown",
        $"The meeting's kinds have no agenda class \"{name}\". {(classes.Count == 0 ? "They have none" : $"They have: {Words(classes)}")}. Leave the class out where the item belongs to none.",
        $"该会议类别没有议题类别“{name}”。{(classes.Count == 0 ? "该类别不分议题类别" : $"可用：{Words(classes)}")}。不属于任何类别的议题请不填类别。");

    /// <summary>A kind's detail is not there.</summary>
    public static Error DetailMissing(ActivityKind kind, DetailField field) => Error.Invalid("detail-missing",
        $"A record of the kind \"{kind.Title.En}\" needs \"{field.Name}\" ({field.Title.En}) among its details.",
        $"“{kind.Title.Zh}”须在 details 中填写“{field.Title.Zh}”（{field.Name}）。") with { RuleId = kind.DetailRule };

    /// <summary>A detail that no kind of the meeting asks for.</summary>
    public static Error DetailUnknown(string name, IReadOnlySet<string> known) => Error.Invalid("detail-unknown",
        $"The meeting's kinds have no detail \"{name}\". {(known.Count == 0 ? "They have none; remove it" : $"They have: {Words(known)}")}.",
        $"该会议类别没有字段“{name}”。{(known.Count == 0 ? "该类别没有任何字段，请删除" : $"可用：{Words(known)}")}。");

    /// <summary>More than the record takes.</summary>
    public static Error TooMany(int most) => Error.Invalid("too-many-items", $"There are more than {most} here. Put some together, or leave some out.", $"超过 {most} 项，请合并或删减。");

    /// <summary>An organization stands twice among those that hold it together.</summary>
    public static Error JointTwice { get; } = Error.Invalid("joint-organization-twice", "The organization is named twice. Keep one.", "同一组织重复，请只保留一个。");

    /// <summary>The organization whose meeting it is holds it anyway.</summary>
    public static Error JointWithItself { get; } = Error.Invalid("joint-with-itself",
        "This is the organization whose meeting it is; name here only the others that hold it together with it.", "该组织即会议所属组织；此处只填写联合召开的其他组织。");

    /// <summary>One person stands twice among the guests.</summary>
    public static Error GuestTwice { get; } = Error.Invalid("guest-twice", "The guest is named twice. Keep one.", "同一列席人员重复，请只保留一个。");

    /// <summary>No registered person has the id.</summary>
    public static Error PersonUnknown { get; } = Error.Invalid("person-unknown",
        "No registered person has this id. Correct it, or leave the id out and give the name alone.", "没有此编号的人员。请改正，或只填写姓名、不填编号。");

    /// <summary>One person stands twice on the roll.</summary>
    public static Error OnRollTwice { get; } = Error.Invalid("roll-person-twice", "The person stands on the roll twice. Keep one entry.", "同一人员在名册中重复，请只保留一条。");

    /// <summary>Leave has a reason (TWS-3.5).</summary>
    public static Error LeaveNeedsReason { get; } = Error.Invalid("leave-needs-reason",
        "An absence with leave needs its reason. Write it, or record the absence as one without reason.",
        "请假须注明事由。请填写事由，或登记为无故缺席。") with { RuleId = "TWS-3.5" };

    /// <summary>Only leave has a reason (TWS-3.5).</summary>
    public static Error ReasonWithoutLeave { get; } = Error.Invalid("reason-without-leave",
        "Only an absence with leave has a reason. Remove the reason, or record the absence as one with leave.",
        "只有请假填写事由。请删除事由，或登记为请假。") with { RuleId = "TWS-3.5" };

    /// <summary>A meeting in the future is planned, not held (REG-5).</summary>
    public static Error HeldInTheFuture { get; } = Error.RuleBroken("REG-5", "held-in-the-future",
        "The day lies in the future: a meeting is recorded on the day on which it was held (Asia/Shanghai) or later. Plan it with POST /api/v1/meetings/plans.",
        "日期晚于今天：会议只能在召开当日（北京时间）或之后登记。请通过 POST /api/v1/meetings/plans 登记计划。");

    /// <summary>A meeting in the past is recorded, not planned (TWS-3.5).</summary>
    public static Error PlannedInThePast { get; } = Error.RuleBroken("TWS-3.5", "planned-in-the-past",
        "The day has passed: a meeting is planned for today or later. Record one that was held with POST /api/v1/meetings.",
        "日期已过：会议只能计划在今天或以后。已召开的会议请通过 POST /api/v1/meetings 登记。");

    /// <summary>The organization is not there on the day (REG-11).</summary>
    public static Error OrganizationNotThere(LocalDate day) => Error.RuleBroken("REG-11", "organization-does-not-exist",
        $"The organization does not exist on {day:uuuu-MM-dd}. Choose a day on which it does.", $"该组织在 {day:uuuu-MM-dd} 不存在。请选择其存续期间的日期。");

    /// <summary>Another type of organization holds this kind of meeting.</summary>
    public static Error NotHeldBySuch(ActivityKind kind) => Error.RuleBroken(kind.HolderRule, "not-held-by-such-organization",
        $"The kind \"{kind.Title.En}\" is held by {Words(kind.HeldBy.Select(t => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(t.ToString())))}; on that day the organization was none of these. Choose the kind or the organization that fits.",
        $"“{kind.Title.Zh}”由以下类型的组织召开：{Words(kind.HeldBy.Select(t => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(t.ToString())))}；当日该组织不属于这些类型。请选择相符的类别或组织。");

    /// <summary>On the day nobody was there to hold it: no committee, no group members, nobody who belongs.</summary>
    public static Error NobodyExpected(ActivityKind kind, LocalDate day) => Error.RuleBroken(kind.HolderRule, "nobody-expected",
        $"On {day:uuuu-MM-dd} {WhyNobody(kind.Expected).En}, so nobody is expected at the kind \"{kind.Title.En}\". Record the posts or members first if they were there.",
        $"{day:uuuu-MM-dd} {WhyNobody(kind.Expected).Zh}，“{kind.Title.Zh}”没有应到人员。如当日确有，请先登记任职或党员。");

    /// <summary>The step is reserved for others (TWS-3.5).</summary>
    public static Error NotRecordedByYou(ActivityKind kind) => Error.Forbidden("not-recorded-by-you",
        $"The kind \"{kind.Title.En}\" is planned, recorded and corrected by {Words(kind.RecordedBy.ToString().Split(", ").Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName))} of the organization. Ask one of them.",
        $"“{kind.Title.Zh}”由该组织的 {Words(kind.RecordedBy.ToString().Split(", ").Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName))} 计划、登记和更正。请联系有权人员。", "TWS-3.5");

    /// <summary>He was not expected that day (REG-4).</summary>
    public static Error NotExpected(LocalDate day) => Error.RuleBroken("REG-4", "person-not-expected",
        $"The person was not expected on {day:uuuu-MM-dd}: by the register he did not belong, or held no post, on that day. Remove him, name him among the guests, or mend the register first. GET …/expected-attendees lists who was expected.",
        $"该人员不是 {day:uuuu-MM-dd} 的应到人员：据登记，当日其不属于该组织或未任职。请删除、列为列席人员，或先更正登记。应到人员见 GET …/expected-attendees。");

    /// <summary>Everyone expected is on the roll (TWS-3.5).</summary>
    public static Error RollIncomplete(IReadOnlyList<Id<Person>> missing) => Error.RuleBroken("TWS-3.5", "roll-incomplete",
        $"{missing.Count} of those expected are missing from the roll: {Ids(missing)}. Add an entry for each, absent ones too.",
        $"名册缺少 {missing.Count} 名应到人员：{Ids(missing)}。请逐人登记，缺席的也要登记。");

    /// <summary>Who is expected stands on the roll, not among the guests (REG-4).</summary>
    public static Error GuestIsExpected(LocalDate day) => Error.RuleBroken("REG-4", "guest-is-expected",
        $"The guest was expected on {day:uuuu-MM-dd} and stands on the roll. Remove him from the guests.",
        $"该列席人员是 {day:uuuu-MM-dd} 的应到人员，应登记在名册中。请从列席人员中删除。");

    /// <summary>The chair was there (TWS-3.5).</summary>
    public static Error ChairWasNotThere { get; } = Error.RuleBroken("TWS-3.5", "chair-was-not-there",
        "Who chairs a meeting takes part in it: on the roll as present or online, or as a registered guest. Correct the chair or the roll.",
        "主持人须参加会议：在名册中登记为到会或线上，或作为已登记的列席人员。请更正主持人或名册。");

    /// <summary>The recorder was there (TWS-3.5).</summary>
    public static Error RecorderWasNotThere { get; } = Error.RuleBroken("TWS-3.5", "recorder-was-not-there",
        "Who records a meeting takes part in it: on the roll as present or online, or as a registered guest. Correct the recorder or the roll.",
        "记录人须参加会议：在名册中登记为到会或线上，或作为已登记的列席人员。请更正记录人或名册。");

    /// <summary>Only what is planned can be rescheduled, cancelled or recorded as held (TWS-3.5).</summary>
    public static Error NotPlanned(MeetingStatus status) => Error.RuleBroken("TWS-3.5", "meeting-not-planned",
        $"Only a planned meeting can be rescheduled, cancelled or recorded as held; this one is {status.ToString().ToLowerInvariant()}. {(status is MeetingStatus.Cancelled or MeetingStatus.Withdrawn ? "Record the meeting as a new one." : "What was recorded is changed by a correction.")}",
        $"只有计划中的会议可以改期、取消或登记为已召开；该会议{In(status)}。{(status is MeetingStatus.Cancelled or MeetingStatus.Withdrawn ? "请另行登记。" : "已登记的内容须以更正方式修改。")}");

    /// <summary>Only what was held can be confirmed, corrected or withdrawn (TWS-3.5).</summary>
    public static Error NotHeld(MeetingStatus status) => Error.RuleBroken("TWS-3.5", "meeting-not-held",
        $"Only a meeting that was recorded as held can be confirmed, corrected or withdrawn; this one is {status.ToString().ToLowerInvariant()}. {(status == MeetingStatus.Planned ? "Record it first." : "Record the meeting as a new one.")}",
        $"只有已登记召开的会议可以确认、更正或撤回；该会议{In(status)}。{(status == MeetingStatus.Planned ? "请先登记。" : "请另行登记。")}");

    /// <summary>None of the meeting's kinds has its minutes confirmed.</summary>
    public static Error NotConfirmedAtAll { get; } = Error.RuleBroken("TWS-3.5", "minutes-not-confirmed-at-all",
        "The minutes of this kind of activity are not confirmed; nothing remains to be done.", "该类活动的纪要无须确认。");

    /// <summary>The chair alone confirms the minutes (TWS-3.5).</summary>
    public static Error OnlyTheChairConfirms { get; } = Error.Forbidden("only-the-chair-confirms",
        "The minutes are confirmed by the person who chaired the meeting. Ask him to sign in and confirm; a wrong chair is mended by a correction.",
        "纪要只能由会议主持人确认。请由主持人登录确认；主持人填写有误的，请更正。", "TWS-3.5");

    /// <summary>Minutes are confirmed once (REG-6).</summary>
    public static Error ConfirmedAlready { get; } = Error.RuleBroken("REG-6", "minutes-confirmed-already",
        "The minutes are confirmed already. What is wrong in them is mended by a correction, which keeps the old record.",
        "纪要已确认，不再重复确认。如有错误，请更正，原记录将予保留。");

    /// <summary>There is nothing to confirm (TWS-3.5).</summary>
    public static Error NoMinutes { get; } = Error.RuleBroken("TWS-3.5", "no-minutes",
        "The record has no minutes yet. Add them by a correction, then confirm.", "该记录尚无纪要。请先以更正方式补充纪要，再确认。");

    /// <summary>The agenda has nothing of what such a meeting is for (TWS-3.1b).</summary>
    public static Advice NothingOfItsClasses(ActivityKind kind) => new(kind.AgendaRule!, new(
        $"The agenda has no item of the classes for \"{kind.Title.En}\": {string.Join("; ", kind.AgendaClasses.Select(c => $"{c.Name} ({c.Label.En})"))}. Give the items their class, or see that the next meeting deals with one of these.",
        $"议程中没有“{kind.Title.Zh}”应有的议题：{string.Join("；", kind.AgendaClasses.Select(c => $"{c.Label.Zh}（{c.Name}）"))}。请为议题填写类别，或在下次会议中安排。"));

    private static Text WhyNobody(WhoIsExpected expected) => expected switch
    {
        WhoIsExpected.Committee => new("the organization had no committee (no committee post was filled)", "该组织没有委员会（未任命委员）"),
        WhoIsExpected.PostHolders => new("nobody held a post in the organization", "该组织无人任职"),
        WhoIsExpected.GroupMembers => new("the Party group had no members", "该党小组没有党员"),
        _ => new("nobody belonged to the organization", "没有党员属于该组织"),
    };

    private static string In(MeetingStatus status) => status switch
    {
        MeetingStatus.Planned => "尚在计划中",
        MeetingStatus.Cancelled => "已取消",
        MeetingStatus.Held => "已登记召开",
        MeetingStatus.Confirmed => "纪要已确认",
        _ => "已撤回",
    };

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal)) is { Length: > 0 } all ? all : "–";

    private static string Ids(IReadOnlyList<Id<Person>> persons) =>
        string.Join(", ", persons.Take(NamedInMessage)) + (persons.Count > NamedInMessage ? ", …" : "");
}
