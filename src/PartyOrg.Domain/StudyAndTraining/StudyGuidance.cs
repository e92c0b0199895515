using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.StudyAndTraining;

/// <summary>What the superior found of an organization's study, education and training.</summary>
public enum GuidanceFinding
{
    /// <summary>Good.</summary>
    Good,

    /// <summary>Sufficient.</summary>
    Sufficient,

    /// <summary>To be improved; what, stands in the text.</summary>
    ToBeImproved,
}

/// <summary>The superior supervised and guided an organization's study, education and training (TWS-6.7); what it found is part of the assessment of the organization (TWS-1.4f).</summary>
public sealed class StudyGuidance : Aggregate
{
    /// <summary>The evidence of a guidance; its subject is the organization that was guided.</summary>
    public const string Evidence = "studyGuidance";

    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 2_000;

    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private StudyGuidance() { }

    /// <summary>The guidance's id.</summary>
    public Id<StudyGuidance> Id { get; private set; }

    /// <summary>Whose study it was.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Who guided it.</summary>
    public Id<Organization> SuperiorId { get; private set; }

    /// <summary>On which day.</summary>
    public LocalDate GuidedOn { get; private set; }

    /// <summary>What was looked at, and what was advised.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was found.</summary>
    public GuidanceFinding Finding { get; private set; }

    /// <summary>Why it was taken back; none while it stands.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override IEnumerable<Guid> AlsoAuditedUnder => [SuperiorId.Value];

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>The superior records that it guided an organization under it.</summary>
    /// <param name="organization">The organization that was guided.</param>
    /// <param name="on">On which day.</param>
    /// <param name="text">What was looked at, and what was advised.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="bySuperior">Whether the caller leads the organization directly above.</param>
    /// <param name="ids">Makes its id.</param>
    public static Result<StudyGuidance> Record(Organization organization, LocalDate on, string text, GuidanceFinding finding, bool bySuperior, Ids ids)
    {
        if (!organization.Type.HoldsRelations()) return StudyErrors.NotGuided;
        if (!bySuperior || organization.SuperiorId is not { } superior) return StudyErrors.ForSuperior;
        var guidance = new StudyGuidance { Id = ids.New<StudyGuidance>(), OrganizationId = organization.Id, SuperiorId = superior, GuidedOn = on, Text = text, Finding = finding };
        guidance.Raise(new EvidenceGained(organization.Id.Value, Evidence, on, guidance.Key));
        guidance.Raise(new("studyGuidance.recorded"));
        return guidance;
    }

    /// <summary>The superior takes back what it recorded by mistake.</summary>
    public Result<Done> Withdraw(string reason, bool bySuperior)
    {
        if (!bySuperior) return StudyErrors.ForSuperior;
        if (WithdrawnBecause is not null) return StudyErrors.WithdrawnAlready("TWS-6.7");
        WithdrawnBecause = reason;
        Raise(new EvidenceWithdrawn(Key));
        Raise(new("studyGuidance.withdrawn"));
        return Done.It;
    }
}
