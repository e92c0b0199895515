namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>
/// What the rules of judging come to when each day is walked one after the other. Slow, and on purpose without anything of the engine or
/// of its calendar: dates are <see cref="DateOnly"/>, periods are told apart by a key of the day, and every fact is asked for every day.
/// </summary>
internal static class NaiveOracle
{
    private static readonly DateOnly Begin = new(2017, 12, 1);
    private static readonly DateOnly End = new(2029, 12, 31);

    public sealed record Version(DateOnly InForceFrom, int MonthsPerPeriod, int Times, string Evidence, string[] Of, string? While)
    {
        /// <summary>A repeal has no length.</summary>
        public bool Asks => MonthsPerPeriod > 0;
    }

    public sealed record Spell(string What, DateOnly From, DateOnly? To)
    {
        public bool Has(DateOnly day) => From <= day && (To is null || day <= To);
    }

    /// <summary>A piece in the ledger: when it occurred, when the system learnt of it, and when it was voided.</summary>
    public sealed record Entry(string Kind, DateOnly Day, int RecordedAt, int? VoidedAt)
    {
        public bool KnownAt(int instant) => RecordedAt <= instant && (VoidedAt is null || VoidedAt > instant);
    }

    /// <param name="Versions">Oldest first.</param>
    /// <param name="Lifetimes">What: the type.</param>
    /// <param name="Committee">What: nothing.</param>
    /// <param name="Places">What: the letters of all jurisdictions above.</param>
    /// <param name="Adoptions">What: the letter of the jurisdiction that adopted the book.</param>
    public sealed record Situation(
        Version[] Versions, Spell[] Lifetimes, Spell[] Committee, Spell[] Places, Spell[] Adoptions, Entry[] Ledger, DateOnly[] Waived, DateOnly From, DateOnly To, DateOnly AsOf, int KnownAt);

    public sealed record Answer(DateOnly First, DateOnly Last, string Status, DateOnly? MetOn, int Count);

    public static IEnumerable<Answer> Judge(Situation it)
    {
        List<DateOnly>? open = null;
        Version? governing = null;
        for (var day = Begin; day <= End; day = day.AddDays(1))
        {
            if (open is not null && Key(day, governing!.MonthsPerPeriod) != Key(open[^1], governing.MonthsPerPeriod))
            {
                if (JudgePeriod(it, governing, open) is { } answer) yield return answer;
                open = null;
            }

            if (open is null && it.Versions.LastOrDefault(v => v.InForceFrom <= day) is { Asks: true } version
                && Key(day, version.MonthsPerPeriod) != Key(day.AddDays(-1), version.MonthsPerPeriod))
            {
                (open, governing) = ([], version);
            }

            open?.Add(day);
        }
    }

    // Two days with the same key lie in the same period.
    private static int Key(DateOnly day, int months) => (day.Year * 12 + day.Month - 1) / months;

    private static Answer? JudgePeriod(Situation it, Version version, List<DateOnly> days)
    {
        if (!days.Exists(d => it.From <= d && d <= it.To)) return null;

        Spell? place = null;
        var boundDays = 0;
        foreach (var day in days)
        {
            place ??= it.Places.FirstOrDefault(p => p.Has(day));
            if (place is null) continue;

            var lives = it.Lifetimes.Any(l => l.Has(day) && version.Of.Contains(l.What));
            var holds = version.While is null || it.Committee.Any(c => c.Has(day));
            var adopted = it.Adoptions.Any(a => a.Has(day) && place.What.Contains(a.What));
            if (lives && holds && adopted) boundDays++;
        }

        if (boundDays == 0) return null;

        var count = 0;
        DateOnly? metOn = null;
        foreach (var day in days.Where(d => d <= it.AsOf))
        {
            count += it.Ledger.Count(e => e.Kind == version.Evidence && e.Day == day && e.KnownAt(it.KnownAt));
            if (count >= version.Times) metOn ??= day;
        }

        var status = metOn is not null ? "Met"
            : boundDays < days.Count ? "NotApplicable"
            : it.Waived.Contains(days[0]) ? "Waived"
            : it.AsOf < days[0] ? "Upcoming"
            : it.AsOf <= days[^1] ? "Due"
            : "Overdue";
        return new(days[0], days[^1], status, metOn, count);
    }
}
