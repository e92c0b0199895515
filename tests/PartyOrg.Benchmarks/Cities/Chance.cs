namespace PartyOrg.Benchmarks.Cities;

/// <summary>
/// A small generator (SplitMix64) that is seeded per thing, so that any row can be made without making those before it
/// and the city is the same on every machine and in every version of the framework.
/// </summary>
internal struct Chance(ulong seed, Strand stream, long index)
{
    private ulong state = Mix(Mix(seed + (ulong)stream * 0x9E3779B97F4A7C15) ^ (ulong)index);

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    public int Below(int bound) => (int)((UInt128)Next() * (ulong)bound >> 64);

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double probability) => Fraction() < probability;

    /// <summary>A UUID of version 7 whose time is a fixed instant plus the index, and whose random part comes from the seed.</summary>
    public static Guid Id(ulong seed, Strand stream, long index)
    {
        const long First = 1_735_689_600_000;
        var chance = new Chance(seed, stream, index);
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, (First + index * 41) << 16);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], chance.Next());
        var count = chance.Below(0x1000);
        bytes[6] = (byte)(0x70 | (count >> 8));
        bytes[7] = (byte)count;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>The independent sources of chance; the numbers are part of the city and are not reused.</summary>
internal enum Strand
{
    BranchSize = 1,
    BranchType = 2,
    BranchDiligence = 3,
    Organization = 4,
    Group = 5,
    Member = 6,
    MemberFields = 7,
    Meeting = 8,
    MonthOfBranch = 9,
    MonthOfGroup = 10,
    Account = 11,
    Session = 12,
    Workload = 13,
    Experiment = 14,
    Lifetime = 15,
    Place = 16,
    Post = 17,
    Membership = 18,
    Relation = 19,
    GroupBelonging = 20,
    Evidence = 21,
    RoleAssignment = 22,
}
