using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Meetings and classes, planned and held.</summary>
    public DbSet<Meeting> Meetings => Set<Meeting>();

    /// <summary>Records that were corrected or withdrawn.</summary>
    public DbSet<MeetingRevision> MeetingRevisions => Set<MeetingRevision>();

    /// <summary>Lines of the rolls of meetings that stand.</summary>
    public DbSet<Attendance> Attendances => Set<Attendance>();

    /// <summary>Organizations that hold a meeting together with the one whose meeting it is.</summary>
    public DbSet<JointOrganization> JointOrganizations => Set<JointOrganization>();

    /// <summary>Which organization expected whom at a joint meeting.</summary>
    public DbSet<JointAttendance> JointAttendances => Set<JointAttendance>();

    /// <summary>Files attached to meetings; their bytes lie apart.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();
}
