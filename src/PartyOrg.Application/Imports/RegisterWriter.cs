using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Audit;

namespace PartyOrg.Application.Imports;

/// <summary>Writes a plan: superiors before those under them, persons before their belonging, many rows in one statement. Each row is found in the history of what it brought.</summary>
internal sealed class RegisterWriter(PartyOrgContext db, Rights rights, MemberEdits edits, JobProgress progress)
{
    private const int Loaded = 500;

    public async Task Write(RegisterPlan plan, AuditChain chain, CancellationToken cancellation)
    {
        foreach (var chunk in plan.NewOrganizations.Chunk(StagedRegister.RowsOfStatement))
        {
            await db.InsertInOneStatement(chunk, cancellation);
            await db.InsertInOneStatement([.. chunk.SelectMany(o => o.Lifetimes)], cancellation);
            await db.InsertInOneStatement([.. chunk.SelectMany(o => o.Places)], cancellation);
            await db.InsertInOneStatement([.. chunk.SelectMany(o => o.Posts)], cancellation);
            await db.InsertInOneStatement(Told(chunk, chain), cancellation);
            await rights.Outdate([.. chunk.SelectMany(o => o.Posts).Select(p => p.PersonId)], cancellation);
        }

        var written = 0;
        foreach (var chunk in plan.NewMembers.Chunk(StagedRegister.RowsOfStatement))
        {
            var persons = Array.ConvertAll(chunk, member => edits.Sealed(member, plan.RowOf(member), plan));
            await db.InsertInOneStatement(persons, cancellation);
            await db.InsertInOneStatement([.. persons.SelectMany(p => p.Memberships)], cancellation);
            await db.InsertInOneStatement([.. persons.SelectMany(p => p.Affiliations)], cancellation);
            if (plan.HaveWorkplaces) await db.InsertInOneStatement([.. persons.SelectMany(p => p.Workplaces)], cancellation);
            await db.InsertInOneStatement(Told(persons, chain), cancellation);
            progress.Report(written += chunk.Length, plan.NewMembers.Count, 80, 100);
            plan.ForgetRowsBefore(chunk[^1]);
            if (written % StagedRegister.RowsBetweenCollections == 0) StagedRegister.GiveBack(written);
        }

        await ChangeOrganizations(plan, cancellation);
        await ChangeMembers(plan, cancellation);
    }

    // The import's own entry, the next in the chain that it holds, tells of everything that it brings.
    private static AuditSubject[] Told(Aggregate[] brought, AuditChain chain) => Array.ConvertAll(brought, a => new AuditSubject(a.Key, a.GetType().Name, chain.Id, chain.Length + 1));

    private async Task ChangeOrganizations(RegisterPlan plan, CancellationToken cancellation)
    {
        foreach (var chunk in plan.ChangedOrganizations.Chunk(Loaded))
        {
            var wanted = chunk.Select(c => c.Key).ToList();
            var organizations = await db.Organizations.Where(o => wanted.Contains(o.Id)).Include(o => o.Posts).Include(o => o.FormerNames).AsSplitQuery().ToDictionaryAsync(o => o.Id, cancellation);
            foreach (var (id, changes) in chunk)
            {
                foreach (var change in changes)
                {
                    if (change(organizations[id]) is { } refused) throw new InvalidOperationException($"The check let through what is refused as {refused.Code}.");
                }
            }
        }
    }

    private async Task ChangeMembers(RegisterPlan plan, CancellationToken cancellation)
    {
        foreach (var chunk in plan.ChangedMembers.Chunk(Loaded))
        {
            var wanted = chunk.Select(c => c.Id).ToList();
            var stored = db.Persons.Where(p => wanted.Contains(p.Id)).Include(p => p.Memberships).Include(p => p.Affiliations).Include(p => p.FormerNames).AsSplitQuery();
            if (plan.HaveWorkplaces) stored = stored.Include(p => p.Workplaces);
            var persons = await stored.ToDictionaryAsync(p => p.Id, cancellation);
            foreach (var planned in chunk) edits.Change(persons[planned.Id], plan.RowOf(planned), plan);
        }
    }
}
