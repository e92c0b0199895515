using NodaTime;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Compliance;

/// <summary>The working days of one year, as the State Council arranges its holidays.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Source">Who arranged them, and when.</param>
/// <param name="Off">Days off, weekends among them or not.</param>
/// <param name="Work">Saturdays and Sundays that are worked to make up.</param>
public sealed record WorkingYear(int Year, Text Source, IReadOnlyList<DayRange> Off, IReadOnlyList<LocalDate> Work);

/// <summary>Which days are working days. A year that is not on file has its weekends off, and who counts in it is told so.</summary>
public sealed class WorkingCalendar
{
    private static readonly ObjectKeys Keys = new(["year", "source", "off", "madeUp"], []);
    private static readonly Lazy<WorkingCalendar> TheEmbedded = new(() => new(EmbeddedFiles.In("WorkingDays").Select(f => Read(f.Name, f.Content) is { Succeeded: true } read
        ? read.Value
        : throw new InvalidOperationException($"{f.Name} is not sound."))));

    private readonly Dictionary<int, (HashSet<LocalDate> Off, HashSet<LocalDate> Work)> years;

    /// <summary>The calendar of some years.</summary>
    public WorkingCalendar(IEnumerable<WorkingYear> years) => this.years = years.ToDictionary(y => y.Year, y => (y.Off.SelectMany(Each).ToHashSet(), y.Work.ToHashSet()));

    /// <summary>The years that the product comes with.</summary>
    public static WorkingCalendar Embedded => TheEmbedded.Value;

    /// <summary>Whether the year's arrangement is on file.</summary>
    public bool Knows(int year) => years.ContainsKey(year);

    /// <summary>Whether people work on the day.</summary>
    public bool IsWorkingDay(LocalDate day)
    {
        var weekend = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        return years.TryGetValue(day.Year, out var year) ? year.Work.Contains(day) || (!weekend && !year.Off.Contains(day)) : !weekend;
    }

    /// <summary>The last of so many working days after the day, which itself is not counted.</summary>
    public LocalDate After(LocalDate day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.PlusDays(1);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>The years between two days that are not on file.</summary>
    public IEnumerable<int> UnknownYears(LocalDate from, LocalDate to) => Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(year => !Knows(year));

    /// <summary>Says of each year between two days that is not on file how its working days were counted.</summary>
    public IEnumerable<Text> Reservations(LocalDate from, LocalDate to) => UnknownYears(from, to).Select(year => new Text(
        $"The holidays of {year} are not on file: every Monday to Friday is counted as a working day.", $"系统中没有{year}年的节假日安排，周一至周五均按工作日计算。"));

    /// <summary>The year in the file, which is named by it. Days of another year, working days that are no weekend, and days both off and worked are errors.</summary>
    public static Result<WorkingYear> Read(string fileName, ReadOnlyMemory<byte> json)
    {
        var strict = new StrictJson(fileName);
        if (strict.Parse(json) is not { } root || strict.Object(root, "", Keys) is not { } values) return strict.Errors.ToArray();

        var year = new WorkingYear(
            strict.Integer(values, "year", ""),
            strict.Text(values, "source", ""),
            strict.List(values, "off", "", (range, at) => strict.RangeOf(range, at, mustEnd: true)),
            strict.List(values, "madeUp", "", strict.DateOf));
        if (strict.Errors.Count > 0) return strict.Errors.ToArray();

        if (fileName != $"{year.Year}.json") strict.Fault("wrong-name", "/year", $"the file must be named after the year. Rename it to {year.Year}.json", $"文件名须与年份一致。请改名为 {year.Year}.json");
        foreach (var (i, range) in year.Off.Index())
        {
            if (range.From.Year != year.Year || range.To!.Value.Year != year.Year) strict.WrongType($"/off/{i}", $"a range inside {year.Year}", $"{year.Year}年内的范围");
        }

        foreach (var (i, day) in year.Work.Index())
        {
            if (day.Year != year.Year || day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) || year.Off.Any(r => r.Contains(day)))
            {
                strict.WrongType($"/madeUp/{i}", $"a Saturday or Sunday of {year.Year} that is not off", $"{year.Year}年内不放假的星期六或星期日");
            }
        }

        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : year;
    }

    private static IEnumerable<LocalDate> Each(DayRange range)
    {
        for (var day = range.From; day <= range.To; day = day.PlusDays(1)) yield return day;
    }
}
