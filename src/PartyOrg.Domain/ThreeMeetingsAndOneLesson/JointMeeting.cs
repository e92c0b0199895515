using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>An organization that holds a meeting together with the one whose meeting it is. What was planned or recorded decides; these rows find it.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="OrganizationId">The other organization.</param>
public sealed record JointOrganization(Id<Meeting> MeetingId, Id<Organization> OrganizationId);

/// <summary>
/// For which organization somebody was expected at a joint meeting: he stands on the roll once, and counts for each that expected him. The host's are among
/// them. Of meetings that one organization holds there are none, since whoever is on the roll is its own.
/// </summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="PersonId">Whom it expected.</param>
public sealed record JointAttendance(Id<Meeting> MeetingId, Id<Organization> OrganizationId, Id<Person> PersonId);
