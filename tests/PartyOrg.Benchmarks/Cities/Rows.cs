namespace PartyOrg.Benchmarks.Cities;

/// <summary>What an organization of the generated city is.</summary>
internal enum OrganizationType : short
{
    WorkingCommittee = 1,
    GeneralBranch = 2,
    Branch = 3,
    JointBranch = 4,
    FloatingMemberBranch = 5,
    PartyGroup = 6,
}

internal enum MeetingKind : short
{
    GroupMeeting = 1,
    CommitteeMeeting = 2,
    GeneralMeeting = 3,
    PartyClass = 4,
}

internal enum AttendanceStatus : short
{
    Present = 0,
    OnLeave = 1,
    Absent = 2,
    Online = 3,
}

internal enum Office : short
{
    Secretary = 1,
    DeputySecretary = 2,
    OrganizationMember = 3,
    PublicityMember = 4,
    DisciplineMember = 5,
}

internal sealed record Organization(
    Guid Id, Guid? ParentId, OrganizationType Type, string Code, string Name, string Path, int Depth, DateOnly EstablishedOn);

internal sealed record Member(
    Guid Id, Guid OrganizationId, Guid? GroupId, string Name, string NameKey, bool Male, DateOnly BornOn, DateOnly JoinedOn, bool Formal, string Phone);

internal sealed record Post(Guid OrganizationId, Guid PersonId, Office Office, DateOnly From);

/// <summary>A meeting and its roll; the roll's array is reused by the generator, so it is valid until the next meeting is asked for.</summary>
internal readonly record struct Meeting(
    Guid Id, Guid OrganizationId, MeetingKind Kind, DateOnly HeldOn, Guid ChairId, ReadOnlyMemory<Attendance> Roll);

internal readonly record struct Attendance(Guid PersonId, AttendanceStatus Status);

/// <summary>An account with one session and one role for an organization.</summary>
internal sealed record Account(Guid Id, string UserName, Guid SessionId, Guid PersonId, Guid OrganizationId, string Role);

/// <summary>A row of a town's register as a town officer keeps it: what the import operations are given.</summary>
internal sealed record RegisterRow(
    string OrganizationCode, string Name, string NameKey, bool Male, DateOnly BornOn, DateOnly JoinedOn, bool Formal);
