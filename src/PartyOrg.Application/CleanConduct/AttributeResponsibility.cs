using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.CleanConduct;

/// <summary>
/// Settles who answers for a breach (TWS-2.4): collectively or individually, with the main or the important leadership responsibility, or none. Where the organization's head or its leading
/// body as a whole answers, the superior decides on the handling.
/// </summary>
/// <param name="Case">The case, with its facts established.</param>
/// <param name="Responsibilities">Who answers, and how; 1 to 20.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AccountabilityScope.Asking, RuleId = "TWS-2.4")]
public sealed record AttributeResponsibility(Id<AccountabilityCase> Case, [property: Secret] IReadOnlyList<AttributedResponsibility> Responsibilities, ExpectedVersion Expected)
    : ICommand<AccountabilityCaseAnswer>, IChange
{
    /// <summary>Who answers.</summary>
    /// <param name="Responsibilities">Who answers, and how; 1 to 20.</param>
    /// <example>{"responsibilities": [{"scope": "collective", "leadership": "main", "grounds": "采购制度缺失，领导班子负有集体责任"}]}</example>
    public sealed record Body(IReadOnlyList<AttributedResponsibility> Responsibilities);
}

internal sealed class AttributeResponsibilityValidator : AbstractValidator<AttributeResponsibility>
{
    public AttributeResponsibilityValidator() => RuleFor(r => r.Responsibilities).HasNoFaults(AttributedResponsibility.FaultsIn);
}

internal sealed class AttributeResponsibilityHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<AttributeResponsibility, AccountabilityCaseAnswer>
{
    public async Task<Result<AccountabilityCaseAnswer>> Handle(AttributeResponsibility request, CancellationToken cancellationToken)
    {
        var persons = request.Responsibilities.Select(r => r.PersonId).OfType<Id<Person>>().ToList();
        var known = await db.Persons.InScope(caller, db).Where(p => persons.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var (i, one) in request.Responsibilities.Index())
        {
            if (one.PersonId is { } person && !known.Contains(person)) return AccountabilityErrors.PersonUnknown.At($"/responsibilities/{i}/personId");
        }

        return await db.Change(caller, request.Case, request.Expected, async (row, standing) =>
        {
            var heads = await db.HeadsOf(row.Organization.Id, row.Case.OpenedOn, clock.Today, cancellationToken);
            return row.Case.Attribute(request.Responsibilities, heads.Contains, standing);
        }, cancellationToken);
    }
}
