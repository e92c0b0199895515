using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Organizations;

/// <summary>Sets up a Party organization under a superior (REG-2, REG-7, REG-8, REG-11).</summary>
/// <param name="Code">Its code in the registers of its jurisdiction: 1 to 40 letters, digits, '-', '.', '_'. It is never used again (REG-8).</param>
/// <param name="Name">Its full name, 1 to 120 characters.</param>
/// <param name="Type">What it is.</param>
/// <param name="SuperiorId">The organization under which it stands.</param>
/// <param name="FoundedOn">The first day on which it exists; not after today.</param>
/// <param name="Level">The level, for a territorial committee only.</param>
/// <param name="UnitCreditCode">The unified social credit code (GB 32100, REG-9) of the unit in which it is formed, where it is one.</param>
/// <example>{"code": "HX-001", "name": "华星科技有限公司党支部", "type": "branch", "superiorId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "foundedOn": "2026-03-01"}</example>
[AllowedTo(Role.Officers)]
public sealed record FoundOrganization(
    string Code, string Name, OrganizationType Type, Id<Organization> SuperiorId, LocalDate FoundedOn, JurisdictionLevel? Level = null, string? UnitCreditCode = null)
    : ICreate<OrganizationAnswer>;

internal sealed class FoundOrganizationValidator : AbstractValidator<FoundOrganization>
{
    public FoundOrganizationValidator(Clock clock)
    {
        RuleFor(r => r.Code).Makes(OrganizationCode.Of);
        RuleFor(r => r.Name).Makes(OrganizationName.Of);
        RuleFor(r => r.UnitCreditCode).MakesIfGiven(UnifiedSocialCreditCode.Of);
        RuleFor(r => r.FoundedOn).NotInFuture(clock);
    }
}

internal sealed class FoundOrganizationHandler(PartyOrgContext db, Caller caller, Tree tree, Ids ids, Clock clock) : IHandler<FoundOrganization, OrganizationAnswer>
{
    public async Task<Result<OrganizationAnswer>> Handle(FoundOrganization request, CancellationToken cancellationToken)
    {
        var superior = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.SuperiorId, cancellationToken);
        if (superior is null) return OrganizationErrors.NotFound.At("/superiorId");
        var code = OrganizationCode.Of(request.Code).Value;
        if (await db.Organizations.AnyAsync(o => o.Code == code.Value, cancellationToken)) return OrganizationErrors.CodeTaken(code.Value);

        var position = await tree.FreePositionUnder(superior, cancellationToken);
        var unit = request.UnitCreditCode is { } given ? UnifiedSocialCreditCode.Of(given).Value : null;
        var founding = new Founding(code, OrganizationName.Of(request.Name).Value, request.Type, request.Level, unit, request.FoundedOn);
        var founded = Organization.Found(founding, superior, position, ids, clock.Now);
        if (founded.Succeeded) db.Add(founded.Value);
        return founded.Map(OrganizationAnswer.Of);
    }
}
