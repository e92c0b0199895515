using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Dues;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>
/// A publication that the product can draft by itself, out of what is recorded: nobody types a number that it knows (TWS-8.2). A rule set whose records belong in public adds one; it is registered in
/// <see cref="ApplicationServices"/> and found by its name.
/// </summary>
public interface IPublicationDraft
{
    /// <summary>Its stable name in requests.</summary>
    string Name { get; }

    /// <summary>What it is called.</summary>
    Text Title { get; }

    /// <summary>The category under which it is published (TWS-8.2).</summary>
    PublicationCategory Category { get; }

    /// <summary>Counts for an organization, over days that have both ends. Counts alone: nothing that points at a person.</summary>
    Task<IReadOnlyList<Figure>> Count(Organization organization, DayRange days, CancellationToken cancellation);
}

/// <summary>Members developed, and who belongs (TWS-8.2, category 4).</summary>
internal sealed class MembersDraft(PartyOrgContext db) : IPublicationDraft
{
    public string Name => "members";

    public Text Title { get; } = new("Members of the organization", "党员队伍情况");

    public PublicationCategory Category => PublicationCategory.OrganizationConstruction;

    public async Task<IReadOnlyList<Figure>> Count(Organization organization, DayRange days, CancellationToken cancellation)
    {
        var (from, to) = (days.From, days.To!.Value);
        var here = db.Affiliations.Where(a => a.OrganizationId == organization.Id && a.Belonging == Belonging.Relation && a.VoidedAt == null);
        var atEnd = here.Where(a => a.From <= to && (a.To == null || a.To >= to));
        var standings = await atEnd.Join(db.Memberships.Where(m => m.VoidedAt == null && m.From <= to && (m.To == null || m.To >= to)), a => a.PersonId, m => m.PersonId, (a, m) => m.Standing)
            .GroupBy(s => s).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return
        [
            Figure.Count("formalMembers", "Formal members on the last day", "期末正式党员人数", standings.GetValueOrDefault(Standing.Formal)),
            Figure.Count("probationaryMembers", "Probationary members on the last day", "期末预备党员人数", standings.GetValueOrDefault(Standing.Probationary)),
            Figure.Count("joined", "Relations that began", "期内转入组织关系", await here.CountAsync(a => a.From >= from && a.From <= to, cancellation)),
            Figure.Count("left", "Relations that ended", "期内转出组织关系", await here.CountAsync(a => a.To >= from && a.To <= to, cancellation)),
        ];
    }
}

/// <summary>Dues, from the ledger (TWS-8.2, category 4): sums of the months that the days touch, and no name.</summary>
internal sealed class DuesDraft(PartyOrgContext db) : IPublicationDraft
{
    public string Name => "dues";

    public Text Title { get; } = new("Dues collected", "党费收缴情况");

    public PublicationCategory Category => PublicationCategory.OrganizationConstruction;

    public async Task<IReadOnlyList<Figure>> Count(Organization organization, DayRange days, CancellationToken cancellation)
    {
        var months = await db.DuesSumsOf(organization.Id, days.From.ToYearMonth(), days.To!.Value.ToYearMonth(), cancellation);
        return
        [
            Figure.Count("months", "Months in which dues were booked", "有党费记录的月数", months.Count),
            Figure.Count("memberMonths", "Dues assessed, member by member and month by month", "应缴人次", months.Sum(m => m.Members)),
            new("assessed", "Owed, in yuan", "应缴（元）", Yuan.Of(months.Sum(m => m.Assessed))),
            new("paid", "Paid, in yuan", "实缴（元）", Yuan.Of(months.Sum(m => m.Paid))),
            new("waived", "Waived, in yuan", "减免（元）", Yuan.Of(months.Sum(m => m.Waived))),
            new("outstanding", "Outstanding, in yuan", "未缴（元）", Yuan.Of(months.Sum(m => m.Balance))),
        ];
    }
}

/// <summary>Democratic appraisals that were closed (TWS-8.2, category 4): counts, and no grades of a circle so small that they would point at somebody (TWS-7.4).</summary>
internal sealed class AppraisalDraft(PartyOrgContext db) : IPublicationDraft
{
    public string Name => "appraisal";

    public Text Title { get; } = new("Democratic appraisal of members", "民主评议党员情况");

    public PublicationCategory Category => PublicationCategory.OrganizationConstruction;

