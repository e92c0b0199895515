using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Ends the appointment of a supervisor of openness (TWS-8.5); he stays in the list.</summary>
/// <param name="Supervisor">The appointment.</param>
/// <param name="On">The last day, itself included.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.5")]
public sealed record EndOpennessSupervision(Id<OpennessSupervisor> Supervisor, LocalDate On, ExpectedVersion Expected) : ICommand<OpennessSupervisorAnswer>, IChange
{
    /// <summary>When.</summary>
    /// <param name="On">The last day, itself included.</param>
    /// <example>{"on": "2026-12-31"}</example>
    public sealed record Body(LocalDate On);
}

internal sealed class EndOpennessSupervisionHandler(PartyOrgContext db, Caller caller) : IHandler<EndOpennessSupervision, OpennessSupervisorAnswer>
{
    public async Task<Result<OpennessSupervisorAnswer>> Handle(EndOpennessSupervision request, CancellationToken cancellationToken)
    {
        var reached = db.Organizations.InScope(caller);
        var loaded = (await db.OpennessSupervisors.SingleOrDefaultAsync(s => s.Id == request.Supervisor && reached.Any(o => o.Id == s.OrganizationId), cancellationToken)).Expecting(request.Expected, PublicationErrors.SupervisorNotFound);
        return loaded.Succeeded ? loaded.Value.End(request.On).Map(_ => OpennessSupervisorAnswer.Of(loaded.Value)) : loaded.Errors[0];
    }
}
