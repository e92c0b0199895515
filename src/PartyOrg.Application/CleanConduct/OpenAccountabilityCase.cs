using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.CleanConduct;

/// <summary>
/// Opens an accountability case for a breach of the responsibility for clean conduct by a person or a department (TWS-2.4). The discipline inspector or the superior does this; only they
/// see it, and not where it is about themselves. What is written stands in no audit entry.
/// </summary>
/// <param name="OrganizationId">In which branch, general branch or committee of a unit the breach was.</param>
/// <param name="PersonId">The person whom it is about, or</param>
/// <param name="Department">the department, 1 to 100 characters.</param>
/// <param name="Allegation">What is alleged, 1 to 2,000 characters.</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "department": "采购部", "allegation": "采购中收受供应商礼品"}</example>
[AllowedTo(AccountabilityScope.Asking, RuleId = "TWS-2.4")]
public sealed record OpenAccountabilityCase(
    Id<Organization> OrganizationId, [property: Secret] string Allegation, [property: Secret] Id<Person>? PersonId = null, [property: Secret] string? Department = null) : ICreate<AccountabilityCaseAnswer>;

internal sealed class OpenAccountabilityCaseValidator : AbstractValidator<OpenAccountabilityCase>
{
    public OpenAccountabilityCaseValidator()
    {
        RuleFor(r => r.Allegation).HasNoFault(text => FreeText.FaultIn(text, AccountabilityCase.TextLength));
        RuleFor(r => r.Department).HasNoFault(text => text is null ? null : FreeText.FaultIn(text, AccountabilityCase.DepartmentLength));
    }
}

internal sealed class OpenAccountabilityCaseHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<OpenAccountabilityCase, AccountabilityCaseAnswer>
{
    public async Task<Result<AccountabilityCaseAnswer>> Handle(OpenAccountabilityCase request, CancellationToken cancellationToken)
    {
        if (request.PersonId is null == request.Department is null) return AccountabilityErrors.OneConcerned;
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");
        if (request.PersonId is { } person && !await db.Persons.InScope(caller, db).AnyAsync(p => p.Id == person, cancellationToken)) return AccountabilityErrors.PersonUnknown.At("/personId");

        // Whoever is concerned does not open it: somebody else does.
        var standing = new Standing(Role.None, request.PersonId is not null && request.PersonId == caller.PersonId ? [] : caller.PartsIn(organization));
        var today = clock.Today;
        var heads = await db.HeadsOf(organization.Id, today, today, cancellationToken);
        var opened = AccountabilityCase.Open(
            organization, request.PersonId, request.Department, request.PersonId is { } about && heads.Contains(about), request.Allegation, standing, today, ids);
        if (!opened.Succeeded) return opened.Errors[0];
        db.Add(opened.Value);
        return await db.Told(new CaseRow { Case = opened.Value, Organization = organization }, caller, cancellationToken);
    }
}
