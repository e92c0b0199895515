using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Answers a complaint of retaliation for the organization to which it was filed, once (TWS-4.5). The complainant reads the answer, and nobody else of his organization.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Answer">What the superior found and did, 1 to 4,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.5")]
public sealed record AnswerRetaliationComplaint(Id<RetaliationComplaint> Complaint, [property: Secret] string Answer, ExpectedVersion Expected) : ICommand<RetaliationComplaintSummary>, IChange
{
    /// <summary>The answer.</summary>
    /// <param name="Answer">What the superior found and did, 1 to 4,000 characters.</param>
    /// <example>{"answer": "经核实，已责成支部纠正并对有关人员批评教育"}</example>
    public sealed record Body(string Answer);
}

internal sealed class AnswerRetaliationComplaintValidator : AbstractValidator<AnswerRetaliationComplaint>
{
    public AnswerRetaliationComplaintValidator() => RuleFor(r => r.Answer).HasNoFault(text => FreeText.FaultIn(text, RetaliationComplaint.TextLength));
}

internal sealed class AnswerRetaliationComplaintHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<AnswerRetaliationComplaint, RetaliationComplaintSummary>
{
    public async Task<Result<RetaliationComplaintSummary>> Handle(AnswerRetaliationComplaint request, CancellationToken cancellationToken)
    {
        var complaint = await db.RetaliationComplaints.InScope(caller).SingleOrDefaultAsync(c => c.Id == request.Complaint, cancellationToken);
        var loaded = complaint.Expecting(request.Expected, DemocraticLifeMeetingErrors.ComplaintNotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        if (!caller.Led().Contains(loaded.Value.SuperiorId)) return DemocraticLifeMeetingErrors.ForSuperior;
        return loaded.Value.AnswerWith(request.Answer, clock.Now).Map(_ => RetaliationComplaintSummary.Of(loaded.Value));
    }
}
