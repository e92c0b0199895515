using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using NodaTime;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Pipeline;

/// <summary>What every command writes beside its own changes: versions, evidence and its projection, audit entries, events.</summary>
public sealed class Bookkeeping(PartyOrgContext db, Caller caller, Rights rights, Clock clock, Ids ids)
{
    private static readonly Compiled<Func<PartyOrgContext, Guid, string, LocalDate, int, Task<EvidenceYear?>>> EvidenceYearOf = new(() =>
        EF.CompileAsyncQuery((PartyOrgContext db, Guid subject, string kind, LocalDate named, int year) =>
            db.EvidenceYears.AsTracking().SingleOrDefault(y => y.SubjectId == subject && y.Kind == kind && y.For == named && y.Year == year)));

    private Guid? auditUnder;
    private IReadOnlyList<AuditedMending> mendings = [];
    private bool changesMany;

    /// <summary>Writes one audit entry, in this organization's chain, for the whole command: an import does not leave twenty thousand.</summary>
    public void AuditUnder(Guid organization) => auditUnder = organization;

    /// <summary>Writes an audit entry in these organizations' chains too, for what was mended of theirs and is no aggregate.</summary>
    internal void AuditMendings(IReadOnlyList<AuditedMending> mended) => mendings = mended;

    /// <summary>Says that statements which nothing tracks changed places, posts, lifetimes or evidence of organizations: what processes keep of them holds no longer.</summary>
    public void ChangesManyOrganizations() => changesMany = true;

    /// <summary>Stores everything. The transaction is the caller's.</summary>
    internal async Task Save(object command, Error? refusal, CancellationToken cancellation)
    {
        var (now, made) = (clock.NowOf(command), ids.Of(command));
        db.ChangeTracker.DetectChanges();
        var touched = db.ChangeTracker.Entries<Aggregate>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || e.Entity.Events.Count > 0).ToList();
        if (touched.Find(e => e.Entity.Events.Count == 0) is { } silent) throw new InvalidOperationException($"{silent.Entity.GetType().Name} was changed and does not say what happened.");
        var aggregates = touched.ConvertAll(e => e.Entity);

        // The chain is locked before the projection is read: writers of one organization take turns here.
        var chains = await WriteAudit(command, refusal, aggregates, now, cancellation);
        await WriteEvidence([.. aggregates.SelectMany(a => a.Events)], made, now, cancellation);
        await WriteConditions([.. aggregates.SelectMany(a => a.Events)], made, now, cancellation);
        foreach (var aggregate in aggregates)
        {
            foreach (var happened in aggregate.Events.Where(e => e is not EvidenceGained and not EvidenceWithdrawn and not EvidencePassed and not ConditionHeld and not ConditionsWithdrawn and not Noted and not Step))
            {
                db.Outbox.Add(new() { Id = made.New(), Type = happened.Type, At = now, OrganizationId = aggregate.AuditedUnder, SubjectId = aggregate.Key });
            }

            aggregate.ClearEvents();
        }

        if (changesMany || ChangesBeside(chains)) await MoveRegisterVersion(cancellation);
        await rights.OutdateChanged(cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private static string DetailsOf(object command, Error? refusal)
    {
        if (refusal is null) return JsonSerializer.Serialize(command, command.GetType(), PipelineJson.WithoutSecrets);
        var details = JsonSerializer.SerializeToNode(command, command.GetType(), PipelineJson.WithoutSecrets)!.AsObject();
        details["refusedAs"] = refusal.Code;
        return details.ToJsonString(PipelineJson.WithoutSecrets);
    }

    // Whether the changes touch what duties are judged by and no entry in the organization's own chain tells of it. A new organization stands above nobody.
    private bool ChangesBeside(Guid[] chains)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var founded = changed.Where(e => e is { Entity: Organization, State: EntityState.Added }).Select(e => ((Organization)e.Entity).Id).ToHashSet();
        return changed.Exists(e => e.Entity switch
        {
            Place place => !founded.Contains(place.OrganizationId),
            BookAdoption => true,
            Lifetime lifetime => !chains.Contains(lifetime.OrganizationId.Value),
            Post post => !chains.Contains(post.OrganizationId.Value),
            DutyWaiver waiver => !chains.Contains(waiver.OrganizationId.Value),
            ConditionSpell spell => !chains.Contains(spell.OrganizationId.Value),
            // Verdicts name who holds an office.
            Person person => db.Entry(person).Property(p => p.Name).IsModified,
            LedgerEntry entry => !chains.Contains(entry.SubjectId),
            EvidenceYear year => !chains.Contains(year.SubjectId),
            _ => false,
        });
    }

    private async Task MoveRegisterVersion(CancellationToken cancellation)
    {
        var moved = await db.StoredVersions.Where(v => v.Name == StoredVersion.Register).ExecuteUpdateAsync(set => set.SetProperty(v => v.Number, v => v.Number + 1), cancellation);
        if (moved != 1) throw new InvalidOperationException("The version of the register is missing.");
    }

