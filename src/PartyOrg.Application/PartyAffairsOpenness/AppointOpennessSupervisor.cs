using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Appoints somebody, member or not, to watch over an organization's openness (TWS-8.5).</summary>
/// <param name="OrganizationId">Whose openness it is.</param>
/// <param name="Name">Who, 1 to 100 characters.</param>
/// <param name="Position">What he is in the unit, 1 to 100 characters.</param>
/// <param name="From">The first day.</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "name": "林芳", "position": "工会主席", "from": "2026-03-01"}</example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.5")]
public sealed record AppointOpennessSupervisor(Id<Organization> OrganizationId, string Name, string Position, LocalDate From) : ICreate<OpennessSupervisorAnswer>;

/// <summary>Somebody who watches over openness.</summary>
/// <param name="Id">The appointment's id.</param>
/// <param name="OrganizationId">Whose openness it is.</param>
/// <param name="Name">Who.</param>
/// <param name="Position">What he is in the unit.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record OpennessSupervisorAnswer(Id<OpennessSupervisor> Id, Id<Organization> OrganizationId, string Name, string Position, LocalDate From, LocalDate? To, int Version) : Answer, IVersioned
{
    internal static OpennessSupervisorAnswer Of(OpennessSupervisor s) => new(s.Id, s.OrganizationId, s.Name, s.Position, s.From, s.To, s.Version);
}

internal sealed class AppointOpennessSupervisorValidator : AbstractValidator<AppointOpennessSupervisor>
{
    public AppointOpennessSupervisorValidator()
    {
        RuleFor(r => r.Name).HasNoFault(t => FreeText.FaultIn(t, OpennessSupervisor.NameLength));
        RuleFor(r => r.Position).HasNoFault(t => FreeText.FaultIn(t, OpennessSupervisor.NameLength));
    }
}

internal sealed class AppointOpennessSupervisorHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<AppointOpennessSupervisor, OpennessSupervisorAnswer>
{
    public async Task<Result<OpennessSupervisorAnswer>> Handle(AppointOpennessSupervisor request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");
        var appointed = OpennessSupervisor.Appoint(organization, request.Name, request.Position, request.From, ids);
        if (!appointed.Succeeded) return appointed.Errors[0];
        db.Add(appointed.Value);
        return OpennessSupervisorAnswer.Of(appointed.Value);
    }
}
