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

/// <summary>Sets up the topmost territorial committee of a tree: the first thing in an empty database. Everything else is founded under it.</summary>
/// <param name="Code">Its code (REG-8).</param>
/// <param name="Name">Its full name, 1 to 120 characters.</param>
/// <param name="Level">Province, city, county or town.</param>
/// <param name="FoundedOn">The first day on which it exists; not after today.</param>
/// <example>{"code": "CITY", "name": "中共滨海市委员会", "level": "city", "foundedOn": "2020-01-01"}</example>
[AllowedTo(Role.SystemAdministrator)]
public sealed record FoundRoot(string Code, string Name, JurisdictionLevel Level, LocalDate FoundedOn) : ICreate<OrganizationAnswer>;

internal sealed class FoundRootValidator : AbstractValidator<FoundRoot>
{
    public FoundRootValidator(Clock clock)
    {
        RuleFor(r => r.Code).Makes(OrganizationCode.Of);
        RuleFor(r => r.Name).Makes(OrganizationName.Of);
        RuleFor(r => r.FoundedOn).NotInFuture(clock);
    }
}

internal sealed class FoundRootHandler(PartyOrgContext db, Tree tree, Ids ids, Clock clock) : IHandler<FoundRoot, OrganizationAnswer>
{
    public async Task<Result<OrganizationAnswer>> Handle(FoundRoot request, CancellationToken cancellationToken)
    {
        var code = OrganizationCode.Of(request.Code).Value;
        if (await db.Organizations.AnyAsync(o => o.Code == code.Value, cancellationToken)) return OrganizationErrors.CodeTaken(code.Value);

        var position = await tree.FreePositionUnder(null, cancellationToken);
        var founding = new Founding(code, OrganizationName.Of(request.Name).Value, OrganizationType.PartyCommittee, request.Level, null, request.FoundedOn);
        var founded = Organization.Found(founding, null, position, ids, clock.Now);
        if (founded.Succeeded) db.Add(founded.Value);
        return founded.Map(OrganizationAnswer.Of);
    }
}
