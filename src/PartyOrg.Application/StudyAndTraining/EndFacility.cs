using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Records the last day on which a branch has a facility (TWS-6.6).</summary>
/// <param name="Facility">The facility.</param>
/// <param name="LastDay">The last day, itself included; not in the future.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-6.6")]
public sealed record EndFacility(Id<Facility> Facility, LocalDate LastDay, ExpectedVersion Expected) : ICommand<FacilityAnswer>, IChange
{
    /// <summary>The last day.</summary>
    /// <param name="LastDay">The last day, itself included; not in the future.</param>
    /// <example>{"lastDay": "2026-06-30"}</example>
    public sealed record Body(LocalDate LastDay);
}

internal sealed class EndFacilityValidator : AbstractValidator<EndFacility>
{
    public EndFacilityValidator(Clock clock) => RuleFor(r => r.LastDay).NotInFuture(clock);
}

internal sealed class EndFacilityHandler(PartyOrgContext db, Caller caller) : IHandler<EndFacility, FacilityAnswer>
{
    public Task<Result<FacilityAnswer>> Handle(EndFacility request, CancellationToken cancellationToken) =>
        db.ChangeFacility(caller, request.Facility, request.Expected, (facility, roles) => facility.End(request.LastDay, roles), cancellationToken);
}

/// <summary>Facilities in the caller's reach.</summary>
internal static class FacilityScope
{
    /// <summary>Loads the facility in the caller's scope, in the version that he saw, and changes it.</summary>
    public static async Task<Result<FacilityAnswer>> ChangeFacility(
        this PartyOrgContext db, Caller caller, Id<Facility> id, ExpectedVersion expected, Func<Facility, Role, Result<Done>> change, CancellationToken cancellation)
    {
        var row = await db.Facilities.Where(f => f.Id == id)
            .Join(db.Organizations.InScope(caller), f => f.OrganizationId, o => o.Id, (facility, o) => new { Facility = facility, o.Path }).SingleOrDefaultAsync(cancellation);
        var loaded = row?.Facility.Expecting(expected, StudyErrors.FacilityNotFound) ?? StudyErrors.FacilityNotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        return change(loaded.Value, caller.RolesOver(row!.Path)).Map(_ => FacilityAnswer.Of(loaded.Value));
    }
}
