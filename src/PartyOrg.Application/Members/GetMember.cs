using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>Shows one member as he stands today, numbers masked. A member may look at himself.</summary>
/// <param name="Member">The person.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetMember(Id<Person> Member) : IQuery<MemberAnswer>, IProvesRights, IAboutMember;

internal sealed class GetMemberHandler(PartyOrgContext db, Caller caller) : IHandler<GetMember, MemberAnswer>
{
    public async Task<Result<MemberAnswer>> Handle(GetMember request, CancellationToken cancellationToken)
    {
        var rows = await db.MemberRows(request.Member, caller, cancellationToken);
        return rows.InScope(caller) ? MemberProjection.Of(rows, caller.Today) : MemberErrors.NotFound;
    }
}
