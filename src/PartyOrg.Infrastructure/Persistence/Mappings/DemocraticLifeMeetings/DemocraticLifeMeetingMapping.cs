using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.DemocraticLifeMeetings;

namespace PartyOrg.Infrastructure.Persistence.Mappings.DemocraticLifeMeetings;

internal sealed class DemocraticLifeMeetingMapping : IEntityTypeConfiguration<DemocraticLifeMeeting>
{
    public void Configure(EntityTypeBuilder<DemocraticLifeMeeting> meeting)
    {
        meeting.ToTable("DemocraticLifeMeetings");
        meeting.Ignore(m => m.Events);
        meeting.Ignore(m => m.Breaches);
        meeting.Property(m => m.Theme).HasMaxLength(DemocraticLifeMeeting.ThemeLength);
        meeting.Property(m => m.Place).HasMaxLength(DemocraticLifeMeeting.PlaceLength);
        meeting.Property(m => m.ReportedContent).HasMaxLength(DemocraticLifeMeeting.ContentLength);
        meeting.Property(m => m.EndedBecause).HasMaxLength(DemocraticLifeMeeting.ReasonLength);
        meeting.Property(m => m.MustAttend).AsJson();
        meeting.Property(m => m.Sent).AsJson();
        meeting.Property(m => m.Opinions).AsJson();
        meeting.Property(m => m.SelfChecks).AsJson();
        meeting.Property(m => m.Record).AsJson();
        meeting.Property(m => m.Speeches).AsJson();
        meeting.Property(m => m.MakeUps).AsJson();
        meeting.HasIndex(m => new { m.OrganizationId, m.On });
        meeting.HasIndex(m => m.On);
    }
}

internal sealed class RectificationItemMapping : IEntityTypeConfiguration<RectificationItem>
{
    public void Configure(EntityTypeBuilder<RectificationItem> item)
    {
        item.ToTable("RectificationItems");
        item.Ignore(i => i.Events);
        item.Property(i => i.Problem).HasMaxLength(RectificationItem.TextLength);
        item.Property(i => i.Measure).HasMaxLength(RectificationItem.TextLength);
        item.Property(i => i.EscalatedBecause).HasMaxLength(RectificationItem.TextLength);
        item.Property(i => i.Answer).HasMaxLength(RectificationItem.TextLength);
        item.Property(i => i.Outcome).HasMaxLength(RectificationItem.TextLength);
        item.HasIndex(i => i.MeetingId);
        item.HasIndex(i => new { i.OrganizationId, i.Status });
        item.HasIndex(i => i.DueOn);
    }
}

internal sealed class RetaliationComplaintMapping : IEntityTypeConfiguration<RetaliationComplaint>
{
    public void Configure(EntityTypeBuilder<RetaliationComplaint> complaint)
    {
        complaint.ToTable("RetaliationComplaints");
        complaint.Ignore(c => c.Events);
        complaint.Property(c => c.Text).HasMaxLength(RetaliationComplaint.TextLength);
        complaint.Property(c => c.Answer).HasMaxLength(RetaliationComplaint.TextLength);
        complaint.HasIndex(c => new { c.SuperiorId, c.Status });
        complaint.HasIndex(c => c.ComplainantId);
    }
}
