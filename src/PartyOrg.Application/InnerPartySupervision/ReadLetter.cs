using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Shows a letter with its text (TWS-9.2.7): to the secretary, the discipline inspector, the officers above and whoever it was assigned to. Every reading leaves an audit entry.</summary>
/// <param name="Letter">The letter.</param>
[AllowedTo(Role.BranchSecretary | Role.DisciplineInspector | Role.Officers | Role.CommitteeMember | Role.GroupLeader | Role.Instructor | Role.Member, RuleId = "TWS-9.2.7")]
public sealed record ReadLetter(Id<Letter> Letter) : IConfidentialQuery<LetterAnswer>;

/// <summary>A letter.</summary>
/// <param name="Letter">How far it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="Name">What the sender calls himself.</param>
/// <param name="SignedBy">The name of the account that signed it; none of an anonymous one.</param>
/// <param name="AssignedTo">Who answers it.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Conclusion">How it was closed.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record LetterAnswer(LetterSummary Letter, string Text, string? Name, string? SignedBy, Id<Person>? AssignedTo, string? Answer, string? Conclusion, int Version) : Answer, IVersioned;

internal sealed class ReadLetterHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping) : IHandler<ReadLetter, LetterAnswer>
{
    public async Task<Result<LetterAnswer>> Handle(ReadLetter request, CancellationToken cancellationToken)
    {
        var found = await db.LetterInReach(caller, request.Letter, null, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var (l, standing) = found.Value;
        bookkeeping.AuditUnder(l.OrganizationId.Value);
        var signer = await db.Accounts.Where(a => a.Id == l.SignedBy).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return new LetterAnswer(LetterSummary.Of(l, standing), l.Text, l.SenderName, signer, l.AssignedTo, l.Answer, l.Conclusion, l.Version);
    }
}
