using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Shows a discipline case whole (TWS-9.2.6), to the discipline inspector and the superior, never to whom it concerns. Every reading leaves an audit entry.</summary>
/// <param name="Case">The case.</param>
[AllowedTo(Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.6")]
public sealed record ReadDisciplineCase(Id<DisciplineCase> Case) : IConfidentialQuery<DisciplineCaseAnswer>;

/// <summary>A discipline case.</summary>
/// <param name="Case">How far it is.</param>
/// <param name="PersonId">Whom it concerns, where he is registered.</param>
/// <param name="Concerns">Whom it concerns.</param>
/// <param name="Facts">What is alleged.</param>
/// <param name="Subjects">Which of the six subjects it touches.</param>
/// <param name="Findings">What the investigation found.</param>
/// <param name="Verification">How the facts were verified.</param>
/// <param name="Handling">How it was handled.</param>
/// <param name="Departments">With which departments.</param>
/// <param name="Conclusion">How it ended.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record DisciplineCaseAnswer(
    DisciplineCaseSummary Case, Id<Person>? PersonId, string Concerns, string Facts, IReadOnlyList<SupervisionSubject> Subjects, string? Findings, string? Verification, string? Handling,
    IReadOnlyList<string> Departments, string? Conclusion, int Version) : Answer, IVersioned;

internal sealed class ReadDisciplineCaseHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping) : IHandler<ReadDisciplineCase, DisciplineCaseAnswer>
{
    public async Task<Result<DisciplineCaseAnswer>> Handle(ReadDisciplineCase request, CancellationToken cancellationToken)
    {
        var found = await db.CaseInReach(caller, request.Case, null, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var (c, standing) = found.Value;
        bookkeeping.AuditUnder(c.OrganizationId.Value);
        return new DisciplineCaseAnswer(DisciplineCaseSummary.Of(c, standing), c.PersonId, c.Concerns, c.Facts, c.Subjects, c.Findings, c.Verification, c.Handling, c.Departments, c.Conclusion, c.Version);
    }
}
