using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Organizations;

/// <summary>Renames an organization, or names the unit in which it was formed (REG-9).</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Name">Its full name, 1 to 120 characters.</param>
/// <param name="UnitCreditCode">The unified social credit code of the unit; none when it belongs to no single one.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record ChangeOrganization(Id<Organization> Organization, string Name, string? UnitCreditCode, ExpectedVersion Expected) : ICommand<OrganizationAnswer>, IChange
{
    /// <summary>What it is called, and the unit in which it was formed.</summary>
    /// <param name="Name">Its full name, 1 to 120 characters.</param>
    /// <param name="UnitCreditCode">The unified social credit code of the unit; none when it belongs to no single one.</param>
    /// <example>{"name": "华星科技有限公司党支部"}</example>
    public sealed record Body(string Name, string? UnitCreditCode = null);
}

internal sealed class ChangeOrganizationValidator : AbstractValidator<ChangeOrganization>
{
    public ChangeOrganizationValidator()
    {
        RuleFor(r => r.Name).Makes(OrganizationName.Of);
        RuleFor(r => r.UnitCreditCode).MakesIfGiven(UnifiedSocialCreditCode.Of);
    }
}

internal sealed class ChangeOrganizationHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<ChangeOrganization, OrganizationAnswer>
{
    public async Task<Result<OrganizationAnswer>> Handle(ChangeOrganization request, CancellationToken cancellationToken)
    {
        var found = await db.Organizations.InScope(caller).Include(o => o.FormerNames).SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        var loaded = found.Expecting(request.Expected, OrganizationErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        loaded.Value.Rename(OrganizationName.Of(request.Name).Value, ids, clock);
        loaded.Value.BelongTo(request.UnitCreditCode is { } code ? UnifiedSocialCreditCode.Of(code).Value : null);
        return loaded.Map(OrganizationAnswer.Of);
    }
}
