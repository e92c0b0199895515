using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>Lists pairs of records in the caller's scope that may be one person: the same birth date and the same name, or one that sounds the same; or the same phone number. A person compares them and decides.</summary>
/// <param name="Limit">Pairs of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers)]
public sealed record ListDuplicates(int? Limit, string? Cursor) : IQuery<Page<DuplicatePair>>;

/// <summary>Two records that may be one person.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Reasons">What they have in common.</param>
public sealed record DuplicatePair(PossibleDuplicate First, PossibleDuplicate Second, IReadOnlyList<Likeness> Reasons);

/// <summary>What two records have in common.</summary>
public enum Likeness
{
    /// <summary>Name and date of birth.</summary>
    SameNameAndBirthDate,

    /// <summary>The sound of the name, written otherwise, and the date of birth.</summary>
    SameSoundAndBirthDate,

    /// <summary>The phone number.</summary>
    SamePhone,
}

/// <summary>A record of the pair, numbers masked.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">The full name.</param>
/// <param name="BornOn">The date of birth.</param>
/// <param name="IdentityNumber">The identity number, masked.</param>
/// <param name="Phone">The phone number, masked; none when it is not known.</param>
/// <param name="OrganizationId">The organization of the latest relation.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> of a merge names it.</param>
public sealed record PossibleDuplicate(
    Id<Person> Id, string Name, LocalDate BornOn, string IdentityNumber, string? Phone, Id<Organization>? OrganizationId, string? OrganizationName, int Version);

internal sealed class ListDuplicatesHandler(PartyOrgContext db, Caller caller) : IHandler<ListDuplicates, Page<DuplicatePair>>
{
    public async Task<Result<Page<DuplicatePair>>> Handle(ListDuplicates request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.Read(request.Cursor, 3));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        (string Key, Id<Person> First, Id<Person> Second)? last = null;
        if (cursor.Value is { Values: [var key, var one, var other] })
        {
            if (!Id<Person>.TryParse(one, null, out var first) || !Id<Person>.TryParse(other, null, out var second)) return Cursor.Malformed;
            last = (key, first, second);
        }

        var end = NameSearch.Last.ToString();
        var ofOneSound =
            from a in db.Persons.InScope(caller, db)
            join b in db.Persons.InScope(caller, db) on a.BornOn equals b.BornOn
            where string.Compare(b.NameKey, a.NameKey.Substring(0, a.NameKey.IndexOf(" ") + 1)) >= 0 && string.Compare(b.NameKey, a.NameKey.Substring(0, a.NameKey.IndexOf(" ") + 1) + end) < 0
            select new Pair { A = a, B = b };
        var ofOnePhone =
            from a in db.Persons.InScope(caller, db)
            join b in db.Persons.InScope(caller, db) on a.PhoneIndex equals b.PhoneIndex
            where a.PhoneIndex != null
            select new Pair { A = a, B = b };

        // The database joins both and puts them in order, since it alone knows its order of ids.
        var rows = await After(ofOneSound).Union(After(ofOnePhone)).OrderBy(r => r.NameKey).ThenBy(r => r.First).ThenBy(r => r.Second).Take(limit.Value + 1).ToListAsync(cancellationToken);
        var wanted = rows.SelectMany(r => new[] { r.First, r.Second }).Distinct().ToList();
        var records = await (from p in db.Persons.Where(p => wanted.Contains(p.Id))
                             from o in db.Organizations.Where(o => o.Id == p.RegisteredWith).DefaultIfEmpty()
                             select new { Person = p, o.Name }).AsNoTracking().ToDictionaryAsync(r => r.Person.Id, cancellationToken);
        return Page<DuplicatePair>.Of(rows, limit.Value, r => Compare((records[r.First].Person, records[r.First].Name), (records[r.Second].Person, records[r.Second].Name)),
            r => new(r.NameKey, r.First.ToString(), r.Second.ToString()));

        IQueryable<PairRow> After(IQueryable<Pair> pairs)
        {
            pairs = pairs.Where(p => p.A.Id < p.B.Id);
            if (last is var (lastKey, first, second))
            {
                pairs = pairs.Where(p => string.Compare(p.A.NameKey, lastKey) > 0 || (p.A.NameKey == lastKey && (p.A.Id > first || (p.A.Id == first && p.B.Id > second))));
            }

            return pairs.Select(p => new PairRow { NameKey = p.A.NameKey, First = p.A.Id, Second = p.B.Id });
        }
    }

    private static DuplicatePair Compare((Person Person, string? Organization) one, (Person Person, string? Organization) other)
    {
        var (a, b) = (one.Person, other.Person);
        var reasons = new List<Likeness>();
        if (a.BornOn == b.BornOn && a.Name == b.Name) reasons.Add(Likeness.SameNameAndBirthDate);
        if (a.BornOn == b.BornOn && a.Name != b.Name && Sound(a) == Sound(b)) reasons.Add(Likeness.SameSoundAndBirthDate);
        if (a.PhoneIndex is { } phone && b.PhoneIndex is { } same && phone.AsSpan().SequenceEqual(same)) reasons.Add(Likeness.SamePhone);
        return new(Shown(a, one.Organization), Shown(b, other.Organization), reasons);

        static string Sound(Person person) => person.NameKey[..person.NameKey.IndexOf(' ')];
        static PossibleDuplicate Shown(Person p, string? organization) => new(p.Id, p.Name, p.BornOn, p.MaskedIdentityNumber, p.MaskedPhone, p.RegisteredWith, organization, p.Version);
    }

    private sealed class Pair
    {
        public required Person A { get; init; }

        public required Person B { get; init; }
    }

    private sealed class PairRow
    {
        public required string NameKey { get; init; }

        public required Id<Person> First { get; init; }

        public required Id<Person> Second { get; init; }
    }
}
