using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Lists who is expected at a meeting of a kind on a day, by name (TWS-3.5): the members of the Party group, those who sit on the committee, or all who
/// belong, as the register says of that day. The roll of the meeting has exactly these; nobody is expected of an organization that was not there, and one that does not
/// hold such meetings is told who does.
/// </summary>
/// <param name="Organization">The organization or Party group.</param>
/// <param name="Kind">The kind of meeting.</param>
/// <param name="On">The day; today where it is left out.</param>
[AllowedTo(Role.Readers)]
public sealed record ListExpectedAttendees(Id<Organization> Organization, string Kind, LocalDate? On) : IQuery<Page<ExpectedAttendee>>;

/// <summary>Somebody who is expected.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
public sealed record ExpectedAttendee(Id<Person> PersonId, string Name);

internal sealed class ListExpectedAttendeesHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Clock clock) : IHandler<ListExpectedAttendees, Page<ExpectedAttendee>>
{
    public async Task<Result<Page<ExpectedAttendee>>> Handle(ListExpectedAttendees request, CancellationToken cancellationToken)
    {
        if (!kinds.TryFind(request.Kind, out var kind)) return MeetingErrors.KindUnknown(request.Kind, kinds).At("/kind");
        var organization = await db.OnDay(caller, request.Organization, request.On ?? clock.Today, [kind], cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        if (organization.Type is { } type && !kind.HeldBy.Contains(type)) return MeetingErrors.NotHeldBySuch(kind).At("/kind");

        var expected = organization.ExpectedAt([kind]).ToList();
        var persons = await db.Persons.Where(p => expected.Contains(p.Id)).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Select(p => new ExpectedAttendee(p.Id, p.Name)).ToListAsync(cancellationToken);
        return new Page<ExpectedAttendee>(persons, null);
    }
}
