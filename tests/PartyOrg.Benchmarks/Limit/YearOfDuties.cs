using PartyOrg.Benchmarks.Cities;

namespace PartyOrg.Benchmarks.Limit;

/// <summary>A subject as TWS-3.1 to 3.4 see it.</summary>
internal readonly record struct Subject(OrganizationType Type, bool HasCommittee, DateOnly EstablishedOn);

internal readonly record struct HeldMeeting(Guid Id, MeetingKind Kind, DateOnly On);

/// <summary>
/// TWS-3.1 to 3.4 by hand, with nothing configurable: what the product's engine does from rule files, this does in the fewest steps.
/// A subject that began inside a period is judged only when the work was done; periods before it do not exist.
/// </summary>
internal static class YearOfDuties
{
    private static readonly (string RuleId, MeetingKind Kind, int Months)[] Rules =
    [
        ("TWS-3.1", MeetingKind.GroupMeeting, 1), ("TWS-3.2", MeetingKind.CommitteeMeeting, 1), ("TWS-3.3", MeetingKind.GeneralMeeting, 3), ("TWS-3.4", MeetingKind.PartyClass, 6),
    ];

    public static bool Binds(MeetingKind kind, Subject subject) => kind switch
    {
        MeetingKind.GroupMeeting => subject.Type == OrganizationType.PartyGroup,
        MeetingKind.CommitteeMeeting => subject.HasCommittee && subject.Type != OrganizationType.PartyGroup,
        _ => subject.Type is OrganizationType.Branch or OrganizationType.JointBranch or OrganizationType.FloatingMemberBranch,
    };

    /// <summary>The duties of one subject after the other, from their meetings of the year up to the asked day, in order of subject and day.</summary>
    public sealed class OfSubjects(int year, DateOnly asOf)
    {
        private readonly List<DutyLine> lines = new(18);
        private readonly List<HeldMeeting> meetings = new(40);
        private (Guid Id, Subject Is)? current;

        public void Add(Guid id, Subject subject, HeldMeeting? meeting)
        {
            if (current?.Id != id)
            {
                End();
                current = (id, subject);
            }

            if (meeting is { } held) meetings.Add(held);
        }

        /// <summary>All of them; none when there was no subject.</summary>
        public List<DutyLine>? Lines()
        {
            if (current is null) return null;
            End();
            return lines;
        }

        private void End()
        {
            if (current is not var (id, subject)) return;
            foreach (var (ruleId, kind, months) in Rules)
            {
                if (!Binds(kind, subject)) continue;
                for (var month = 1; month <= 12; month += months)
                {
                    var from = new DateOnly(year, month, 1);
                    var to = from.AddMonths(months).AddDays(-1);
                    if (subject.EstablishedOn > to) continue;
                    DateOnly? metOn = null;
                    var evidence = new List<Guid>(1);
                    foreach (var meeting in meetings)
                    {
                        if (meeting.Kind != kind || meeting.On < from || meeting.On > to) continue;
                        metOn ??= meeting.On;
                        evidence.Add(meeting.Id);
                    }

                    lines.Add(new(id, ruleId, from, to, Status(metOn is not null, subject.EstablishedOn <= from, from, to, asOf), metOn, evidence));
                }
            }

            meetings.Clear();
        }
    }

    /// <summary>Counts per rule over many subjects, each with one bit per kind and month in which such a meeting was held.</summary>
    public sealed class RollUp(int year, DateOnly asOf)
    {
        private readonly int[,] counts = new int[4, 5];

        public void Add(Subject subject, long heldMonths)
        {
            for (var rule = 0; rule < 4; rule++)
            {
                var (_, kind, months) = Rules[rule];
                if (!Binds(kind, subject)) continue;
                var held = (int)(heldMonths >> 12 * ((int)kind - 1)) & 0xFFF;
                for (var month = 1; month <= 12; month += months)
                {
                    var from = new DateOnly(year, month, 1);
                    var to = from.AddMonths(months).AddDays(-1);
                    if (subject.EstablishedOn > to) continue;
                    var met = (held >> month - 1 & (1 << months) - 1) != 0;
                    counts[rule, Status(met, subject.EstablishedOn <= from, from, to, asOf) switch { "met" => 0, "overdue" => 1, "due" => 2, "upcoming" => 3, _ => 4 }]++;
                }
            }
        }

        public List<RuleCounts> Counts() =>
            [.. Rules.Select((rule, i) => new RuleCounts(rule.RuleId, counts[i, 0], counts[i, 1], counts[i, 2], counts[i, 3], counts[i, 4]))];
    }

    private static string Status(bool met, bool whole, DateOnly from, DateOnly to, DateOnly asOf) =>
        met ? "met" : !whole ? "notApplicable" : asOf < from ? "upcoming" : asOf <= to ? "due" : "overdue";
}
