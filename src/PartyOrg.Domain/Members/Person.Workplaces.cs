using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Domain.Members;

/// <summary>In which unit a person works: in one at a time, and while the unit is there (REG-47).</summary>
public sealed partial class Person
{
    private readonly List<Workplace> workplaces = [];

    /// <summary>In which units, and in which days.</summary>
    public IReadOnlyList<Workplace> Workplaces => workplaces;

    /// <summary>
    /// Records that the person works in a unit. Who goes on working there from a day on has left the unit in which he worked until then: that ends on the day before. Anything else of the same days is ended or
    /// corrected first.
    /// </summary>
    /// <param name="unit">The unit, in the register and not closed on any of the days.</param>
    /// <param name="days">From when to when.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public Result<Workplace> Work(Unit unit, DayRange days, Ids ids, Instant at)
    {
        // In a unit that was closed and has opened again he begins anew.
        var left = days.To is null ? workplaces.Find(w => w is { VoidedAt: null, To: null } && w.From < days.From && (w.UnitId != unit.Id || unit.RefusalOf(new(w.From, days.From)) is not null)) : null;
        if (Refusal(unit, days, except: left) is { } refusal) return refusal;

        if (left is not null) Replace(left, left.UnitId, new(left.From, days.From.PlusDays(-1)), ids, at);
        var workplace = new Workplace(ids.New<Workplace>(), Id, unit.Id, days.From, days.To, at);
        workplaces.Add(workplace);
        Raise(new("member.workplaceRecorded"));
        return workplace;
    }

    /// <summary>Records that the person works in the unit until a last day.</summary>
    public Result<Workplace> EndWorkplace(Id<Workplace> id, LocalDate lastDay, Ids ids, Instant at)
    {
        if (StandingWorkplace(id) is not { } workplace) return WorkplaceErrors.NotFound;
        if (lastDay < workplace.From) return WorkplaceErrors.EndsBeforeItBegins("/lastDay");
        if (workplace.To <= lastDay) return WorkplaceErrors.EndedBefore(workplace.To.Value);

        var ended = Replace(workplace, workplace.UnitId, new(workplace.From, lastDay), ids, at);
        Raise(new("member.workplaceEnded"));
        return ended;
    }

    /// <summary>Records that it was another unit or other days from the beginning; the same again changes nothing.</summary>
    public Result<Workplace> CorrectWorkplace(Id<Workplace> id, Unit unit, DayRange days, Ids ids, Instant at)
    {
        if (StandingWorkplace(id) is not { } workplace) return WorkplaceErrors.NotFound;
        if (workplace.UnitId == unit.Id && workplace.Days == days) return workplace;
        if (Refusal(unit, days, except: workplace) is { } refusal) return refusal;

        var corrected = Replace(workplace, unit.Id, days, ids, at);
        Raise(new("member.workplaceCorrected"));
        return corrected;
    }

    /// <summary>Takes back what was never so.</summary>
    public Result<Done> WithdrawWorkplace(Id<Workplace> id, Instant at)
    {
        if (StandingWorkplace(id) is not { } workplace) return WorkplaceErrors.NotFound;
        workplace.Void(at);
        Raise(new("member.workplaceWithdrawn"));
        return Done.It;
    }

    private Workplace? StandingWorkplace(Id<Workplace> id) => workplaces.Find(w => w.Id == id && w.VoidedAt is null);

    private Error? Refusal(Unit unit, DayRange days, Workplace? except)
    {
        if (days.To < days.From) return WorkplaceErrors.EndsBeforeItBegins("/to");
        if (unit.RefusalOf(days) is { } absent) return absent;
        return workplaces.Find(w => w.VoidedAt is null && w != except && w.Days.Overlaps(days)) is not { } other ? null
            : other.UnitId == unit.Id ? WorkplaceErrors.WorksThereAlready(other) : WorkplaceErrors.WorksElsewhere(other);
    }

    private Workplace Replace(Workplace old, Id<Unit> unit, DayRange days, Ids ids, Instant at)
    {
        old.Void(at);
        var next = new Workplace(ids.New<Workplace>(), Id, unit, days.From, days.To, at);
        workplaces.Add(next);
        return next;
    }

    // On a day of which both records say something the survivor's stands.
    private void TakeWorkplaces(Person duplicate, Ids ids, Instant at)
    {
        foreach (var his in duplicate.workplaces.FindAll(w => w.VoidedAt is null))
        {
            his.Void(at);
            foreach (var days in his.Days.Without(workplaces.FindAll(w => w.VoidedAt is null).Select(w => w.Days))) workplaces.Add(new(ids.New<Workplace>(), Id, his.UnitId, days.From, days.To, at));
        }
    }
}
