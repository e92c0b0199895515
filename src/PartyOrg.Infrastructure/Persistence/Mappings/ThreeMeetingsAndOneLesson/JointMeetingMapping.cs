using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Infrastructure.Persistence.Mappings.ThreeMeetingsAndOneLesson;

internal sealed class JointOrganizationMapping : IEntityTypeConfiguration<JointOrganization>
{
    public void Configure(EntityTypeBuilder<JointOrganization> joint)
    {
        joint.ToTable("JointOrganizations");
        joint.HasKey(j => new { j.MeetingId, j.OrganizationId });
        joint.HasIndex(j => j.OrganizationId);
    }
}

internal sealed class JointAttendanceMapping : IEntityTypeConfiguration<JointAttendance>
{
    public void Configure(EntityTypeBuilder<JointAttendance> joint)
    {
        joint.ToTable("JointAttendances");
        joint.HasKey(j => new { j.MeetingId, j.OrganizationId, j.PersonId });
        joint.HasIndex(j => j.OrganizationId);
    }
}
