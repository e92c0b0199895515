using PartyOrg.Benchmarks.Cities;

namespace PartyOrg.Benchmarks.Shapes;

/// <summary>What TWS-3.1 to 3.4 ask of a subject, with its months in which each kind was held as bits.</summary>
internal readonly record struct SubjectOfYear(OrganizationType Type, bool HasCommittee, DateOnly EstablishedOn);

/// <summary>
/// The roll-up of a year from bit masks of months: TWS-3.1 (Party group, monthly), 3.2 (where there is a committee, monthly), 3.3 (branch, quarterly)
/// and 3.4 (branch, half-yearly). A period that began before the subject did is judged only when the work was done anyway.
/// </summary>
internal sealed class YearFold
{
    private readonly int[] counts = new int[4 * 3];

    public void Add(SubjectOfYear subject, int groupMonths, int committeeMonths, int generalMonths, int classMonths)
    {
        if (subject.Type == OrganizationType.PartyGroup)
        {
            Judge(0, 1, subject.EstablishedOn, groupMonths);
            return;
        }

        if (subject.HasCommittee) Judge(1, 1, subject.EstablishedOn, committeeMonths);
        if (subject.Type is not (OrganizationType.Branch or OrganizationType.JointBranch or OrganizationType.FloatingMemberBranch)) return;
        Judge(2, 3, subject.EstablishedOn, generalMonths);
        Judge(3, 6, subject.EstablishedOn, classMonths);
    }

    /// <summary>Per rule how many periods are met, overdue and not applicable.</summary>
    public override string ToString() => string.Join(' ', counts);

    private void Judge(int rule, int monthsOfPeriod, DateOnly established, int months)
    {
        for (var first = 0; first < 12; first += monthsOfPeriod)
        {
            if (established >= new DateOnly(City.Year, 1, 1).AddMonths(first + monthsOfPeriod)) continue;
            var met = (months >> first & ((1 << monthsOfPeriod) - 1)) != 0;
            var whole = established <= new DateOnly(City.Year, 1 + first, 1);
            counts[rule * 3 + (met ? 0 : whole ? 1 : 2)]++;
        }
    }
}
