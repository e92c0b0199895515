using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Compliance;

/// <summary>What stood in the record at an instant; without one, what stands now.</summary>
internal static class Standing
{
    public static IQueryable<T> StandingAt<T>(this IQueryable<T> facts, Instant? knownAt) where T : DatedFact => knownAt is { } at
        ? facts.Where(f => f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
        : facts.Where(f => f.VoidedAt == null);

    public static IQueryable<LedgerEntry> StandingAt(this IQueryable<LedgerEntry> evidence, Instant? knownAt) => knownAt is { } at
        ? evidence.Where(e => e.RecordedAt <= at && (e.VoidedAt == null || e.VoidedAt > at))
        : evidence.Where(e => e.VoidedAt == null);

    public static IQueryable<DutyWaiver> StandingAt(this IQueryable<DutyWaiver> waivers, Instant? knownAt) => knownAt is { } at
        ? waivers.Where(w => w.RecordedAt <= at && (w.VoidedAt == null || w.VoidedAt > at))
        : waivers.Where(w => w.VoidedAt == null);
}
