using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.DemocraticAppraisal;

namespace PartyOrg.Infrastructure.Persistence.Mappings.DemocraticAppraisal;

internal sealed class AppraisalMapping : IEntityTypeConfiguration<Appraisal>
{
    public void Configure(EntityTypeBuilder<Appraisal> appraisal)
    {
        appraisal.ToTable("Appraisals");
        appraisal.Ignore(a => a.Events);
        appraisal.Property(a => a.Studies).AsJson();
        appraisal.HasIndex(a => new { a.OrganizationId, a.Year }).IsUnique();
        appraisal.HasIndex(a => a.Year);
    }
}

internal sealed class AppraisedMemberMapping : IEntityTypeConfiguration<AppraisedMember>
{
    public void Configure(EntityTypeBuilder<AppraisedMember> member)
    {
        member.ToTable("AppraisedMembers");
        member.Ignore(m => m.Events);
        member.Property(m => m.SelfEvaluation).AsJson();
        member.Property(m => m.Criticism).AsJson();
        member.Property(m => m.Opinion).AsJson();
        member.Property(m => m.Objections).AsJson();
        member.Property(m => m.Exceptions).AsJson();
        member.Property(m => m.Handling).AsJson();
        member.HasIndex(m => new { m.AppraisalId, m.PersonId }).IsUnique();
        member.HasIndex(m => new { m.PersonId, m.Year });
        member.HasIndex(m => new { m.Year, m.Grade });
    }
}

internal sealed class BallotMarkMapping : IEntityTypeConfiguration<BallotMark>
{
    public void Configure(EntityTypeBuilder<BallotMark> mark)
    {
        mark.ToTable("BallotMarks");
        mark.HasKey(m => new { m.AppraisalId, m.PersonId });
    }
}

internal sealed class BallotBoxMapping : IEntityTypeConfiguration<BallotBox>
{
    public void Configure(EntityTypeBuilder<BallotBox> box)
    {
        box.ToTable("BallotBoxes");
        box.HasKey(b => b.AppraisalId);
        box.Property(b => b.AppraisalId).ValueGeneratedNever();
    }
}

internal sealed class BallotSlipMapping : IEntityTypeConfiguration<BallotSlip>
{
    public void Configure(EntityTypeBuilder<BallotSlip> slip)
    {
        slip.ToTable("BallotSlips");
        slip.HasIndex(s => new { s.AppraisalId, s.PersonId });
    }
}
