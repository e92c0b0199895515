using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.Dues;

/// <summary>Reads and writes the ledgers of dues for the use cases.</summary>
internal sealed class DuesBooks(PartyOrgContext db, Caller caller, RulesInPlace rules, Ids ids, Clock clock)
{
    /// <summary>Those who keep a branch's dues.</summary>
    public const Role Keepers = Role.BranchSecretary | Role.CommitteeMember;

    /// <summary>Those who read what each member earns and pays.</summary>
    public const Role Readers = Keepers | Role.Officers | Role.Auditor;

    /// <summary>Whose turn a step can be: those who keep them and the superior.</summary>
    public const Role Writers = Keepers | Role.Officers;

    /// <summary>The most lines of one request.</summary>
    public const int MostLines = 500;

    /// <summary>No lines, or too many.</summary>
    public static Error LinesOutOfRange { get; } = Error.Invalid("dues-lines-out-of-range", $"One request has 1 to {MostLines} lines.", $"每次请求应有 1 至 {MostLines} 行。");

    /// <summary>The terms of a ledger.</summary>
    public async Task<DuesTerms> TermsOf(Id<Organization> organization, CancellationToken cancellation) => new(await rules.Of([organization], cancellation));

    /// <summary>The terms of every ledger in which something of this is booked.</summary>
    public async Task<DuesTerms> TermsOf(IEnumerable<DuesEntry> entries, CancellationToken cancellation) => new(await rules.Of([.. entries.Select(e => e.OrganizationId).Distinct()], cancellation));

    /// <summary>The terms of the ledgers of these organizations.</summary>
    public async Task<DuesTerms> TermsOf(IQueryable<Organization> organizations, CancellationToken cancellation) => new(await rules.Of(organizations, cancellation));

    /// <summary>The rates by which the organization assesses a month.</summary>
    public async Task<Func<YearMonth, DuesRates>> RatesOf(Id<Organization> organization, CancellationToken cancellation)
    {
        var here = await rules.Of(organization, cancellation);
        return month => DuesRates.For(month, here);
    }

    /// <summary>Now, under the caller's name.</summary>
    public Booking Booking => new(caller.AccountId!.Value, ids, clock.Now, clock.Today);

    /// <summary>
    /// What the caller is to the organization's books: its own leaders keep them, and whoever is above waives and receives, so that nobody both collects and confirms the receipt. A Party group is
    /// one with its branch, whose leaders are told that it keeps no dues.
    /// </summary>
    public Standing StandingOver(Organization organization) => new(
        organization.Type == OrganizationType.PartyGroup ? caller.RolesOver(organization.Path) : caller.RolesIn(organization), caller.Oversees(organization) ? [DuesMonth.Superior] : []);

