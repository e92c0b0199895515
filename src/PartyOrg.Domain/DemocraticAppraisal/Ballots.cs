using System.Buffers.Binary;
using System.Security.Cryptography;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.DemocraticAppraisal;

/// <summary>What one member writes of another on his ballot.</summary>
/// <param name="PersonId">Who is rated.</param>
/// <param name="Rating">As what.</param>
public sealed record BallotRating(Id<Person> PersonId, MemberGrade Rating);

/// <summary>
/// That a member has voted, and not what (TWS-7.4). The marks are made for everybody when the box opens and touched for everybody when it closes, so that neither their order nor
/// the day of their last change tells when somebody voted.
/// </summary>
public sealed class BallotMark
{
    private BallotMark() { }

    internal BallotMark(Id<Appraisal> appraisal, Id<Person> person) => (AppraisalId, PersonId) = (appraisal, person);

    /// <summary>The appraisal.</summary>
    public Id<Appraisal> AppraisalId { get; private set; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>Whether his ballot is in the box.</summary>
    public bool Voted { get; private set; }

    /// <summary>The mark of a record that was merged into another one (REG-23), as that one's.</summary>
    public static BallotMark PassedTo(Id<Person> survivor, BallotMark mark) => new(mark.AppraisalId, survivor) { Voted = mark.Voted };

    /// <summary>Says that his ballot is in the box.</summary>
    public void Set() => Voted = true;
}

/// <summary>
/// The sealed box (TWS-7.4): how often each member was given each rating, and nothing else, encrypted under a key that the database does not hold. Every ballot replaces the whole
/// content by one of the same length, so that neither its size nor its parts tell what was added. It is gone when the box is closed.
/// </summary>
public sealed class BallotBox
{
    private BallotBox() { }

    /// <summary>The empty box of an appraisal.</summary>
    public BallotBox(Id<Appraisal> appraisal, byte[] content) => (AppraisalId, Content) = (appraisal, content);

    /// <summary>The appraisal.</summary>
    public Id<Appraisal> AppraisalId { get; private set; }

    /// <summary>The encrypted content.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Puts another content into the place of the old one.</summary>
    public void Replace(byte[] content) => Content = content;
}

/// <summary>What is in an open box: a table of counts, which has no order of arrival, in a form whose length depends on the number of the members only.</summary>
public sealed class BallotTally
{
    private const int Ratings = 4;
    private readonly Id<Appraisal> appraisal;
    private readonly SortedDictionary<Guid, int[]> counts;

    private BallotTally(Id<Appraisal> appraisal, SortedDictionary<Guid, int[]> counts) => (this.appraisal, this.counts) = (appraisal, counts);

    /// <summary>Nothing was voted yet.</summary>
    public static BallotTally Empty(Id<Appraisal> appraisal, IEnumerable<Id<Person>> members)
    {
        var counts = new SortedDictionary<Guid, int[]>();
        foreach (var member in members) counts.Add(member.Value, new int[Ratings]);
        return new(appraisal, counts);
    }

    /// <summary>Reads a content that <see cref="ToBytes"/> has written for this appraisal; one of another box is a bug, or somebody's doing.</summary>
    public static BallotTally Read(Id<Appraisal> appraisal, ReadOnlySpan<byte> content)
    {
        if (new Guid(content[..16]) != appraisal.Value) throw new InvalidOperationException("The content belongs to another ballot box.");
        var counts = new SortedDictionary<Guid, int[]>();
        for (var rest = content[16..]; rest.Length > 0; rest = rest[(16 + 4 * Ratings)..])
        {
            var row = new int[Ratings];
            for (var i = 0; i < Ratings; i++) row[i] = BinaryPrimitives.ReadInt32LittleEndian(rest[(16 + 4 * i)..]);
            counts.Add(new Guid(rest[..16]), row);
        }

        return new(appraisal, counts);
    }

