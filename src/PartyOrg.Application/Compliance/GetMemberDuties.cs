using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Compliance;

/// <summary>
/// What a member must do in the coming days, as he sees it himself, by the posts that he holds. A member sees his own; others see of it what lies in
/// organizations whose records they read.
/// </summary>
/// <param name="Member">The person.</param>
/// <param name="Within">How many days ahead, 0 to 366; 7 where it is left out. What has been overdue for more than a year is not told any more.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetMemberDuties(Id<Person> Member, int? Within, int? Limit, string? Cursor) : IQuery<ThingsToDo>, IAboutMember;

internal sealed class GetMemberDutiesHandler(PartyOrgContext db, Caller caller, ToDoList list) : IHandler<GetMemberDuties, ThingsToDo>
{
    public async Task<Result<ThingsToDo>> Handle(GetMemberDuties request, CancellationToken cancellationToken) =>
        await db.Persons.InScope(caller, db).AnyAsync(p => p.Id == request.Member, cancellationToken)
            ? await list.Of(request.Member, request.Member == caller.PersonId, request.Within, request.Limit, request.Cursor, cancellationToken)
            : MemberErrors.NotFound;
}
