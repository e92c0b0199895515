using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Records that a branch has an activity room, audio-visual equipment, or Party newspapers and periodicals, from a day on (TWS-6.6).</summary>
/// <param name="Organization">Who has it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">Where it is, or which, 1 to 200 characters.</param>
/// <param name="From">The first day, not in the future.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-6.6")]
public sealed record RecordFacility(Id<Organization> Organization, FacilityKind Kind, string Description, LocalDate From) : ICreate<FacilityAnswer>
{
    /// <summary>What, where and since when.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Description">Where it is, or which, 1 to 200 characters.</param>
    /// <param name="From">The first day, not in the future.</param>
    /// <example>{"kind": "activityRoom", "description": "办公楼二层党员活动室", "from": "2026-01-01"}</example>
    public sealed record Body(FacilityKind Kind, string Description, LocalDate From);
}

/// <summary>Something that a branch has for study and activities.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Who has it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">Where it is, or which.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="WithdrawnBecause">Why it was taken back; none while it stands.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record FacilityAnswer(Id<Facility> Id, Id<Organization> OrganizationId, FacilityKind Kind, string Description, LocalDate From, LocalDate? To, string? WithdrawnBecause, int Version) : Answer, IVersioned
{
    internal static FacilityAnswer Of(Facility f) => new(f.Id, f.OrganizationId, f.Kind, f.Description, f.From, f.To, f.WithdrawnBecause, f.Version);
}

internal sealed class RecordFacilityValidator : AbstractValidator<RecordFacility>
{
    public RecordFacilityValidator(Clock clock)
    {
        RuleFor(r => r.Description).HasNoFault(text => FreeText.FaultIn(text, Facility.DescriptionLength));
        RuleFor(r => r.From).NotInFuture(clock);
    }
}

internal sealed class RecordFacilityHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<RecordFacility, FacilityAnswer>
{
    public async Task<Result<FacilityAnswer>> Handle(RecordFacility request, CancellationToken cancellationToken)
    {
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;
        var recorded = Facility.Record(request.Organization, request.Kind, request.Description, request.From, caller.RolesOver(path), ids);
        if (recorded.Succeeded) db.Add(recorded.Value);
        return recorded.Map(FacilityAnswer.Of);
    }
}
