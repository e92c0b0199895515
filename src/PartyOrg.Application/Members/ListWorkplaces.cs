using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Members;

/// <summary>Lists the units in which a member works or worked, latest first (REG-47). A member may look at himself. Everything that was ever recorded is in his history.</summary>
/// <param name="Member">The person.</param>
/// <param name="AsOf">Only where he worked on this day.</param>
/// <param name="KnownAt">By what was recorded up to this instant; by all that is recorded where it is left out.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListWorkplaces(Id<Person> Member, LocalDate? AsOf, Instant? KnownAt) : IQuery<Page<WorkplaceAnswer>>, IAboutMember;

internal sealed class ListWorkplacesHandler(PartyOrgContext db, Caller caller) : IHandler<ListWorkplaces, Page<WorkplaceAnswer>>
{
    public async Task<Result<Page<WorkplaceAnswer>>> Handle(ListWorkplaces request, CancellationToken cancellationToken)
    {
        var member = await db.Persons.InScope(caller, db).Where(p => p.Id == request.Member).Select(p => new { p.Version }).SingleOrDefaultAsync(cancellationToken);
        if (member is null) return MemberErrors.NotFound;

        var workplaces = request.AsOf is { } day ? db.WorkplacesOn(day, request.KnownAt) : db.Workplaces.StandingAt(request.KnownAt);
        var rows = await workplaces.Where(w => w.PersonId == request.Member).Join(db.Units, w => w.UnitId, u => u.Id, (workplace, u) => new { workplace, u.Name })
            .OrderByDescending(r => r.workplace.From).AsNoTracking().ToListAsync(cancellationToken);
        var units = rows.ConvertAll(r => r.workplace.UnitId);
        var closings = await db.UnitFacts.OfType<UnitState>().StandingAt(request.KnownAt).Where(s => units.Contains(s.UnitId) && s.State == OperationState.Closed)
            .Select(s => new { s.UnitId, s.From, s.To }).ToListAsync(cancellationToken);
        return new Page<WorkplaceAnswer>(
            rows.ConvertAll(r =>
            {
                // Of a unit that turns out to have been closed by then it is shown as it was recorded, to be taken back.
                var closed = closings.Where(c => c.UnitId == r.workplace.UnitId && c.From > r.workplace.From && r.workplace.Days.Contains(c.From)).Select(c => (LocalDate?)c.From.PlusDays(-1)).Min();
                return new WorkplaceAnswer(r.workplace.Id, r.workplace.UnitId, r.Name, r.workplace.From, closed ?? r.workplace.To, member.Version);
            }),
            null);
    }
}
