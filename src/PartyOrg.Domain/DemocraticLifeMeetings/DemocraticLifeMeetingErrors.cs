using NodaTime;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Compliance;

namespace PartyOrg.Domain.DemocraticLifeMeetings;

/// <summary>Refusals and remarks of democratic life meetings.</summary>
public static class DemocraticLifeMeetingErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("life-meeting-not-found",
        "There is no such democratic life meeting in your scope. Look it up with GET /api/v1/democratic-life-meetings.",
        "在您的权限范围内没有该民主生活会。请通过 GET /api/v1/democratic-life-meetings 查询。");

    /// <summary>An item that is not there, or out of the caller's scope.</summary>
    public static Error ItemNotFound { get; } = Error.NotFound("rectification-item-not-found",
        "There is no such rectification item in your scope. Look it up with GET /api/v1/rectification-items.",
        "在您的权限范围内没有该整改事项。请通过 GET /api/v1/rectification-items 查询。");

    /// <summary>A complaint that is not there, or not for the caller.</summary>
    public static Error ComplaintNotFound { get; } = Error.NotFound("retaliation-complaint-not-found",
        "There is no such complaint that you filed or that was filed to your organization. Look it up with GET /api/v1/retaliation-complaints.",
        "没有由您提交或提交给您所在组织的该申诉。请通过 GET /api/v1/retaliation-complaints 查询。");

    /// <summary>A person whom the register does not know.</summary>
    public static Error PersonUnknown { get; } = Error.NotFound("person-unknown",
        "The register has no person with this id. Look it up with GET /api/v1/members.", "登记册中没有此人。请通过 GET /api/v1/members 查询。");

    /// <summary>Neither a participant nor the superior (TWS-4.5).</summary>
    public static Error Confidential { get; } = Error.Forbidden("life-meeting-confidential",
        "What individuals said is read by those who took part and by the organization directly above, and by nobody else. What may be known outside is in the meeting's public summary.",
        "个人发言内容仅限参会人员和直接上级党组织查阅。可对外公开的内容见会议公开摘要。", "TWS-4.5");

    /// <summary>Only those who took part complain (TWS-4.5).</summary>
    public static Error NotParticipant { get; } = Error.Forbidden("complaint-of-no-participant",
        "A complaint of retaliation is filed by somebody who took part in the meeting. Write to the superior through letters and visits instead.",
        "打击报复申诉由参会人员提出。其他人员请通过信访渠道反映。", "TWS-4.5");

    /// <summary>The complainant does not answer himself (TWS-4.5).</summary>
    public static Error ForSuperior { get; } = Error.Forbidden("complaint-for-superior",
        "Whoever leads the organization to which the complaint was filed answers it. Wait for the answer.", "申诉由受理的上级党组织负责人答复，请等待答复。", "TWS-4.5");

    /// <summary>Nothing of it is public yet (TWS-4.5b).</summary>
    public static Error NotConfirmed { get; } = Error.RuleBroken("TWS-4.5b", "life-meeting-not-confirmed",
        "The meeting is not confirmed, so that there is nothing to make public yet. Let whoever presided confirm it (confirmDemocraticLifeMeeting).",
        "该会议尚未确认，暂无可公开内容。请由主持人确认（confirmDemocraticLifeMeeting）。");

    /// <summary>There is no organization above to complain to (TWS-4.5).</summary>
    public static Error NoSuperior { get; } = Error.RuleBroken("TWS-4.5", "complaint-without-superior",
        "No organization stands above this one, so that there is nobody to whom the complaint could go.", "该组织没有上级党组织，申诉无法提交。");

    /// <summary>It cannot be both: too many entries.</summary>
    public static Error TooMany(int most) => Error.Invalid("too-many", $"There are more than {most}. Leave some out.", $"数量超过 {most}，请减少。");

    /// <summary>Somebody stands twice on the roll.</summary>
    public static Error TwiceOnRoll { get; } = Error.Invalid("twice-on-roll", "This person stands on the roll twice. Keep one entry.", "该人员在名册中重复出现，请保留一条。");

    /// <summary>An aspect stands twice.</summary>
    public static Error AspectTwice { get; } = Error.Invalid("aspect-twice", "This aspect stands twice. Write one text for it.", "该方面重复出现，请合并为一条。");

    /// <summary>The organization holds no such meeting (TWS-4.1).</summary>
    public static Error NotHeldBySuch(LocalDate day) => Error.RuleBroken("TWS-4.1", "life-meeting-not-held-by-such",
        $"On {day.Iso()} this was no branch, joint branch, floating-member branch, general branch or committee of a unit; only those hold democratic life meetings.",
        $"{day.Iso()} 该组织不是党支部、联合党支部、流动党员党支部、党总支或单位党委；民主生活会仅由上述组织召开。");

    /// <summary>Nobody can preside (TWS-4.2).</summary>
    public static Error NoSecretary(LocalDate day) => Error.RuleBroken("TWS-4.2", "life-meeting-without-secretary",
        $"The post of secretary is not filled on {day.Iso()}, and the secretary presides. Fill the post first.", $"{day.Iso()} 书记职务空缺，而民主生活会由书记主持。请先配备书记。");

    /// <summary>The day lies in the past.</summary>
    public static Error PlannedInThePast { get; } = Error.Invalid("planned-in-the-past", "A meeting is planned for today or later. Choose another day.", "计划日期须为今天或以后，请重新选择。");

    /// <summary>The notice leaves too little time (TWS-4.4).</summary>
    public static Error NoticeTooLate(LocalDate noticed, LocalDate earliest)
    {
        var days = Period.DaysBetween(noticed, earliest);
        return Error.RuleBroken("TWS-4.4", "notice-too-late",
            $"Notice is given at least {days} day{(days == 1 ? "" : "s")} before the meeting: after this notice it can be held from {earliest.Iso()} on. Move the meeting (rescheduleDemocraticLifeMeeting).",
            $"须至少提前 {days} 天通知：按此通知日期，最早可于 {earliest.Iso()} 召开。请先改期（rescheduleDemocraticLifeMeeting）。");
    }

    /// <summary>It was held before the notice had run (TWS-4.4).</summary>
    public static Error HeldTooSoon(LocalDate earliest) => Error.RuleBroken("TWS-4.4", "held-before-notice-ran",
        $"After the notice that was given the meeting could be held from {earliest.Iso()} on. Correct the day, or hold the meeting with a notice in time.",
        $"按已发出的通知，会议最早可于 {earliest.Iso()} 召开。请核对召开日期，或按规定提前通知后召开。");

    /// <summary>The report does not come before the meeting (TWS-4.4).</summary>
    public static Error ReportedTooLate { get; } = Error.RuleBroken("TWS-4.4", "reported-too-late",
        "Date and content are reported before the day of the meeting. Report earlier, or move the meeting (rescheduleDemocraticLifeMeeting).",
        "时间和内容须在会议召开日之前报告上级。请提前报告，或先改期（rescheduleDemocraticLifeMeeting）。");

    /// <summary>The superior knows nothing of the meeting yet (TWS-4.4).</summary>
    public static Error NotReported { get; } = Error.RuleBroken("TWS-4.4", "life-meeting-not-reported",
        "The meeting was not reported yet; the superior names who attends when it was. Ask the organization to report it (reportDemocraticLifeMeeting).",
        "该会议尚未向上级报告，报告后方可确定派员名单。请由该组织先行报告（reportDemocraticLifeMeeting）。");

    /// <summary>Whom the superior sends must attend anyway (TWS-4.4).</summary>
    public static Error SentMustAttend { get; } = Error.RuleBroken("TWS-4.4", "sent-must-attend",
        "This person must attend the meeting himself and cannot be sent by the superior. Name somebody else.", "此人本应出席该会议，不能作为上级派员。请另行确定人员。");

    /// <summary>The person is none of those who must attend (TWS-4.2).</summary>
    public static Error NeedNotAttend { get; } = Error.RuleBroken("TWS-4.2", "need-not-attend",
        "This person is none of those who must attend: the committee, or, without one, the secretary, the deputy secretary and all formal members. See mustAttend in the meeting.",
        "此人不属于应出席人员（支部委员会成员；未设委员会的，为书记、副书记和全体正式党员）。应出席人员见会议的 mustAttend。");

    /// <summary>The meeting is over (TWS-4.3).</summary>
    public static Error SelfCheckTooLate { get; } = Error.RuleBroken("TWS-4.3", "self-check-too-late",
        "The self-check is filed before the meeting; now only somebody who was absent files his, before he makes the meeting up.", "个人检查材料须在会前提交；会后仅缺席且尚未补课的人员可以提交。");

    /// <summary>Self-checks are missing (TWS-4.3).</summary>
    public static Error SelfChecksMissing(int count) => Error.RuleBroken("TWS-4.3", "self-checks-missing",
        $"Everyone files a self-check before he takes part; {count} missing. See mustAttend in the meeting, and let them file (fileSelfCheck).",
        $"参会前须提交个人检查材料，尚缺 {count} 份。请查看会议的 mustAttend，并督促提交（fileSelfCheck）。");

    /// <summary>A day in the future.</summary>
    public static Error HeldInTheFuture { get; } = Error.RuleBroken("REG-5", "held-in-the-future", "A meeting in the future was not held yet. Record it when it was.", "会议日期晚于今天，尚未召开。请在召开后登记。");

    /// <summary>Somebody else presided (TWS-4.2).</summary>
    public static Error NotPresidedBySecretary { get; } = Error.RuleBroken("TWS-4.2", "not-presided-by-secretary",
        "The secretary presides over the democratic life meeting, and is there. Correct the record, or hold the meeting when he can.", "民主生活会由书记主持，书记须到会。请核对记录，或在书记能够到会时召开。");

    /// <summary>The roll lacks somebody (TWS-4.2).</summary>
    public static Error RollIncomplete(int count) => Error.RuleBroken("TWS-4.2", "roll-incomplete",
        $"The roll lacks {count} of those who must attend. Say of each whether he was there.", $"名册缺少 {count} 名应出席人员，请逐一登记是否到会。");

    /// <summary>Who was not there wrote no minutes.</summary>
    public static Error RecorderWasNotThere { get; } = Error.RuleBroken("TWS-4.2", "recorder-was-not-there", "Who wrote the minutes was there. Choose somebody present.", "记录人须在场，请选择到会人员。");

    /// <summary>A guest who must attend (TWS-4.2).</summary>
    public static Error NonVotingMustAttend { get; } = Error.RuleBroken("TWS-4.2", "non-voting-must-attend",
        "This person must attend and stands on the roll, not among those without a vote.", "此人属于应出席人员，应登记在名册中，不能列为列席人员。");

    /// <summary>The superior did not name him (TWS-4.4).</summary>
    public static Error NotSent { get; } = Error.RuleBroken("TWS-4.4", "not-named-by-superior",
        "The superior did not name this person; who comes without that is recorded among those without a vote.", "此人不在上级确定的派员名单中，可登记为列席人员。");

    /// <summary>He was not there (TWS-4.2).</summary>
    public static Error WasAbsent { get; } = Error.RuleBroken("TWS-4.2", "speaker-was-absent",
        "This person was absent and has not made the meeting up. Record the make-up first (recordLifeMeetingMakeUp).", "此人缺席且尚未补课。请先登记补课（recordLifeMeetingMakeUp）。");

    /// <summary>Criticism comes from another participant (TWS-4.3).</summary>
    public static Error CriticIsNoOther { get; } = Error.RuleBroken("TWS-4.3", "critic-is-no-other-participant",
        "Criticism comes from somebody else who took part in the meeting; what one says of oneself is self-criticism.", "批评意见须由其他参会人员提出；本人对自己的意见属于自我批评。");

    /// <summary>Nothing to make up (TWS-4.2).</summary>
    public static Error NothingToMakeUp { get; } = Error.RuleBroken("TWS-4.2", "nothing-to-make-up",
        "Only somebody who must attend and was absent makes the meeting up, once.", "仅应出席而缺席的人员可以补课，且只登记一次。");

    /// <summary>Before the meeting (TWS-4.2).</summary>
    public static Error MadeUpTooEarly(LocalDate held) => Error.RuleBroken("TWS-4.2", "made-up-before-the-meeting",
        $"It is made up on the meeting's day, {held.Iso()}, or later.", $"补课日期不得早于会议日期 {held.Iso()}。");

    /// <summary>Absent persons have made nothing up (TWS-4.2).</summary>
    public static Error MakeUpsMissing(int count) => Error.RuleBroken("TWS-4.2", "make-ups-missing",
        $"{count} of those who must attend were absent and have not made the meeting up; until then it is not confirmed. Record the make-ups (recordLifeMeetingMakeUp).",
        $"尚有 {count} 名应出席人员缺席且未补课，补课前不能确认。请登记补课（recordLifeMeetingMakeUp）。");

    /// <summary>Not everyone's criticism and self-criticism is recorded (TWS-4.5b).</summary>
    public static Error SpeechesMissing(int count) => Error.RuleBroken("TWS-4.5b", "speeches-missing",
        $"Criticism and self-criticism are not recorded for {count} of those who must attend; without them it was another meeting. Record them (recordLifeMeetingSpeech).",
        $"尚有 {count} 名应出席人员未登记批评与自我批评，不能确认为民主生活会。请补充登记（recordLifeMeetingSpeech）。");

    /// <summary>An item's owner does not belong to the organization (TWS-4.6).</summary>
    public static Error OwnerElsewhere { get; } = Error.RuleBroken("TWS-4.6", "item-owner-elsewhere",
        "The owner of the item is neither a member nor a post holder of the organization. Name somebody of its own; what it cannot solve is escalated (escalateRectificationItem).",
        "整改责任人须为本组织党员或任职人员。请另行确定；本组织无法解决的，请提请上级（escalateRectificationItem）。") with { Pointer = "/ownerId" };

    /// <summary>Due before the meeting (TWS-4.6).</summary>
    public static Error DueBeforeMeeting { get; } = Error.RuleBroken("TWS-4.6", "item-due-before-meeting",
        "The item is due after the day of the meeting that found the problem. Choose a later day.", "整改期限须晚于发现问题的会议日期，请重新选择。") with { Pointer = "/dueOn" };

    /// <summary>The complaint was answered before (TWS-4.5).</summary>
    public static Error ComplaintAnswered { get; } = Error.RuleBroken("TWS-4.5", "complaint-answered-already", "The complaint has been answered already.", "该申诉已答复。");

    /// <summary>A remark on aspects that a self-check leaves out (TWS-4.3b).</summary>
    public static Advice AspectsLeftOut(IReadOnlyCollection<SelfCheckAspect> missing)
    {
        var labels = missing.Select(a => DemocraticLifeMeetingLabels.Aspects[a].Label).ToList();
        return new("TWS-4.3b", new(
            $"The self-check leaves out: {string.Join("; ", labels.Select(l => l.En))}. File it again with these.", $"个人检查材料缺少：{string.Join("、", labels.Select(l => l.Zh))}。请补充后重新提交。"));
    }

    /// <summary>A remark on a meeting before the last months of the half year (TWS-4.1).</summary>
    public static Advice EarlyInHalfYear(LocalDate first) => new("TWS-4.1", new(
        $"The democratic life meeting belongs to the end of the half year, from {first.Iso()} on; this day is earlier. It counts all the same.",
        $"民主生活会宜在半年末召开（{first.Iso()}起）；该日期偏早，但仍予计入。"));

    /// <summary>A remark on a meeting that was not reported (TWS-4.4).</summary>
    public static Advice HeldUnreported { get; } = new("TWS-4.4", new(
        "The meeting was held without a report of date and content to the superior beforehand. It is accepted, and the breach stands with it.",
        "会议召开前未向上级报告时间和内容。予以登记，并注明违规情况。"));
}
