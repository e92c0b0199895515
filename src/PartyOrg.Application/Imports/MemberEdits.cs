using NodaTime;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Imports;

/// <summary>Carries a member's row out on a person: in the check on what was read and with nothing encrypted, in the confirmation on what is written.</summary>
internal sealed class MemberEdits(PersonalData personal, IPersonalDataProtector protector, Ids ids, Clock clock)
{
    /// <summary>A new person for the check alone.</summary>
    public static Person Unsealed(Id<Person> id, MemberRow row) => Person.Register(
        id, row.Name, new([], [], row.Identity.Masked, row.Identity.Sex, row.Identity.BirthDate), row.Phone is { } phone ? Unsealed(phone) : null);

    /// <summary>A phone number for the check alone.</summary>
    public static SealedPhone Unsealed(PhoneNumber phone) => new([], phone.Masked, []);

    /// <summary>A new person as he is written.</summary>
    public Person Sealed(PlannedMember planned, MemberRow row, RegisterPlan plan)
    {
        var person = Person.Register(planned.Id, row.Name, personal.Seal(row.Identity), row.Phone is { } phone ? personal.Seal(phone) : null);
        Change(person, row, plan);
        return person;
    }

    /// <summary>What the check has let through, carried out on the person who is written.</summary>
    public void Change(Person person, MemberRow row, RegisterPlan plan)
    {
        if (Apply(person, row, plan.Named(row.OrganizationCode), row.GroupCode is { } group ? plan.Named(group) : null, row.Workplace is { } unit ? plan.UnitNamed(unit) : null, personal.Seal) is { } refusal) throw new InvalidOperationException($"The check let through what is refused as {refusal.Error.Code}.");
    }

    /// <summary>The error and its column, where something is refused. What is recorded already stays as it is: an import adds, and changes no dates.</summary>
    public (Error Error, SheetColumn Column)? Apply(Person person, MemberRow row, Organization organization, Organization? group, Unit? unit, Func<PhoneNumber, SealedPhone> seal)
    {
        var now = clock.Now;
        var isNew = person.Memberships.Count == 0 && person.Affiliations.Count == 0;
        person.Rename(row.Name, ids, clock);
        if (row.Phone is { } phone && !isNew && !IsPhoneOf(person, phone)) person.ChangePhone(seal(phone));

        var membership = person.Memberships.SingleOrDefault(m => m.VoidedAt is null && m.To is null);
        if (membership is null || membership.Standing != row.Standing || membership.Floating != row.Floating || membership.Pocket != row.Pocket)
        {
            var became = person.BecomeMember(row.Standing, row.Floating, row.Pocket, row.Since, ids, now);
            if (!became.Succeeded) return (became.Errors[0], RegisterSheets.MemberStanding);
        }

        if (!BelongsTo(person, organization, row.Belonging))
        {
            var joined = person.Join(organization, row.Belonging, row.From, ids, now);
            if (!joined.Succeeded) return (joined.Errors[0], RegisterSheets.MemberOf);
        }

        if (group is not null && !BelongsTo(person, group, Belonging.Group))
        {
            // Nobody is in a group before there is one.
            var grouped = person.Join(group, Belonging.Group, group.FoundedOn > row.From ? group.FoundedOn : row.From, ids, now);
            if (!grouped.Succeeded) return (grouped.Errors[0], RegisterSheets.MemberGroup);
        }

        return unit is null || WorksIn(person, unit) ? null : Work(person, row, unit, now);
    }

    // Who has worked somewhere already has changed on a day that only the file can say. Nobody works in a unit before it is known.
    private (Error Error, SheetColumn Column)? Work(Person person, MemberRow row, Unit unit, Instant now)
    {
        if (row.WorksSince is null && person.Workplaces.Where(w => w.VoidedAt is null).MaxBy(w => w.From) is { } before) return (ImportErrors.WorkplaceDayMissing(before.From, before.To), RegisterSheets.MemberWorkplace);
        var works = person.Work(unit, new(row.WorksSince ?? LocalDate.Max(row.From, unit.KnownFrom), null), ids, now);
        return works.Succeeded ? null : (works.Errors[0], row.WorksSince is null ? RegisterSheets.MemberWorkplace : RegisterSheets.WorksSince);
    }

    /// <summary>Whether the register has it that he works in the unit.</summary>
    public static bool WorksIn(Person person, Unit unit) => person.Workplaces.Any(w => w.VoidedAt is null && w.To is null && w.UnitId == unit.Id);

    private static bool BelongsTo(Person person, Organization organization, Belonging belonging) =>
        person.Affiliations.Any(a => a.VoidedAt is null && a.To is null && a.Belonging == belonging && a.OrganizationId == organization.Id);

    private bool IsPhoneOf(Person person, PhoneNumber phone) => person.Phone is { } stored && person.MaskedPhone == phone.Masked
        && (stored.Length == 0 || (protector.Unprotect(PersonalDataPurpose.PhoneNumber, stored) is { Succeeded: true } clear && clear.Value == phone.Reveal()));
}
