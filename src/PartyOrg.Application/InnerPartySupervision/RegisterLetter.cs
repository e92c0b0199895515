using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Enters a letter in the organization's register (TWS-9.2.7), under the next number of the year in which it came.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.7")]
public sealed record RegisterLetter(Id<Letter> Letter, ExpectedVersion Expected) : ICommand<LetterSummary>, IChange;

internal sealed class RegisterLetterHandler(PartyOrgContext db, Caller caller) : IHandler<RegisterLetter, LetterSummary>
{
    public async Task<Result<LetterSummary>> Handle(RegisterLetter request, CancellationToken cancellationToken)
    {
        var held = await db.LetterInReach(caller, request.Letter, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        var (first, last) = (new LocalDate(it.Letter.ReceivedOn.Year, 1, 1), new LocalDate(it.Letter.ReceivedOn.Year, 12, 31));
        var numbered = await db.Letters.CountAsync(l => l.OrganizationId == it.Letter.OrganizationId && l.ReceivedOn >= first && l.ReceivedOn <= last && l.Number != null, cancellationToken);
        return it.Letter.Register(numbered + 1, it.Standing).Map(_ => LetterSummary.Of(it.Letter, it.Standing));
    }
}
