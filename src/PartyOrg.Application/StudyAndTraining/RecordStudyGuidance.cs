using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>
/// Records that the superior supervised and guided an organization's study, education and training (TWS-6.7). Whoever leads the organization directly above does this, and nobody else; what was found is part of the
/// organization's assessment (TWS-1.4f).
/// </summary>
/// <param name="OrganizationId">Whose study it was: a branch, joint branch or floating-member branch.</param>
/// <param name="GuidedOn">The day, not in the future.</param>
/// <param name="Text">What was looked at, and what was advised, 1 to 2,000 characters.</param>
/// <param name="Finding">What was found.</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "guidedOn": "2026-05-12", "text": "查阅集中学习记录，建议结合岗位开展业务学习", "finding": "sufficient"}</example>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-6.7")]
public sealed record RecordStudyGuidance(Id<Organization> OrganizationId, LocalDate GuidedOn, string Text, GuidanceFinding Finding) : ICreate<StudyGuidanceAnswer>;

/// <summary>The superior's supervision and guidance of an organization's study.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose study it was.</param>
/// <param name="SuperiorId">Who guided it.</param>
/// <param name="GuidedOn">The day.</param>
/// <param name="Text">What was looked at, and what was advised.</param>
/// <param name="Finding">What was found.</param>
/// <param name="WithdrawnBecause">Why it was taken back; none while it stands.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record StudyGuidanceAnswer(
    Id<StudyGuidance> Id, Id<Organization> OrganizationId, Id<Organization> SuperiorId, LocalDate GuidedOn, string Text, GuidanceFinding Finding, string? WithdrawnBecause, int Version) : Answer, IVersioned
{
    internal static StudyGuidanceAnswer Of(StudyGuidance g) => new(g.Id, g.OrganizationId, g.SuperiorId, g.GuidedOn, g.Text, g.Finding, g.WithdrawnBecause, g.Version);
}

internal sealed class RecordStudyGuidanceValidator : AbstractValidator<RecordStudyGuidance>
{
    public RecordStudyGuidanceValidator(Clock clock)
    {
        RuleFor(r => r.GuidedOn).NotInFuture(clock);
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, StudyGuidance.TextLength));
    }
}

internal sealed class RecordStudyGuidanceHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<RecordStudyGuidance, StudyGuidanceAnswer>
{
    public async Task<Result<StudyGuidanceAnswer>> Handle(RecordStudyGuidance request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");
        var recorded = StudyGuidance.Record(organization, request.GuidedOn, request.Text, request.Finding, caller.LeadsSuperiorOf(organization), ids);
        if (recorded.Succeeded) db.Add(recorded.Value);
        return recorded.Map(StudyGuidanceAnswer.Of);
    }
}
