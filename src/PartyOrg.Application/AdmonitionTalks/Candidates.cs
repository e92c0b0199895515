using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Dues;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Computes who is a candidate for a talk (TWS-10.1). Nothing of it is stored.</summary>
internal sealed class Candidates(PartyOrgContext db, RulesInPlace rules, ActivityKinds kinds)
{
    /// <summary>The candidates among those who belong to the organization on the day; none where nobody above it has adopted the book.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="only">Only this member.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IReadOnlyList<Candidate>> Of(Organization organization, LocalDate asOf, Id<Person>? only, CancellationToken cancellation) => Of(organization.Id, organization.Path, asOf, only, cancellation);

    /// <summary>The same of an organization of which only its place in the tree is known.</summary>
    public async Task<IReadOnlyList<Candidate>> Of(Id<Organization> organization, string path, LocalDate asOf, Id<Person>? only, CancellationToken cancellation)
    {
        var line = TreePosition.Line(path).ToList();
        var binds = await db.Adoptions.AnyAsync(a => a.Book == "TWS" && a.VoidedAt == null && a.From <= asOf && (a.To == null || a.To >= asOf) && db.Organizations.Any(o => o.Id == a.JurisdictionId && line.Contains(o.Path)), cancellation);
        if (!binds) return [];

        var triggers = new Triggers(await rules.Of(organization, cancellation), asOf);
        var since = triggers.Since;
        var belonging = db.Affiliations.Where(a => a.OrganizationId == organization && a.Belonging != Belonging.Group && a.VoidedAt == null && a.From <= asOf && (a.To == null || a.To >= asOf));
        if (only is { } one) belonging = belonging.Where(a => a.PersonId == one);
        var rows = await (
            from a in db.Attendances
            join m in db.Meetings on a.MeetingId equals m.Id
            where m.On >= since && m.On <= asOf && belonging.Any(b => b.PersonId == a.PersonId)
            select new { a.PersonId, a.Status, m.Id, m.On, m.StartsAt, m.Kinds, m.MakeUps }).AsNoTracking().ToListAsync(cancellation);
        var first = since.ToYearMonth();
        var entries = await db.DuesEntries.Where(e => e.Month >= first && belonging.Any(b => b.PersonId == e.PersonId)).AsNoTracking().ToListAsync(cancellation);
        var terms = new DuesTerms(await rules.Of([.. entries.Select(e => e.OrganizationId).Distinct()], cancellation));
        var cases = await db.AdmonitionCases.Where(c => belonging.Any(b => b.PersonId == c.PersonId)).AsNoTracking().Select(c => new { c.PersonId, c.Grounds }).ToListAsync(cancellation);
        var dismissals = await db.CandidateDismissals.Where(d => belonging.Any(b => b.PersonId == d.PersonId)).AsNoTracking().Select(d => new { d.PersonId, d.Ground, d.Facts }).ToListAsync(cancellation);

        Settled SettledOf(Id<Person> person, Ground ground) => new(
            cases.Where(c => c.PersonId == person).SelectMany(c => c.Grounds).Where(g => g.Ground == ground).SelectMany(g => g.Computed).Select(f => f.Key).ToHashSet(),
            dismissals.Where(d => d.PersonId == person && d.Ground == ground).SelectMany(d => d.Facts).Select(f => f.Key).ToHashSet());
        var ofAbsences = rows.GroupBy(r => r.PersonId).SelectMany(member => triggers.OfAbsences(
            member.Key,
            member.Select(r => new ActivityOfMember(r.Id, r.On, r.StartsAt, r.Status, r.MakeUps.Any(m => m.PersonId == r.PersonId && m.VoidedAt is null && m.On <= asOf), TitleOf(r.Kinds))),
            SettledOf(member.Key, Ground.Absences)));
        var ofDues = MemberMonth.Of(entries, terms).GroupBy(m => m.PersonId).SelectMany(member => triggers.OfDues(member.Key, [.. member], SettledOf(member.Key, Ground.UnpaidDues)));
        return [.. ofAbsences.Concat(ofDues).OrderBy(c => c.PersonId.Value).ThenBy(c => c.Ground).ThenBy(c => c.Facts[0].On)];
    }

    /// <summary>A member as a candidate on a ground, with the facts of every run; none where there is none. Somebody decides on the whole.</summary>
    public async Task<Candidate?> Of(Organization organization, LocalDate asOf, Id<Person> member, Ground ground, CancellationToken cancellation)
    {
        var facts = (await Of(organization, asOf, member, cancellation)).Where(c => c.Ground == ground).SelectMany(c => c.Facts).ToList();
        return facts.Count == 0 ? null : new(member, ground, facts);
    }

    private Text TitleOf(IReadOnlyList<string> names)
    {
        var named = kinds.Named(names);
        return new(string.Join(", ", named.Select(k => k.Title.En)), string.Join('、', named.Select(k => k.Title.Zh)));
    }
}
