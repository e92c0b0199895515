using PartyOrg.TestSupport;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>What happens on which day: each system writes its own days, and the year is lived in their order.</summary>
internal sealed class Diary(FakeClock clock)
{
    private readonly List<(LocalDate Day, int Number, string What, Func<Task> Do)> entries = [];

    /// <summary>On this day this happens, after what was written for it before.</summary>
    public void On(int month, int day, string what, Func<Task> happens) => On(new LocalDate(2025, month, day), what, happens);

    /// <summary>The same on a day of another year.</summary>
    public void On(LocalDate day, string what, Func<Task> happens) => entries.Add((day, entries.Count, what, happens));

    /// <summary>Lives the days in their order; what happens on one may write further ones.</summary>
    public async Task Live()
    {
        while (entries.Count > 0)
        {
            var next = entries.Min();
            entries.Remove(next);
            if (new Domain.Time.Clock(clock).Today < next.Day) clock.MoveTo(next.Day);
            try
            {
                await next.Do();
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{next.Day:uuuu-MM-dd}, {next.What}: {exception.Message}", exception);
            }
        }
    }
}
