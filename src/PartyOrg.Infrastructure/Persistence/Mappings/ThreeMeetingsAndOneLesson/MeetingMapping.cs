using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Infrastructure.Persistence.Mappings.Compliance;

namespace PartyOrg.Infrastructure.Persistence.Mappings.ThreeMeetingsAndOneLesson;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("Meetings");
        meeting.Ignore(m => m.Events);
        meeting.Ignore(m => m.JointWith);
        meeting.PrimitiveCollection(m => m.Kinds).ElementType(kind => kind.HasMaxLength(LedgerMapping.KindLength));
        meeting.Property(m => m.Place).HasMaxLength(MeetingPlan.PlaceLength);
        meeting.Property(m => m.EndedBecause).HasMaxLength(Meeting.ReasonLength);
        meeting.Property(m => m.Plan).AsJson();
        meeting.Property(m => m.Postponements).AsJson();
        meeting.Property(m => m.Record).AsJson();
        meeting.Property(m => m.MakeUps).AsJson();
        meeting.HasIndex(m => new { m.OrganizationId, m.On });
        meeting.HasIndex(m => m.On);
        meeting.HasIndex(m => new { m.ChairId, m.Status });
        meeting.HasMany(m => m.Revisions).WithOne().HasForeignKey(r => r.MeetingId);
    }
}

internal sealed class MeetingRevisionMapping : IEntityTypeConfiguration<MeetingRevision>
{
    public void Configure(EntityTypeBuilder<MeetingRevision> revision)
    {
        revision.ToTable("MeetingRevisions");
        revision.HasKey(r => new { r.MeetingId, r.Number });
        revision.Property(r => r.Number).ValueGeneratedNever();
        revision.Property(r => r.Record).AsJson();
        revision.Property(r => r.Roll).AsJson();
        revision.Property(r => r.Reason).HasMaxLength(Meeting.ReasonLength);
    }
}

internal sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("Attendances");
        attendance.Ignore(a => a.Entry);
        attendance.HasKey(a => new { a.MeetingId, a.PersonId });
        attendance.Property(a => a.Reason).HasMaxLength(RollEntry.ReasonLength);
        attendance.HasIndex(a => a.PersonId);
    }
}
