using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Members;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Imports;

/// <summary>
/// Compares a register's rows with what is stored, by carrying them out on the aggregates in memory: what a command would refuse, the preview
/// refuses by the same method. The register is read in chunks, never row by row.
/// </summary>
internal sealed class RegisterPlanner(PartyOrgContext db, Caller caller, MemberEdits edits, Ids ids, Clock clock, JobProgress progress)
{
    // Few enough to be forgotten soon.
    private const int Chunk = 500;

    private readonly Dictionary<string, Organization> organizations = new(StringComparer.Ordinal);
    private readonly Dictionary<Id<Organization>, string> codes = [];
    private readonly HashSet<string> spoilt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Id<Person>> persons = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Organization, string Name), Id<Person>?> byName = [];
    // By social credit code or name, as the cells have it; one that is unknown is none.
    private readonly Dictionary<string, Unit?> units = new(StringComparer.Ordinal);
    private readonly HashSet<string> ambiguousUnits = new(StringComparer.Ordinal);
    private readonly Dictionary<Id<Unit>, string> unitNames = [];
    private readonly HashSet<string> refusedMembers = new(StringComparer.Ordinal);
    private readonly HashSet<string> holders = new(StringComparer.Ordinal);
    private readonly HashSet<(string Organization, string Name)> namedHolders = [];
    private RegisterPlan plan = null!;
    private IQueryable<Organization> subtree = null!;
    private Instant now;

    public async Task<RegisterPlan> Plan(RegisterRows rows, string path, bool toWrite, CancellationToken cancellation)
    {
        (plan, now) = (new(rows, organizations, units, toWrite), clock.Now);
        organizations.Clear();
        codes.Clear();
        spoilt.Clear();
        persons.Clear();
        byName.Clear();
        units.Clear();
        ambiguousUnits.Clear();
        unitNames.Clear();
        refusedMembers.Clear();
        spoilt.UnionWith(rows.SpoiltCodes);
        holders.Clear();
        namedHolders.Clear();
        holders.UnionWith(rows.Posts.Select(p => p.Index).OfType<string>());
        namedHolders.UnionWith(rows.Posts.Where(p => p.Index is null).Select(p => (p.OrganizationCode, p.Name!.Value)));
        subtree = db.Organizations.InScope(caller).AtOrBelow(path).AsNoTracking();
        await Load(rows, cancellation);
        await PlanOrganizations(rows, cancellation);
        await PlanMembers(rows, cancellation);
        await PlanPosts(rows, cancellation);
        return plan;
    }

    // What the file names, and no more: the register of a town costs the same under a city as under its county.
    private async Task Load(RegisterRows rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows.NamedOrganizations.Chunk(Chunk))
        {
            var stored = subtree.Where(o => chunk.Contains(o.Code));
            if (rows.Posts.Count > 0) stored = stored.Include(o => o.Posts.Where(p => p.VoidedAt == null));
            await foreach (var organization in stored.AsAsyncEnumerable().WithCancellation(cancellation)) Know(organization);
        }

        await KnowCodes(organizations.Values.Select(o => o.SuperiorId), cancellation);
    }

    // Of organizations that the register names, whether the file does or not.
    private async Task KnowCodes(IEnumerable<Id<Organization>?> named, CancellationToken cancellation)
    {
        foreach (var chunk in named.OfType<Id<Organization>>().Where(o => !codes.ContainsKey(o)).Distinct().Chunk(Chunk))
        {
            foreach (var organization in await subtree.Where(o => chunk.Contains(o.Id)).Select(o => new { o.Id, o.Code }).ToListAsync(cancellation)) codes.Add(organization.Id, organization.Code);
        }
    }

    private void Know(Organization organization)
    {
        organizations.Add(organization.Code, organization);
        codes.Add(organization.Id, organization.Code);
    }

    private async Task PlanOrganizations(RegisterRows rows, CancellationToken cancellation)
    {
        var first = new Dictionary<string, OrganizationRow>(StringComparer.Ordinal);
        foreach (var row in rows.Organizations)
        {
            if (first.TryAdd(row.Code, row)) continue;
            Refuse(row, ImportErrors.CodeTwice(first[row.Code].Place.Sheet, first[row.Code].Place.Number), row.CodeColumn, row.Code);
        }

        var isNew = first.Values.Where(r => !organizations.ContainsKey(r.Code)).ToList();
        foreach (var row in await TakenElsewhere(isNew, cancellation))
        {
            Refuse(row, OrganizationErrors.CodeTaken(row.Code), row.CodeColumn, row.Code);
            spoilt.Add(row.Code);
            first.Remove(row.Code);
        }

        foreach (var row in first.Values.Where(r => organizations.ContainsKey(r.Code))) Compare(row);
        var founded = first.Values.Where(r => !organizations.ContainsKey(r.Code)).ToList();
        FoundInOrder(founded, await LastPathsUnder(founded, cancellation));
    }

    private async Task<Dictionary<Id<Organization>, string>> LastPathsUnder(List<OrganizationRow> rows, CancellationToken cancellation)
    {
        var paths = new Dictionary<Id<Organization>, string>();
        foreach (var chunk in rows.Select(r => organizations.GetValueOrDefault(r.SuperiorCode ?? "")?.Id).OfType<Id<Organization>>().Distinct().Chunk(Chunk))
        {
            var last = db.Organizations.Where(o => o.SuperiorId != null && chunk.Contains(o.SuperiorId.Value)).GroupBy(o => o.SuperiorId!.Value).Select(g => new { g.Key, Path = g.Max(o => o.Path)! });
            foreach (var superior in await last.ToListAsync(cancellation)) paths.Add(superior.Key, superior.Path);
        }

        return paths;
    }

    private async Task<List<OrganizationRow>> TakenElsewhere(List<OrganizationRow> rows, CancellationToken cancellation)
    {
        var taken = new List<OrganizationRow>();
        foreach (var chunk in rows.Chunk(Chunk))
        {
            var wanted = chunk.Select(r => r.Code).ToList();
            var found = (await db.Organizations.Where(o => wanted.Contains(o.Code)).Select(o => o.Code).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
            taken.AddRange(chunk.Where(r => found.Contains(r.Code)));
        }

        return taken;
    }

    private void Compare(OrganizationRow row)
    {
        var organization = organizations[row.Code];
        var kind = KindOf(row);
        if (organization.Type != row.Founding.Type || organization.Level != row.Founding.Level)
        {
            Refuse(row, ImportErrors.TypeDiffers, row.IsGroup ? row.CodeColumn : RegisterSheets.Type, row.Code);
            return;
        }

        // The superior of the topmost one lies outside the subtree: what the file says of it cannot be compared, and changes nothing.
        if (row.SuperiorCode is not null && organization.SuperiorId is { } superior && codes.TryGetValue(superior, out var known) && known != row.SuperiorCode)
        {
            Refuse(row, ImportErrors.SuperiorDiffers, row.SuperiorColumn, row.SuperiorCode);
            return;
        }

        var fields = new List<FieldChange>();
        var founding = row.Founding;
        Compare(row.Place, RegisterSheets.FoundedOn, founding.FoundedOn, organization.FoundedOn);
        if (organization.Name != founding.Name.Value) fields.Add(new("name", organization.Name, founding.Name.Value));
        if (founding.UnitCreditCode is { } unit && unit.Value != organization.UnitCreditCode) fields.Add(new("unitCreditCode", organization.UnitCreditCode, unit.Value));
        plan.Add(row.Place, kind, fields.Count > 0 ? RowOutcome.Changed : RowOutcome.Unchanged, row.Code, founding.Name.Value, fields);
        if (fields.Count == 0) return;
        plan.Edit(organization.Id, o =>
        {
            o.Rename(founding.Name, ids, clock);
            if (founding.UnitCreditCode is { } given) o.BelongTo(given);
            return null;
        });
    }

    // Superiors first, whatever their order in the file; what is left over hangs on a cycle.
    private void FoundInOrder(List<OrganizationRow> rows, Dictionary<Id<Organization>, string> lastPaths)
    {
        var under = rows.Where(r => r.SuperiorCode is not null).ToLookup(r => r.SuperiorCode!, StringComparer.Ordinal);
        var inFile = rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        var ready = new Queue<OrganizationRow>(rows.Where(r => r.SuperiorCode is null || !inFile.ContainsKey(r.SuperiorCode)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ready.TryDequeue(out var row))
        {
            seen.Add(row.Code);
            foreach (var below in under[row.Code]) ready.Enqueue(below);
            if (row.SuperiorCode is null) Refuse(row, OrganizationErrors.SuperiorMissing, row.SuperiorColumn, null, spoils: true);
            else if (spoilt.Contains(row.SuperiorCode)) spoilt.Add(row.Code);
            else if (!organizations.TryGetValue(row.SuperiorCode, out var superior)) Refuse(row, OrganizationErrors.NotFound, row.SuperiorColumn, row.SuperiorCode, spoils: true);
            else Found(row, superior, lastPaths);
        }

        foreach (var row in rows.Where(r => !seen.Contains(r.Code)))
        {
            spoilt.Add(row.Code);
            if (IsOnCycle(row, inFile)) Refuse(row, ImportErrors.Cycle(row.Code), row.SuperiorColumn, row.SuperiorCode);
        }
    }

    private static bool IsOnCycle(OrganizationRow row, Dictionary<string, OrganizationRow> inFile)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = inFile.GetValueOrDefault(row.SuperiorCode ?? ""); at is not null && passed.Add(at.Code); at = inFile.GetValueOrDefault(at.SuperiorCode ?? ""))
        {
            if (at.Code == row.Code) return true;
        }

        return false;
    }

    private void Found(OrganizationRow row, Organization superior, Dictionary<Id<Organization>, string> lastPaths)
    {
        var position = TreePosition.After(superior.Path, lastPaths.GetValueOrDefault(superior.Id));
        var founded = Organization.Found(row.Founding, superior, position, ids, now);
        if (!founded.Succeeded)
        {
            var error = founded.Errors[0];
            Refuse(row, error, error.Pointer == "/level" && !row.IsGroup ? RegisterSheets.Level : row.SuperiorColumn, error.Pointer == "/level" ? null : row.SuperiorCode, spoils: true);
            return;
        }

        lastPaths[superior.Id] = position.Path;
        Know(founded.Value);
        plan.Found(founded.Value);
        plan.Add(row.Place, KindOf(row), RowOutcome.Created, row.Code, founded.Value.Name);
    }

    private async Task PlanMembers(RegisterRows rows, CancellationToken cancellation)
    {
        // What is kept of every row is some twenty bytes, and of those who hold posts a little more.
        var first = new Dictionary<UInt128, int>(rows.Members.Count);
        foreach (var chunk in rows.Members.Index().Chunk(Chunk))
        {
            var visible = await Visible([.. chunk.Select(r => r.Item.Index)], cancellation);
            await KnowCodes(visible.Values.SelectMany(p => p.Affiliations).Select(a => (Id<Organization>?)a.OrganizationId), cancellation);
            if (rows.HaveWorkplaces) await KnowUnits([.. chunk.Select(r => r.Item.Workplace).OfType<string>()], visible.Values, cancellation);
            var registered = await Registered([.. chunk.Select(r => r.Item.Index).Where(i => !visible.ContainsKey(i))], cancellation);
            foreach (var (number, row) in chunk)
            {
                if (holders.Contains(row.Index)) refusedMembers.Add(row.Index);
                var key = BinaryPrimitives.ReadUInt128BigEndian(Convert.FromBase64String(row.Index));
                if (first.TryAdd(key, number)) Plan(row, number, visible.GetValueOrDefault(row.Index), registered.Contains(row.Index));
                else Refuse(row.Place, ImportErrors.IdentityTwice(rows.Members[first[key]].Place.Sheet, rows.Members[first[key]].Place.Number), RegisterSheets.Identity, row.Identity.Masked);
            }

            progress.Report(chunk[^1].Index + 1, rows.Members.Count, 40, 80);
            if (chunk[^1].Index + 1 is var read && read % StagedRegister.RowsBetweenCollections == 0) StagedRegister.GiveBack(read);
        }
    }

    private void Plan(MemberRow row, int number, Person? person, bool isRegistered)
    {
        if (person is null && isRegistered)
        {
            Refuse(row.Place, MemberErrors.IdentityTaken, RegisterSheets.Identity, row.Identity.Masked);
            return;
        }

        var organization = Named(row.Place, row.OrganizationCode, RegisterSheets.MemberOf);
        var group = row.GroupCode is null ? null : Named(row.Place, row.GroupCode, RegisterSheets.MemberGroup);
        var unit = row.Workplace is null ? null : UnitNamed(row.Place, row.Workplace);
        if (organization is null || (group is null && row.GroupCode is not null) || (unit is null && row.Workplace is not null)) return;

        var before = person is null ? null : Snapshot(person);
        if (person is not null) CompareDates(row, person, organization, unit);
        person ??= MemberEdits.Unsealed(ids.New<Person>(), row);
        if (holders.Contains(row.Index)) persons[row.Index] = person.Id;
        foreach (var code in new[] { row.OrganizationCode, row.GroupCode }.OfType<string>().Where(c => namedHolders.Contains((c, row.Name.Value)))) Remember((code, row.Name.Value), person.Id);

        if (edits.Apply(person, row, organization, group, unit, MemberEdits.Unsealed) is { } refusal)
        {
            Refuse(row.Place, refusal.Error, refusal.Column, null);
            return;
        }

        var planned = new PlannedMember(person.Id, number);
        if (before is null)
        {
            plan.Add(planned, isNew: true);
            plan.Add(row.Place, RegisterKind.Member, RowOutcome.Created, row.Identity.Masked, row.Name.Value);
        }
        else if (person.Events.Count == 0)
        {
            plan.Add(row.Place, RegisterKind.Member, RowOutcome.Unchanged, row.Identity.Masked, row.Name.Value);
        }
        else
        {
            plan.Add(planned, isNew: false);
            plan.Add(row.Place, RegisterKind.Member, RowOutcome.Changed, row.Identity.Masked, row.Name.Value, before.Zip(Snapshot(person), (b, a) => new FieldChange(b.Field, b.After, a.After)).Where(f => f.Before != f.After));
        }
    }

    private void CompareDates(MemberRow row, Person person, Organization organization, Unit? unit)
    {
        var membership = person.Memberships.SingleOrDefault(m => m.VoidedAt is null && m.To is null);
        if (membership is not null && membership.Standing == row.Standing && row.SinceColumn is { } column) Compare(row.Place, column, row.Since, membership.From);
        var belonging = person.Affiliations.FirstOrDefault(a => a.VoidedAt is null && a.To is null && a.Belonging == row.Belonging && a.OrganizationId == organization.Id);
        if (belonging is not null) Compare(row.Place, RegisterSheets.From, row.From, belonging.From);
        if (row.WorksSince is { } since && person.Workplaces.FirstOrDefault(w => w.VoidedAt is null && w.To is null && w.UnitId == unit?.Id) is { } works) Compare(row.Place, RegisterSheets.WorksSince, since, works.From);
    }

    // What the register says of a person on a line of its own, for showing what changes.
    private List<FieldChange> Snapshot(Person person)
    {
        var membership = person.Memberships.SingleOrDefault(m => m.VoidedAt is null && m.To is null);
        var works = person.Workplaces.SingleOrDefault(w => w.VoidedAt is null && w.To is null);
        string? Codes(Func<Belonging, bool> how) => string.Join(' ', person.Affiliations.Where(a => a.VoidedAt is null && a.To is null && how(a.Belonging)).Select(a => codes.GetValueOrDefault(a.OrganizationId, "–")).Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;
        return
        [
            new("name", null, person.Name), new("phone", null, person.MaskedPhone), new("standing", null, membership is null ? null : RegisterCodes.Standings[membership.Standing].Code),
            new("floating", null, membership?.Floating.ToString().ToLowerInvariant()), new("pocket", null, membership?.Pocket.ToString().ToLowerInvariant()),
            new("organizationCode", null, Codes(b => b != Belonging.Group)), new("groupCode", null, Codes(b => b == Belonging.Group)), new("workplace", null, works is null ? null : unitNames[works.UnitId]),
        ];
    }

    private async Task<Dictionary<string, Person>> Visible(IReadOnlyCollection<string> indexes, CancellationToken cancellation)
    {
        var wanted = indexes.Distinct().Select(Convert.FromBase64String).ToList();
        var persons = db.Persons.InScope(caller, db).Where(p => wanted.Contains(p.IdentityIndex))
            .Include(p => p.Memberships.Where(m => m.VoidedAt == null)).Include(p => p.Affiliations.Where(a => a.VoidedAt == null)).AsSplitQuery().AsNoTracking();
        if (plan.HaveWorkplaces) persons = persons.Include(p => p.Workplaces.Where(w => w.VoidedAt == null));
        var found = await persons.ToListAsync(cancellation);
        return found.ToDictionary(p => Convert.ToBase64String(p.IdentityIndex), StringComparer.Ordinal);
    }

    // By code whatever unit it is, as in a command; by name those that the caller sees. The units in which the members work by the register are only named.
    private async Task KnowUnits(IReadOnlyCollection<string> named, IEnumerable<Person> members, CancellationToken cancellation)
    {
        var wanted = named.Where(n => !units.ContainsKey(n)).Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count > 0)
        {
            var keys = wanted.Select(n => PinyinKey.Of(OrganizationName.FromStorage(n)).Value).Distinct(StringComparer.Ordinal).ToList();
            var byCode = await db.Units.Where(u => wanted.Contains(u.CreditCode!)).WithStates().ToListAsync(cancellation);
            var byName = await db.Units.InSight(caller, db).Where(u => keys.Contains(u.NameKey) && wanted.Contains(u.Name)).WithStates().ToListAsync(cancellation);
            foreach (var (text, unit) in byCode.Select(u => (u.CreditCode!, u)).Concat(byName.Select(u => (u.Name, u))))
            {
                if (!units.TryAdd(text, unit)) ambiguousUnits.Add(text);
                unitNames[unit.Id] = unit.Name;
            }

            foreach (var unknown in wanted) units.TryAdd(unknown, null);
        }

        var others = members.SelectMany(p => p.Workplaces).Select(w => w.UnitId).Where(u => !unitNames.ContainsKey(u)).Distinct().ToList();
        if (others.Count == 0) return;
        foreach (var unit in await db.Units.Where(u => others.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToListAsync(cancellation)) unitNames[unit.Id] = unit.Name;
    }

    private Unit? UnitNamed(RowPlace place, string codeOrName)
    {
        if (ambiguousUnits.Contains(codeOrName)) Refuse(place, ImportErrors.UnitAmbiguous, RegisterSheets.MemberWorkplace, codeOrName);
        else if (units[codeOrName] is { } unit) return unit;
        else Refuse(place, WorkplaceErrors.UnitUnknown, RegisterSheets.MemberWorkplace, codeOrName);
        return null;
    }

    // Whoever is registered outside the caller's scope is not shown, and yet cannot be registered again.
    private async Task<HashSet<string>> Registered(IReadOnlyCollection<string> indexes, CancellationToken cancellation)
    {
        if (indexes.Count == 0) return [];
        var wanted = indexes.Distinct().Select(Convert.FromBase64String).ToList();
        var found = await db.Persons.Where(p => wanted.Contains(p.IdentityIndex)).Select(p => p.IdentityIndex).ToListAsync(cancellation);
        return found.Select(Convert.ToBase64String).ToHashSet(StringComparer.Ordinal);
    }

    private async Task PlanPosts(RegisterRows rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows.Posts.Chunk(Chunk))
        {
            await Recognise(chunk, cancellation);
            foreach (var row in chunk) Plan(row, rows);
        }
    }

    // Holders who are not in the file.
    private async Task Recognise(IReadOnlyCollection<PostRow> rows, CancellationToken cancellation)
    {
        var numbers = rows.Where(r => r.Index is not null && !persons.ContainsKey(r.Index)).Select(r => r.Index!).ToList();
        if (numbers.Count > 0)
        {
            foreach (var (index, person) in await Visible(numbers, cancellation)) persons[index] = person.Id;
        }

        var named = rows.Where(r => r.Index is null && organizations.ContainsKey(r.OrganizationCode)).ToList();
        if (named.Count == 0) return;
        var (places, names) = (named.Select(r => organizations[r.OrganizationCode].Id).Distinct().ToList(), named.Select(r => r.Name!.Value).Distinct().ToList());
        var today = caller.Today;
        var holders = await db.Affiliations.Where(a => places.Contains(a.OrganizationId) && a.VoidedAt == null && (a.To == null || a.To >= today))
            .Join(db.Persons.Where(p => names.Contains(p.Name)), a => a.PersonId, p => p.Id, (a, p) => new { a.OrganizationId, p.Name, p.Id }).Distinct().ToListAsync(cancellation);
        foreach (var holder in holders) Remember((codes[holder.OrganizationId], holder.Name), holder.Id);
    }

    // Two of the same name in an organization are nobody.
    private void Remember((string Organization, string Name) key, Id<Person> person)
    {
        if (!byName.TryAdd(key, person) && byName[key] != person) byName[key] = null;
    }

    private void Plan(PostRow row, RegisterRows rows)
    {
        var organization = Named(row.Place, row.OrganizationCode, RegisterSheets.PostOf);
        if (organization is null || HolderOf(row, rows) is not { } holder) return;

        var (outcome, edit) = EditOf(row, organization, holder);
        var subject = $"{row.OrganizationCode} {RegisterCodes.Offices[row.Office].Code}";
        var name = row.Name?.Value ?? row.Identity!.Masked;
        if (edit is null)
        {
            plan.Add(row.Place, RegisterKind.Post, outcome, subject, name);
        }
        else if (edit(organization) is { } error)
        {
            Refuse(row.Place, error, error.Pointer == "/to" ? RegisterSheets.PostTo : RegisterSheets.PostOffice, RegisterCodes.Offices[row.Office].Label.Zh);
        }
        else
        {
            if (!plan.IsNew(organization)) plan.Edit(organization.Id, edit);
            plan.Add(row.Place, RegisterKind.Post, outcome, subject, name, outcome == RowOutcome.Changed ? [new FieldChange("to", null, row.To!.Value.ToString("uuuu-MM-dd", null))] : null);
        }
    }

    private (RowOutcome Outcome, OrganizationEdit? Edit) EditOf(PostRow row, Organization organization, Id<Person> holder)
    {
        if (row.To is not { } last || row.From <= last)
        {
            var days = new Domain.Compliance.DayRange(row.From, row.To);
            var standing = organization.Posts.FirstOrDefault(p => p.VoidedAt is null && p.PersonId == holder && p.Office == row.Office && p.Days.Overlaps(days));
            if (standing is { To: null } && row.To is { } end && standing.From == row.From)
            {
                return (RowOutcome.Changed, o => o.Posts.Single(p => p.VoidedAt is null && p.PersonId == holder && p.Office == row.Office && p.From == row.From) is var post && o.EndPost(post.Id, end, ids, now) is { Succeeded: false } refused ? refused.Errors[0] : null);
            }

            if (standing is not null)
            {
                Compare(row.Place, RegisterSheets.PostFrom, row.From, standing.From);
                if (row.To is { } until && standing.To is { } ended) Compare(row.Place, RegisterSheets.PostTo, until, ended);
                return (RowOutcome.Unchanged, null);
            }
        }

        return (RowOutcome.Created, o => o.Appoint(holder, row.Office, row.From, row.To, ids, now) is { Succeeded: false } refused ? refused.Errors[0] : null);
    }

    private Id<Person>? HolderOf(PostRow row, RegisterRows rows)
    {
        if (row.Index is { } index)
        {
            if (persons.TryGetValue(index, out var known)) return known;
            if (!rows.SpoiltMembers.Contains(index) && !refusedMembers.Contains(index)) Refuse(row.Place, ImportErrors.PersonUnknown, RegisterSheets.HolderIdentity, row.Identity!.Masked);
            return null;
        }

        if (byName.TryGetValue((row.OrganizationCode, row.Name!.Value), out var named) && named is not null) return named;
        Refuse(row.Place, byName.ContainsKey((row.OrganizationCode, row.Name.Value)) ? ImportErrors.PersonAmbiguous : ImportErrors.PersonUnknown, RegisterSheets.HolderName, row.Name.Value);
        return null;
    }

    // What refers to an organization that the file itself spoils is no error of its own.
    private Organization? Named(RowPlace place, string code, SheetColumn column)
    {
        if (organizations.TryGetValue(code, out var organization)) return organization;
        if (!spoilt.Contains(code)) Refuse(place, OrganizationErrors.NotFound, column, code);
        return null;
    }

    private void Refuse(OrganizationRow row, Error error, SheetColumn column, string? value, bool spoils = false)
    {
        if (spoils) spoilt.Add(row.Code);
        Refuse(row.Place, error, column, value);
    }

    // A date that the register has already stays as it is; whoever uploads another one is told.
    private void Compare(RowPlace place, SheetColumn column, LocalDate given, LocalDate recorded)
    {
        if (given != recorded) plan.Advices.Add(place.Wrong(ImportErrors.DateStays(column.Header, recorded), column, given.ToString("uuuu-MM-dd", null)));
    }

    private void Refuse(RowPlace place, Error error, SheetColumn column, string? value) => plan.Findings.Add(place.Wrong(error, column, value));

    private static RegisterKind KindOf(OrganizationRow row) => row.IsGroup ? RegisterKind.Group : RegisterKind.Organization;
}
