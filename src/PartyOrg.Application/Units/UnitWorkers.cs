using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>A member who works in a unit on the day that was asked.</summary>
public sealed class Worker
{
    /// <summary>The unit.</summary>
    public Id<Unit> UnitId { get; init; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; init; }

    /// <summary>His standing on that day.</summary>
    public Standing Standing { get; init; }

    /// <summary>Whether his relation lies elsewhere than where he takes part.</summary>
    public bool Floating { get; init; }

    /// <summary>Whether he keeps the relation to himself.</summary>
    public bool Pocket { get; init; }

    /// <summary>The first day on which he works there.</summary>
    public LocalDate From { get; init; }
}

/// <summary>Who works in which unit, as the register knows it: what targets for units count (FCM-1.1, FCM-2, FCM-3.2, DPB-4).</summary>
public static class UnitWorkers
{
    /// <summary>Facts that stood in the record at an instant; without one, those that stand now.</summary>
    public static IQueryable<T> StandingAt<T>(this IQueryable<T> facts, Instant? knownAt) where T : DatedFact =>
        knownAt is { } at ? facts.Where(f => f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at)) : facts.Where(f => f.VoidedAt == null);

    /// <summary>Workplaces that hold on a day: from the closing of a unit on nobody works there (REG-47).</summary>
    public static IQueryable<Workplace> WorkplacesOn(this PartyOrgContext db, LocalDate day, Instant? knownAt = null)
    {
        var closings = db.UnitFacts.OfType<UnitState>().StandingAt(knownAt).Where(s => s.State == OperationState.Closed && s.From <= day);
        return db.Workplaces.StandingAt(knownAt).Through(day).Where(w => !closings.Any(s => s.UnitId == w.UnitId && (s.To == null || s.To >= w.From)));
    }

    /// <summary>The members, formal and probationary, floating and pocket members included, who work in units on a day.</summary>
    public static IQueryable<Worker> WorkersOn(this PartyOrgContext db, LocalDate day, Instant? knownAt = null) => db.WorkersAt(db.WorkplacesOn(day, knownAt), day, knownAt);

    /// <summary>How many members work in each of the units on a day; a unit in which none does is not in it.</summary>
    internal static Task<Dictionary<Id<Unit>, (int Formal, int Probationary, int Floating)>> WorkersOf(
        this PartyOrgContext db, IReadOnlyCollection<Id<Unit>> units, LocalDate day, Instant? knownAt, CancellationToken cancellation) =>
        Counted(db.WorkersOn(day, knownAt).Where(w => units.Contains(w.UnitId)), cancellation);

    /// <summary>The same of one unit, by its states as they are in memory: its closing may not be stored yet.</summary>
    internal static async Task<Dictionary<Id<Unit>, (int Formal, int Probationary, int Floating)>> WorkersOf(this PartyOrgContext db, Unit unit, LocalDate day, CancellationToken cancellation)
    {
        var closings = unit.Facts.OfType<UnitState>().Where(s => s is { VoidedAt: null, State: OperationState.Closed } && s.From <= day).ToList();
        if (closings.Exists(s => s.To is null)) return [];
        var after = closings.Max(s => s.To);
        var workplaces = db.Workplaces.StandingAt(null).Through(day).Where(w => w.UnitId == unit.Id && (after == null || w.From > after));
        return await Counted(db.WorkersAt(workplaces, day, null), cancellation);
    }

    /// <summary>What is known of the members of a unit on a day.</summary>
    internal static UnitMembers MembersOf(this UnitOnDay on, (int Formal, int Probationary, int Floating) registered) =>
        new(registered.Formal, registered.Probationary, registered.Floating, on.Count(UnitMeasure.PartyMembers), on.Count(UnitMeasure.FormalMembers));

    private static IQueryable<Workplace> Through(this IQueryable<Workplace> workplaces, LocalDate day) => workplaces.Where(w => w.From <= day && (w.To == null || w.To >= day));

    private static IQueryable<Worker> WorkersAt(this PartyOrgContext db, IQueryable<Workplace> workplaces, LocalDate day, Instant? knownAt) =>
        from workplace in workplaces
        join member in db.Memberships.StandingAt(knownAt).Where(m => m.From <= day && (m.To == null || m.To >= day)) on workplace.PersonId equals member.PersonId
        select new Worker
        {
            UnitId = workplace.UnitId, PersonId = workplace.PersonId, Standing = member.Standing, Floating = member.Floating, Pocket = member.Pocket, From = workplace.From,
        };

    private static async Task<Dictionary<Id<Unit>, (int Formal, int Probationary, int Floating)>> Counted(IQueryable<Worker> workers, CancellationToken cancellation)
    {
        var counts = await workers.GroupBy(w => new { w.UnitId, w.Standing, w.Floating }).Select(g => new { g.Key.UnitId, g.Key.Standing, g.Key.Floating, Count = g.Count() }).ToListAsync(cancellation);
        return counts.GroupBy(c => c.UnitId).ToDictionary(
            g => g.Key, g => (g.Where(c => c.Standing == Standing.Formal).Sum(c => c.Count), g.Where(c => c.Standing == Standing.Probationary).Sum(c => c.Count), g.Where(c => c.Floating).Sum(c => c.Count)));
    }
}
