using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Measuring;

namespace PartyOrg.Benchmarks.Shapes;

/// <summary>What every experiment is given: the loaded city on both databases and how long to run.</summary>
internal sealed record Setting(City City, string? Postgres, int Postmaster, string? Sqlite, int Rounds, double Seconds, int[] Writers)
{
    public Alternating OnPostgres(string experiment) => new(experiment, "postgresql", Rounds, Seconds, () => ProcessorTime.OfPostgres(Postmaster));

    public Alternating OnSqlite(string experiment) => new(experiment, "sqlite", Rounds, Seconds, () => 0);
}

/// <summary>A meeting of thirty to be recorded: the work number decides the organization, the people and the day, so that every side writes the same.</summary>
internal sealed class Draft
{
    public const int Size = 30;

    private Draft(City city, long number, int side)
    {
        var chance = city.ChanceFor(Strand.Experiment, number);
        Id = Chance.Id((ulong)side + 1000, Strand.Experiment, 1_000_000_000 + number);
        Branch = chance.Below(city.Branches);
        OrganizationId = city.BranchId(Branch);
        Kind = (MeetingKind)(1 + chance.Below(4));
        HeldOn = new DateOnly(City.Year, 1, 1).AddDays(chance.Below(365));
        RecordedAt = new DateTime(City.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(number);
        var first = (long)(chance.Fraction() * (city.MemberCount - Size));
        for (var i = 0; i < Size; i++) (People[i], Statuses[i]) = (city.MemberId(first + i), (short)(chance.Below(8) == 0 ? 1 : 0));
    }

    public Guid Id { get; }

    public int Branch { get; }

    public Guid OrganizationId { get; }

    public MeetingKind Kind { get; }

    public DateOnly HeldOn { get; }

    public DateTime RecordedAt { get; }

    public Guid[] People { get; } = new Guid[Size];

    public short[] Statuses { get; } = new short[Size];

    public static Draft Of(City city, long number, int side) => new(city, number, side);
}