    /// <summary>The content, always of the same length for the same members.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[16 + counts.Count * (16 + 4 * Ratings)];
        appraisal.Value.TryWriteBytes(bytes);
        var rest = bytes.AsSpan(16);
        foreach (var (member, row) in counts)
        {
            member.TryWriteBytes(rest);
            for (var i = 0; i < Ratings; i++) BinaryPrimitives.WriteInt32LittleEndian(rest[(16 + 4 * i)..], row[i]);
            rest = rest[(16 + 4 * Ratings)..];
        }

        return bytes;
    }

    /// <summary>Adds a ballot that has one rating for each member but its voter.</summary>
    public Result<Done> Add(Id<Person> voter, IReadOnlyList<BallotRating> ballot)
    {
        var rated = new HashSet<Guid>();
        foreach (var (i, rating) in ballot.Index())
        {
            var at = $"/ratings/{i}/personId";
            if (rating.PersonId == voter) return AppraisalErrors.RatesHimself.At(at);
            if (!counts.ContainsKey(rating.PersonId.Value)) return AppraisalErrors.NotOnBallot.At(at);
            if (!rated.Add(rating.PersonId.Value)) return AppraisalErrors.RatedTwice.At(at);
        }

        if (counts.Keys.Any(m => m != voter.Value && !rated.Contains(m))) return AppraisalErrors.BallotIncomplete(counts.Count - (counts.ContainsKey(voter.Value) ? 1 : 0), rated.Count);
        foreach (var rating in ballot) counts[rating.PersonId.Value][(int)rating.Rating]++;
        return Done.It;
    }

    /// <summary>One slip for each rating that was given, in an order by chance.</summary>
    public IReadOnlyList<BallotSlip> Slips()
    {
        var slips = counts.SelectMany(c => c.Value.Index().SelectMany(r => Enumerable.Range(0, r.Item).Select(_ => new BallotSlip(appraisal, new(c.Key), (MemberGrade)r.Index)))).ToArray();
        RandomNumberGenerator.Shuffle(slips.AsSpan());
        return slips;
    }
}

/// <summary>
/// One rating that one of the members was given, after the box was closed (TWS-7.4). All slips of a box are written at once, in an order by chance, under keys by chance; each stands
/// for itself, so that no pattern over a whole ballot tells its voter.
/// </summary>
public sealed class BallotSlip
{
    private BallotSlip() { }

    internal BallotSlip(Id<Appraisal> appraisal, Id<Person> member, MemberGrade rating) => (Id, AppraisalId, PersonId, Rating) = (Ids.WithoutTime.New<BallotSlip>(), appraisal, member, rating);

    /// <summary>A key by chance (UUID version 4): it tells no time and no order.</summary>
    public Id<BallotSlip> Id { get; private set; }

    /// <summary>The appraisal.</summary>
    public Id<Appraisal> AppraisalId { get; private set; }

    /// <summary>Who was rated.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>As what.</summary>
    public MemberGrade Rating { get; private set; }
}

/// <summary>What the ballots said of one member. Counted from the slips whenever it is asked for, so that the count can be reproduced.</summary>
/// <param name="Ballots">How many ballots rated him.</param>
/// <param name="Counts">How often each rating was given; none while they are too few to be broken down.</param>
public sealed record BallotResult(int Ballots, IReadOnlyDictionary<MemberGrade, int>? Counts)
{
    /// <summary>The result of these ratings.</summary>
    /// <param name="counts">How often each rating was given.</param>
    /// <param name="fewest">The fewest ballots that are broken down (TWS-7.4).</param>
    public static BallotResult Of(IReadOnlyDictionary<MemberGrade, int> counts, int fewest)
    {
        var all = counts.Values.Sum();
        return new(all, all < fewest ? null : Enum.GetValues<MemberGrade>().ToDictionary(g => g, g => counts.GetValueOrDefault(g)));
    }
}
