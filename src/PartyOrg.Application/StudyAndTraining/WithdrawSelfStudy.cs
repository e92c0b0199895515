using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Takes a note of self-study back; only the member whose it is does this (TWS-6.3a). It stays to be read and counts for nothing.</summary>
/// <param name="Note">The note.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-6.3a")]
public sealed record WithdrawSelfStudy(Id<SelfStudyNote> Note, string Reason, ExpectedVersion Expected) : ICommand<SelfStudyNoteAnswer>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "登记重复"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawSelfStudyValidator : AbstractValidator<WithdrawSelfStudy>
{
    public WithdrawSelfStudyValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, SelfStudyNote.ReasonLength));
}

internal sealed class WithdrawSelfStudyHandler(PartyOrgContext db, Caller caller) : IHandler<WithdrawSelfStudy, SelfStudyNoteAnswer>
{
    public async Task<Result<SelfStudyNoteAnswer>> Handle(WithdrawSelfStudy request, CancellationToken cancellationToken)
    {
        var seen = db.Persons.InScope(caller, db);
        var note = await db.SelfStudyNotes.SingleOrDefaultAsync(n => n.Id == request.Note && seen.Any(p => p.Id == n.PersonId), cancellationToken);
        var loaded = note.Expecting(request.Expected, StudyErrors.NoteNotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        return loaded.Value.Withdraw(request.Reason, caller.PersonId).Map(_ => SelfStudyNoteAnswer.Of(loaded.Value));
    }
}
