using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Records an occasion of study and education before the appraisal, with those who took part (TWS-7.3). There may be several.</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="On">The day, not in the future.</param>
/// <param name="Subject">What was studied, 1 to 200 characters.</param>
/// <param name="Attended">Who took part, of those expected; at least one, at most 2000.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.3")]
public sealed record RecordAppraisalStudy(Id<Appraisal> Appraisal, LocalDate On, string Subject, IReadOnlyList<Id<Person>> Attended, ExpectedVersion Expected) : ICommand<AppraisalAnswer>, IChange
{
    /// <summary>An occasion of study and education.</summary>
    /// <param name="On">The day, not in the future.</param>
    /// <param name="Subject">What was studied, 1 to 200 characters.</param>
    /// <param name="Attended">Who took part, of those expected; at least one, at most 2000.</param>
    /// <example>{"on": "2026-11-05", "subject": "学习党章和民主评议工作要求", "attended": ["0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02"]}</example>
    public sealed record Body(LocalDate On, string Subject, IReadOnlyList<Id<Person>> Attended);
}

internal sealed class RecordAppraisalStudyValidator : AbstractValidator<RecordAppraisalStudy>
{
    public RecordAppraisalStudyValidator(Clock clock)
    {
        RuleFor(r => r.On).NotInFuture(clock);
        RuleFor(r => r.Subject).HasNoFault(subject => FreeText.FaultIn(subject, AppraisalStudy.SubjectLength));
        RuleFor(r => r.Attended).Holds(1, 2000);
    }
}

internal sealed class RecordAppraisalStudyHandler(PartyOrgContext db, Caller caller) : IHandler<RecordAppraisalStudy, AppraisalAnswer>
{
    public async Task<Result<AppraisalAnswer>> Handle(RecordAppraisalStudy request, CancellationToken cancellationToken)
    {
        var found = await db.AppraisalToChange(caller, request.Appraisal, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var members = await db.MembersOf(request.Appraisal, cancellationToken);
        var recorded = found.Value.Appraisal.RecordStudy(new(request.On, request.Subject, request.Attended), members, found.Value.Standing);
        return recorded.Succeeded ? await AppraisalAnswer.Of(found.Value, caller, db, cancellationToken) : recorded.Errors[0];
    }
}
