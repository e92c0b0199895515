using NodaTime;
using Clock = PartyOrg.Domain.Time.Clock;

namespace PartyOrg.WebApi.Sample;

/// <summary>
/// What happens in the sample on which day. Every system writes its own days; then all are lived in their order, up to today. What lies before the register was there is entered on the register's day.
/// </summary>
internal sealed class SampleDiary(SampleClock clock, LocalDate begins, LocalDate registered, LocalDate today)
{
    private readonly PriorityQueue<Func<Task>, (LocalDate Day, int Number)> entries = new();
    private int written;

    /// <summary>The first day of which there are records: of a half year, so that duties of every length are judged.</summary>
    public LocalDate Begins => begins;

    /// <summary>The day on which the register was loaded.</summary>
    public LocalDate Registered => registered;

    /// <summary>The last day.</summary>
    public LocalDate Today => today;

    /// <summary>The months with records, this one included.</summary>
    public IEnumerable<YearMonth> Months => From(begins, 1).Select(d => d.ToYearMonth());

    /// <summary>The first days of the quarters with records, this one included.</summary>
    public IEnumerable<LocalDate> Quarters => From(begins, 3);

    /// <summary>The first days of the half years with records, this one included.</summary>
    public IEnumerable<LocalDate> HalfYears => From(begins, 6);

    /// <summary>The years with records, this one included.</summary>
    public IEnumerable<int> Years => Enumerable.Range(begins.Year, today.Year - begins.Year + 1);

    /// <summary>On this day this happens, after what was written for it before; what lies after today does not happen.</summary>
    public void On(LocalDate day, Func<Task> happens)
    {
        if (day <= today) entries.Enqueue(happens, (LocalDate.Max(day, registered), written++));
    }

    /// <summary>The same of what the product dates by itself: it cannot be entered afterwards.</summary>
    public void AsOf(LocalDate day, Func<Task> happens)
    {
        if (day >= registered) On(day, happens);
    }

    /// <summary>Some days ago this happens.</summary>
    public void Ago(int days, Func<Task> happens) => AsOf(today.PlusDays(-days), happens);

    /// <summary>Lives the days in their order; what happens on one may write further ones.</summary>
    public async Task Live()
    {
        while (entries.TryDequeue(out var happens, out var on))
        {
            if (new Clock(clock).Today < on.Day) clock.MoveTo(on.Day);
            await happens();
        }
    }

    private IEnumerable<LocalDate> From(LocalDate first, int months)
    {
        for (var start = first; start <= today; start = start.PlusMonths(months)) yield return start;
    }
}
