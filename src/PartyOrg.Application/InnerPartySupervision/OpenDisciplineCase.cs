using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Opens a case of a breach of discipline (TWS-9.2.6). The discipline inspector does, or an officer of the superior; nobody else sees it, and never the person whom it concerns.</summary>
/// <param name="OrganizationId">In whose discipline.</param>
/// <param name="Concerns">Whom it concerns, by name, 1 to 100 characters.</param>
/// <param name="Facts">What is alleged, 1 to 10,000 characters.</param>
/// <param name="Subjects">Which of the six subjects it touches, at least one (TWS-9.1).</param>
/// <param name="PersonId">Whom it concerns, where he is registered.</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "concerns": "周某", "facts": "涉嫌虚报差旅费。", "subjects": ["integrity"]}</example>
[AllowedTo(Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.6")]
public sealed record OpenDisciplineCase(
    Id<Organization> OrganizationId, [property: Secret] string Concerns, [property: Secret] string Facts, [property: Secret] IReadOnlyList<SupervisionSubject> Subjects, [property: Secret] Id<Person>? PersonId = null) : ICreate<DisciplineCaseSummary>;

/// <summary>A discipline case in a list, without anything that is confidential.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">In whose discipline.</param>
/// <param name="OpenedOn">When it was opened.</param>
/// <param name="Status">How far it is.</param>
/// <param name="ClosedOn">When it was closed.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record DisciplineCaseSummary(
    Id<DisciplineCase> Id, Id<Organization> OrganizationId, LocalDate OpenedOn, CaseStatus Status, LocalDate? ClosedOn, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static DisciplineCaseSummary Of(DisciplineCase c, Standing standing) => new(
        c.Id, c.OrganizationId, c.OpenedOn, c.Status, c.ClosedOn, DisciplineCase.Procedure.NextFor(c.Status, standing), c.Version);
}

internal sealed class OpenDisciplineCaseValidator : AbstractValidator<OpenDisciplineCase>
{
    public OpenDisciplineCaseValidator()
    {
        RuleFor(r => r.Concerns).HasNoFault(t => FreeText.FaultIn(t, DisciplineCase.NameLength));
        RuleFor(r => r.Facts).HasNoFault(t => FreeText.FaultIn(t, DisciplineCase.TextLength));
    }
}

internal sealed class OpenDisciplineCaseHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<OpenDisciplineCase, DisciplineCaseSummary>
{
    public async Task<Result<DisciplineCaseSummary>> Handle(OpenDisciplineCase request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");
        var standing = caller.StandingInCases(organization) ?? new(Role.None);
        var opened = DisciplineCase.Open(organization.Id, request.PersonId, request.Concerns, request.Facts, request.Subjects, standing, caller.PersonId, ids, clock.Today);
        if (!opened.Succeeded) return opened.Errors[0];
        // Whoever may not open a case learns nothing of the register.
        if (request.PersonId is { } person && !await db.Persons.AnyAsync(p => p.Id == person, cancellationToken)) return SupervisionErrors.PersonUnknown;
        db.Add(opened.Value);
        return opened.Map(c => DisciplineCaseSummary.Of(c, standing));
    }
}
