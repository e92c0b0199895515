using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Infrastructure.Persistence.Mappings.ThreeMeetingsAndOneLesson;

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    private const int Sha256Length = 64;

    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments");
        attachment.Ignore(a => a.Events);
        attachment.Property(a => a.Name).HasMaxLength(AttachedFile.NameLength);
        attachment.Property(a => a.Sha256).HasMaxLength(Sha256Length);
        attachment.Property(a => a.Note).HasMaxLength(Attachment.NoteLength);
        attachment.Property(a => a.RemovedBecause).HasMaxLength(Meeting.ReasonLength);
        attachment.HasIndex(a => a.MeetingId);
    }
}
