using System.Globalization;
using NodaTime;
using PartyOrg.Application.Dues;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;

namespace PartyOrg.WebApi.Sample;

/// <summary>Dues: every month of the last half year is assessed, collected, counted, handed up and received; the last month's money is still to be counted. One member is three months behind.</summary>
internal sealed class SampleDues(SampleBranch branch, SampleDiary diary, Id<Person> debtor)
{
    private const int MonthsBehind = 4;
    private const int MonthsOfBooks = 6;

    public void Write()
    {
        var begins = LocalDate.Max(diary.Registered, diary.Today.PlusMonths(-MonthsOfBooks).With(DateAdjusters.StartOfMonth));
        var first = begins.ToYearMonth();
        diary.On(begins, () => branch.Does(new RecordDuesBases(branch.Id, [.. branch.Members.Select((m, i) => new RecordDuesBases.Item(m, IncomeKind.MonthlyWage, first, (4200 + (i * 160)).ToString("0.00", CultureInfo.InvariantCulture)))])));
        foreach (var month in diary.Months.Where(m => m >= first)) Month(month);
    }

    private void Month(YearMonth month)
    {
        var start = month.OnDayOfMonth(1);
        diary.On(start.PlusDays(2), () => branch.Does(new AssessDues(branch.Id, month)));
        diary.On(start.PlusDays(19), async () =>
        {
            var owed = await branch.Does(new GetDuesMonth(branch.Id, month));
            var paying = owed.Members.Where(m => m.PersonId != debtor || start.PlusMonths(MonthsBehind) < diary.Today);
            await branch.Does(new CollectDues(branch.Id, [.. paying.Select(m => new CollectDues.Item(m.PersonId, month, start.PlusDays(19)))]));
        });
        if (start.PlusMonths(1) >= diary.Today.PlusDays(-diary.Today.Day + 1)) return;
        var counted = start.PlusMonths(1).PlusDays(1);
        diary.On(counted, async () =>
        {
            var toCount = await branch.Does(new GetDuesMonth(branch.Id, month));
            var reconciled = await branch.Does(new ReconcileDues(branch.Id, month, toCount.CameIn, new(toCount.Version)));
            var handedUp = await branch.Does(new HandUpDues(branch.Id, month, counted, new(reconciled.Version)));
            diary.On(counted.PlusDays(3), () => branch.SuperiorDoes(new ConfirmDuesReceipt(branch.Id, month, counted.PlusDays(3), new(handedUp.Version))));
        });
    }
}