    /// <summary>The ledger, in the caller's turn: whoever writes in it at the same moment waits. None where the organization is out of reach.</summary>
    public async Task<(Organization Organization, DuesLedger Ledger)?> InTurn(Id<Organization> asked, CancellationToken cancellation)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == asked, cancellation);
        if (organization is null) return null;
        await db.LockChain(asked.Value, cancellation);
        var ledger = await db.DuesLedgers.SingleOrDefaultAsync(l => l.OrganizationId == asked, cancellation) ?? DuesLedger.Open(asked, ids);
        return (organization, ledger);
    }

    /// <summary>Adds what was written; a ledger comes to be with its first entry.</summary>
    public void Keep(DuesLedger ledger, IEnumerable<DuesEntry> written)
    {
        if (ledger.Version > 0 && db.Entry(ledger).State == EntityState.Detached) db.Add(ledger);
        db.DuesEntries.AddRange(written);
    }

    /// <summary>Books lines: every one, or none where one is refused.</summary>
    public async Task<Result<DuesBooked>> Book(Id<Organization> asked, DuesEntrySort sort, IReadOnlyList<DuesLine> lines, CancellationToken cancellation)
    {
        if (await InTurn(asked, cancellation) is not var (organization, ledger)) return OrganizationErrors.NotFound;
        var (persons, months) = (lines.Select(l => l.PersonId).Distinct().ToList(), lines.Select(l => l.Month).Distinct().ToList());
        var before = await db.DuesEntries.Where(e => e.OrganizationId == asked && persons.Contains(e.PersonId) && months.Contains(e.Month)).ToListAsync(cancellation);
        var terms = await TermsOf(asked, cancellation);
        var booked = ledger.Book(sort, lines, MemberMonth.Of(before, terms), StandingOver(organization), Booking, caller.PersonId);
        if (!booked.Succeeded) return Result<DuesBooked>.Failure(booked.Errors);
        Keep(ledger, booked.Value);

        var after = MemberMonth.Of(before.Concat(booked.Value), terms).Where(m => lines.Any(l => l.PersonId == m.PersonId && l.Month == m.Month));
        var names = await NamesOf(persons, cancellation);
        var by = await db.NameOf(caller, cancellation);
        return new DuesBooked([.. booked.Value.Select(e => DuesEntryAnswer.Of(e, names[e.PersonId], by, false))], [.. after.Select(m => MemberMonthAnswer.Of(m, names[m.PersonId], clock.Today))]);
    }

    /// <summary>The books of a month with everything that belongs to them; none where the month was not assessed.</summary>
    public async Task<DuesMonthAnswer> Tell(DuesMonth books, Organization organization, CancellationToken cancellation)
    {
        // A month that was just assessed is not stored yet; what is tracked counts as well.
        var stored = await db.DuesEntries.Where(e => e.OrganizationId == organization.Id && e.Month == books.Month).AsNoTracking().ToListAsync(cancellation);
        var written = db.ChangeTracker.Entries<DuesEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).Where(e => e.Month == books.Month);
        var terms = await TermsOf(organization.Id, cancellation);
        var months = MemberMonth.Of(stored.Concat(written), terms);
        var members = await MembersOf(organization.Id, books.Month, cancellation);
        var without = members.Where(m => m.Value is null).Select(m => m.Key).ToList();
        var names = await NamesOf([.. months.Select(m => m.PersonId).Union(without)], cancellation);
        return DuesMonthAnswer.Of(
            books, terms.DueOn(organization.Id, books.Month), [.. months.Select(m => MemberMonthAnswer.Of(m, names[m.PersonId], clock.Today)).OrderBy(m => m.Name, StringComparer.Ordinal)], months,
            [.. without.Select(p => new DuesMember(p, names[p]))], await CameIn(organization.Id, books.ReconciledUpTo ?? 0, cancellation), DuesMonth.Procedure.NextFor(books.Status, StandingOver(organization)));
    }

    /// <summary>What came in since the last reconciliation of the branch, in fen.</summary>
    /// <param name="organization">The branch.</param>
    /// <param name="upTo">The last entry that was reconciled just now and is not stored yet; 0 for none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<long> CameIn(Id<Organization> organization, int upTo, CancellationToken cancellation)
    {
        var since = Math.Max(upTo, await db.DuesMonths.Where(m => m.OrganizationId == organization).MaxAsync(m => m.ReconciledUpTo, cancellation) ?? 0);
        return await db.DuesEntries.Where(e => e.OrganizationId == organization && e.Sort == DuesEntrySort.Payment && e.Number > since).SumAsync(e => e.Fen, cancellation);
    }

    /// <summary>The members whose dues of the month the branch assesses, each with the base that counts; none where none is recorded.</summary>
    public async Task<IReadOnlyDictionary<Id<Person>, DuesBase?>> MembersOf(Id<Organization> organization, YearMonth month, CancellationToken cancellation)
    {
        var (first, last) = (month.OnDayOfMonth(1), month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1));
        var standing = db.Affiliations.Where(a => a.Belonging == Belonging.Relation && a.VoidedAt == null && a.From <= last && (a.To == null || a.To >= first));
        var rows = await standing.Where(a => standing.Any(here => here.PersonId == a.PersonId && here.OrganizationId == organization))
            .Select(a => new { a.PersonId, a.OrganizationId, a.From }).ToListAsync(cancellation);
        var members = rows.GroupBy(r => r.PersonId).Where(g => g.MinBy(r => r.From)!.OrganizationId == organization).Select(g => g.Key).ToList();
        var bases = await db.DuesBases.Where(b => members.Contains(b.PersonId) && b.VoidedAt == null && b.From <= month).AsNoTracking().ToListAsync(cancellation);
        return members.ToDictionary(m => m, m => DuesBase.For(month, bases.Where(b => b.PersonId == m)));
    }

    /// <summary>What these persons are called.</summary>
    public Task<Dictionary<Id<Person>, string>> NamesOf(IReadOnlyList<Id<Person>> persons, CancellationToken cancellation) =>
        db.Persons.Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);

    /// <summary>The books of a month in the caller's reach, to change them in his turn.</summary>
    public async Task<Result<(DuesMonth Books, Organization Organization, DuesLedger Ledger)>> ToChange(Id<Organization> asked, YearMonth month, ExpectedVersion expected, CancellationToken cancellation)
    {
        if (await InTurn(asked, cancellation) is not var (organization, ledger)) return OrganizationErrors.NotFound;
        var books = (await db.DuesMonths.SingleOrDefaultAsync(m => m.OrganizationId == asked && m.Month == month, cancellation)).Expecting(expected, DuesErrors.MonthNotFound);
        return books.Map(b => (b, organization, ledger));
    }

    /// <summary>Faults of a list of lines, and of each line by itself.</summary>
    public static IEnumerable<Error> FaultsIn<T>(IReadOnlyList<T> lines, Func<T, (Id<Person> Person, YearMonth Month)> key, string month, Func<T, IEnumerable<Error>> faultsIn)
    {
        if (lines.Count is 0 or > MostLines) return [LinesOutOfRange];
        var seen = new HashSet<(Id<Person>, YearMonth)>();
        return lines.Index().SelectMany(l => faultsIn(l.Item)
            .Concat(IsKnown(key(l.Item).Month) ? [] : [DuesErrors.MonthOutOfRange.At(month)])
            .Concat(seen.Add(key(l.Item)) ? [] : [DuesErrors.Twice])
            .Select(f => f.At($"/{l.Index}{f.Pointer}")));
    }

    // No rule is asked for other days, and no database keeps every one of them.
    private static bool IsKnown(YearMonth month) => month.Year >= DutyPeriod.FirstDay.Year && month.Year <= DutyPeriod.LastDay.Year;
}
