using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Organizations;

/// <summary>What a dated fact is about.</summary>
public enum HistoryKind
{
    /// <summary>What the organization is: its type, from its founding to its end.</summary>
    Type,

    /// <summary>What the organization or person is called.</summary>
    Name,

    /// <summary>Under which organization it stands.</summary>
    Place,

    /// <summary>Who holds an office.</summary>
    Post,

    /// <summary>Who belongs to which organization: by relation, enrolment, or as a member of a Party group.</summary>
    Belonging,

    /// <summary>Formal or probationary membership.</summary>
    Standing,

    /// <summary>Another organization was merged into it.</summary>
    Merger,

    /// <summary>In which unit a member works.</summary>
    Workplace,
}

/// <summary>What stood, or stands, in the record: a fact that was true from a day to a day, and known from an instant to an instant.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">What it says: a type, an office, a way of belonging or a standing as the API names it, or a name; none where the organization or the unit says all.</param>
/// <param name="OrganizationId">The organization with which it connects: the superior, the one whose office it is, to which somebody belongs, that was merged.</param>
/// <param name="OrganizationName">What it is called today.</param>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="PersonName">What he is called today.</param>
/// <param name="From">The first day on which it is true.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="VoidedAt">When it was taken out of the record: a later entry says what is true instead. None while it stands.</param>
/// <param name="UnitId">The unit in which he works.</param>
/// <param name="UnitName">What it is called today.</param>
/// <param name="EndedBy">In which way the membership ended with the last day; none of other facts.</param>
public sealed record HistoryEntry(
    HistoryKind Kind, string? Value, Id<Organization>? OrganizationId, string? OrganizationName, Id<Person>? PersonId, string? PersonName, LocalDate From, LocalDate? To, Instant RecordedAt, Instant? VoidedAt,
    Id<Unit>? UnitId = null, string? UnitName = null, MembershipEnd? EndedBy = null);

/// <summary>
/// Facts of several kinds in one list, the latest recorded first. Facts of one instant stand in the order of kinds; the cursor names the instant and how many of it were shown, so that no order of ids is needed,
/// which every database has its own.
/// </summary>
internal sealed class HistoryPage(PartyOrgContext db, int limit, (Instant At, int Shown)? after)
{
    private readonly List<HistoryEntry> entries = [];

    /// <summary>Where the page before ended; none from the beginning.</summary>
    public static Result<(Instant At, int Shown)?> Read(string? text)
    {
        var cursor = Cursor.Read(text, 2);
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (cursor.Value is not { Values: [var at, var shown] }) return ((Instant, int)?)null;
        return long.TryParse(at, out var ticks) && int.TryParse(shown, out var count) && count > 0 ? (Instant.FromUnixTimeTicks(ticks), count) : Cursor.Malformed;
    }

    /// <summary>Adds the facts of one kind: as many as a page can need.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="ordered">Their order at one instant, whatever it is.</param>
    /// <param name="told">What each says.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task Add<TFact>(IQueryable<TFact> facts, Func<IOrderedQueryable<TFact>, IOrderedQueryable<TFact>> ordered, Func<TFact, HistoryEntry> told, CancellationToken cancellation) where TFact : DatedFact
    {
        if (after is var (at, _)) facts = facts.Where(f => f.RecordedAt <= at);
        var needed = limit + 1 + (after?.Shown ?? 0);
        entries.AddRange((await ordered(facts.AsNoTracking().OrderByDescending(f => f.RecordedAt)).Take(needed).ToListAsync(cancellation)).Select(told));
    }

    /// <summary>The page, with the names of those whom it connects.</summary>
    public async Task<Page<HistoryEntry>> Finish(CancellationToken cancellation)
    {
        var inOrder = entries.OrderByDescending(e => e.RecordedAt).ThenBy(e => e.Kind).ToList();
        var shown = after is var (at, count) ? inOrder.FindAll(e => e.RecordedAt == at).Take(count).ToHashSet(ReferenceEqualityComparer.Instance) : [];
        var rows = inOrder.FindAll(e => !shown.Contains(e)).Take(limit + 1).ToList();
        var organizations = rows.Select(r => r.OrganizationId).OfType<Id<Organization>>().Distinct().ToList();
        var persons = rows.Select(r => r.PersonId).OfType<Id<Person>>().Distinct().ToList();
        var ofOrganizations = await db.Organizations.Where(o => organizations.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        var ofPersons = await db.Persons.Where(p => persons.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var units = rows.Select(r => r.UnitId).OfType<Id<Unit>>().Distinct().ToList();
        var ofUnits = units.Count == 0 ? [] : await db.Units.Where(u => units.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, cancellation);
        return Page<HistoryEntry>.Of(
            rows, limit, r => r with { OrganizationName = r.OrganizationId is { } o ? ofOrganizations[o] : null, PersonName = r.PersonId is { } p ? ofPersons[p] : null, UnitName = r.UnitId is { } u ? ofUnits[u] : null },
            last => new(last.RecordedAt.ToUnixTimeTicks().ToString(System.Globalization.CultureInfo.InvariantCulture), Shown(rows.Take(limit).ToList(), last).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>A name of an enum as JSON has it.</summary>
    public static string Named<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private int Shown(List<HistoryEntry> page, HistoryEntry last) => page.Count(e => e.RecordedAt == last.RecordedAt) + (after is var (at, count) && at == last.RecordedAt ? count : 0);
}