    private async Task<Guid[]> WriteAudit(object command, Error? refusal, List<Aggregate> aggregates, Instant now, CancellationToken cancellation)
    {
        var chains = auditUnder is { } one ? [one] : aggregates.SelectMany(ChainsOf).DefaultIfEmpty(AuditChain.System).Union(mendings.Select(m => m.Organization)).Order().ToArray();
        var details = DetailsOf(command, refusal);
        var (account, session) = Moments.IsAnonymous(command) ? (null, null) : (caller.AccountId?.Value, caller.SessionId?.Value);
        foreach (var id in chains)
        {
            var chain = await db.LockChain(id, cancellation);
            var told = aggregates.FindAll(a => auditUnder is not null || ChainsOf(a).Contains(id));
            var subjects = told.Take(AuditedSubjects)
                .Select(a => new { type = a.GetType().Name, id = a.Key, version = a.Version, events = a.Events.Select(e => e.Type).Distinct() })
                .Concat(mendings.Where(m => m.Organization == id).Select(m => new { type = m.Type, id, version = 0, events = m.What }));
            var entry = new AuditEntry(chain, now, account, session, command.GetType().Name, JsonSerializer.Serialize(subjects, PipelineJson.Full), details);
            chain.Append(entry);
            db.AuditEntries.Add(entry);
            await WriteSubjects(told, entry, cancellation);
        }

        return chains;
    }

    // What was only noted is no change. An import writes many at once.
    private async Task WriteSubjects(List<Aggregate> told, AuditEntry entry, CancellationToken cancellation)
    {
        var subjects = told.FindAll(a => a.Events.Any(e => e is not Noted)).ConvertAll(a => new AuditSubject(a.Key, a.GetType().Name, entry.ChainId, entry.Sequence));
        if (subjects.Count <= AuditedSubjects) db.AuditSubjects.AddRange(subjects);
        else foreach (var chunk in subjects.Chunk(AuditedSubjects)) await db.InsertInOneStatement(chunk, cancellation);
    }

    private static IEnumerable<Guid> ChainsOf(Aggregate aggregate) => aggregate.AlsoAuditedUnder.Prepend(aggregate.AuditedUnder ?? AuditChain.System);

    // What an import touched is in the import itself; the entry names the first of it.
    private const int AuditedSubjects = 100;

    private async Task WriteConditions(List<DomainEvent> events, Ids made, Instant now, CancellationToken cancellation)
    {
        foreach (var happened in events)
        {
            if (happened is ConditionsWithdrawn withdrawn)
            {
                foreach (var spell in await db.ConditionSpells.AsTracking().Where(c => c.SourceId == withdrawn.Source && c.VoidedAt == null).ToListAsync(cancellation)) spell.Void(now);
            }
            else if (happened is ConditionHeld held)
            {
                db.ConditionSpells.Add(new(made.New<ConditionSpell>(), new(held.Subject), held.Condition, held.Source, held.From, held.To, now));
            }
        }
    }

    private async Task WriteEvidence(List<DomainEvent> events, Ids made, Instant now, CancellationToken cancellation)
    {
        var changes = new List<(LedgerEntry Entry, bool Added)>();
        foreach (var withdrawn in events.OfType<EvidenceWithdrawn>())
        {
            foreach (var entry in await db.Ledger.Where(l => l.SourceId == withdrawn.Source && l.VoidedAt == null).ToListAsync(cancellation))
            {
                entry.Void(now);
                changes.Add((entry, false));
            }
        }

        foreach (var gained in events.OfType<EvidenceGained>())
        {
            var entry = new LedgerEntry(made.New(), gained.Subject, gained.Kind, gained.OccurredOn, gained.Source, now, gained.For);
            db.Ledger.Add(entry);
            changes.Add((entry, true));
        }

        foreach (var passed in events.OfType<EvidencePassed>())
        {
            foreach (var old in await db.Ledger.Where(l => l.SubjectId == passed.From && l.VoidedAt == null).ToListAsync(cancellation))
            {
                var entry = new LedgerEntry(made.New(), passed.To, old.Kind, old.OccurredOn, old.SourceId, now, old.For);
                old.Void(now);
                db.Ledger.Add(entry);
                changes.AddRange([(old, false), (entry, true)]);
            }
        }

        foreach (var year in changes.GroupBy(c => (c.Entry.SubjectId, c.Entry.Kind, For: c.Entry.For ?? EvidenceYear.ForNothing, c.Entry.OccurredOn.Year)))
        {
            var row = await EvidenceYearOf.For(db)(db, year.Key.SubjectId, year.Key.Kind, year.Key.For, year.Key.Year)
                ?? db.EvidenceYears.Add(new(year.Key.SubjectId, year.Key.Kind, year.Key.Year, year.Key.For)).Entity;
            var days = EvidenceDays.Decode(year.Key.Year, row.Days).Value;
            row.Days = year.Aggregate(days, (d, c) => (c.Added ? d.Add(c.Entry.OccurredOn) : d.Remove(c.Entry.OccurredOn)).Value).Encode();
        }
    }
}

/// <summary>Something of an organization that is no aggregate and was mended.</summary>
/// <param name="Organization">Whose it is.</param>
/// <param name="Type">What it is.</param>
/// <param name="What">What was mended of it.</param>
internal sealed record AuditedMending(Guid Organization, string Type, IEnumerable<string> What);