    public async Task<IReadOnlyList<Figure>> Count(Organization organization, DayRange days, CancellationToken cancellation)
    {
        var (from, to) = (days.From, days.To!.Value);
        var closed = db.Appraisals.Where(a => a.OrganizationId == organization.Id && a.ClosedOn >= from && a.ClosedOn <= to);
        var appraisals = await closed.Select(a => new { a.Expected, a.Voted, a.FewestBrokenDown }).ToListAsync(cancellation);
        var grades = await closed.Join(db.AppraisedMembers, a => a.Id, m => m.AppraisalId, (a, m) => m.Grade).Where(g => g != null).GroupBy(g => g!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var areShown = appraisals.Count > 0 && grades.Sum(g => g.Count) >= appraisals.Max(a => a.FewestBrokenDown);
        return
        [
            Figure.Count("appraisals", "Appraisals closed", "完成民主评议次数", appraisals.Count),
            Figure.Count("expectedMembers", "Members expected", "应参加党员人数", appraisals.Sum(a => a.Expected)),
            Figure.Count("votedMembers", "Members who voted", "参加投票人数", appraisals.Sum(a => a.Voted ?? 0)),
            .. areShown ? Enum.GetValues<MemberGrade>().Select(grade => Figure.Count(AppraisalLabels.Grades[grade].Code, AppraisalLabels.Grades[grade].Label.En, $"{AppraisalLabels.Grades[grade].Label.Zh}人数", grades.Where(g => g.Key == grade).Sum(g => g.Count))) : [],
        ];
    }
}

/// <summary>Organizational life: what was held and how it was attended (TWS-8.2, category 4).</summary>
internal sealed class OrganizationLifeDraft(PartyOrgContext db, ActivityKinds kinds) : IPublicationDraft
{
    public string Name => "organizationLife";

    public Text Title { get; } = new("Organizational life", "组织生活开展情况");

    public PublicationCategory Category => PublicationCategory.OrganizationConstruction;

    public async Task<IReadOnlyList<Figure>> Count(Organization organization, DayRange days, CancellationToken cancellation)
    {
        var (from, to) = (days.From, days.To!.Value);
        var held = db.Meetings.Where(m => m.OrganizationId == organization.Id && m.On >= from && m.On <= to && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Confirmed));
        var byKind = (await held.Select(m => m.Kinds).ToListAsync(cancellation)).SelectMany(k => k).GroupBy(k => k).OrderBy(g => g.Key, StringComparer.Ordinal);
        var counts = await held.Join(db.Attendances, m => m.Id, a => a.MeetingId, (m, a) => a.Status).GroupBy(s => s).Select(g => new { g.Key, Times = g.Count() }).ToListAsync(cancellation);
        var rate = AttendanceRate.Of(counts.Select(c => (c.Key, c.Times)));
        return
        [
            .. byKind.Select(g => kinds.TryFind(g.Key, out var kind) ? Figure.Count(g.Key, kind.Title.En, kind.Title.Zh, g.Count()) : Figure.Count(g.Key, g.Key, g.Key, g.Count())),
            Figure.Count("expected", "Times that somebody was expected", "应到人次", rate.Expected),
            Figure.Count("tookPart", "Times that somebody took part", "实到人次", rate.Numerator),
            Figure.Count("withLeave", "Times that somebody was excused", "请假人次", rate.AbsentWithLeave),
        ];
    }
}

/// <summary>Inner-Party supervision, letters and visits (TWS-8.2, category 5): counts, and nothing of what is confidential.</summary>
internal sealed class SupervisionDraft(PartyOrgContext db) : IPublicationDraft
{
    public string Name => "supervision";

    public Text Title { get; } = new("Inner-Party supervision, letters and visits", "党内监督和信访办理情况");

    public PublicationCategory Category => PublicationCategory.Supervision;

    public async Task<IReadOnlyList<Figure>> Count(Organization organization, DayRange days, CancellationToken cancellation)
    {
        var (id, from, to) = (organization.Id, days.From, days.To!.Value);
        var letters = db.Letters.Where(l => l.OrganizationId == id && l.ReceivedOn >= from && l.ReceivedOn <= to);
        return
        [
            Figure.Count("participationChecks", "Checks of participation in organizational life", "组织生活参加情况检查次数", await db.ParticipationChecks.CountAsync(c => c.OrganizationId == id && c.CheckedOn >= from && c.CheckedOn <= to, cancellation)),
            Figure.Count("talks", "Talks with cadres and employees", "与干部职工谈话次数", await db.SupervisionTalks.CountAsync(t => t.OrganizationId == id && t.HeldOn >= from && t.HeldOn <= to, cancellation)),
            Figure.Count("talksGivenBack", "Talks whose opinion was given back", "已反馈意见的谈话次数", await db.SupervisionTalks.CountAsync(t => t.OrganizationId == id && t.HeldOn >= from && t.HeldOn <= to && t.Status != TalkStatus.Held, cancellation)),
            Figure.Count("casesClosed", "Discipline cases closed", "办结违纪案件数", await db.DisciplineCases.CountAsync(c => c.OrganizationId == id && c.ClosedOn >= from && c.ClosedOn <= to, cancellation)),
            Figure.Count("lettersReceived", "Letters and visits received", "收到来信来访件数", await letters.CountAsync(cancellation)),
            Figure.Count("lettersAnswered", "Of these answered", "其中已答复件数", await letters.CountAsync(l => l.AnsweredOn != null && l.AnsweredOn <= to, cancellation)),
        ];
    }
}
