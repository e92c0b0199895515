using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Shows one member's part of an appraisal, his result as counts (TWS-7.4): to himself, to those who lead the branch, and to those above it.</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Member">The member.</param>
[AllowedTo(AppraisalScope.MembersReaders | Role.Member)]
public sealed record GetAppraisedMember(Id<Appraisal> Appraisal, Id<Person> Member) : IQuery<AppraisedMemberAnswer>;

internal sealed class GetAppraisedMemberHandler(PartyOrgContext db, Caller caller) : IHandler<GetAppraisedMember, AppraisedMemberAnswer>
{
    public async Task<Result<AppraisedMemberAnswer>> Handle(GetAppraisedMember request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalInReach(caller, request.Appraisal, cancellationToken) is not { } found) return AppraisalErrors.NotFound;
        var member = await db.MemberOf(caller, found, request.Member, null, cancellationToken);
        return member.Succeeded ? await AppraisedMemberAnswer.Of(found, member.Value, caller, db, cancellationToken) : member.Errors[0];
    }
}
