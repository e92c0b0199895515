using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Records what a member studied by himself (TWS-6.3a): he himself does this, and nobody for him. Those who lead his organization see it.</summary>
/// <param name="Member">The member, who is the caller.</param>
/// <param name="Study">What he studied.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-6.3a")]
public sealed record RecordSelfStudy(Id<Person> Member, SelfStudy Study) : ICreate<SelfStudyNoteAnswer>, IAboutMember
{
    /// <summary>What he studied.</summary>
    /// <param name="Study">What he studied.</param>
    /// <example>{"study": {"studiedOn": "2026-03-12", "hours": 1.5, "content": "theory", "subject": "学习党章总纲", "notes": "重点学习了党员的权利和义务"}}</example>
    public sealed record Body(SelfStudy Study);
}

/// <summary>A note of self-study.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="StudiedOn">When he studied.</param>
/// <param name="Hours">How long, in hours.</param>
/// <param name="Content">Of which class it was (TWS-6.2).</param>
/// <param name="Subject">What it was.</param>
/// <param name="Notes">What he noted.</param>
/// <param name="WithdrawnBecause">Why he took it back; none while it stands.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record SelfStudyNoteAnswer(
    Id<SelfStudyNote> Id, Id<Person> PersonId, LocalDate StudiedOn, decimal Hours, StudyContent Content, string Subject, string? Notes, string? WithdrawnBecause, int Version) : Answer, IVersioned
{
    internal static SelfStudyNoteAnswer Of(SelfStudyNote n) => new(n.Id, n.PersonId, n.StudiedOn, n.Hours, n.Content, n.Subject, n.Notes, n.WithdrawnBecause, n.Version);
}

internal sealed class RecordSelfStudyValidator : AbstractValidator<RecordSelfStudy>
{
    public RecordSelfStudyValidator(Clock clock)
    {
        RuleFor(r => r.Study).HasNoFaults(study => study.Faults());
        RuleFor(r => r.Study.StudiedOn).NotInFuture(clock);
    }
}

internal sealed class RecordSelfStudyHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<RecordSelfStudy, SelfStudyNoteAnswer>
{
    public async Task<Result<SelfStudyNoteAnswer>> Handle(RecordSelfStudy request, CancellationToken cancellationToken)
    {
        var kept = await db.Persons.InScope(caller, db).Where(p => p.Id == request.Member).Select(p => p.RegisteredWith).SingleOrDefaultAsync(cancellationToken);
        if (kept is not { } organization) return MemberErrors.NotFound;
        var recorded = SelfStudyNote.Record(request.Member, organization, request.Study, caller.PersonId, ids);
        if (recorded.Succeeded) db.Add(recorded.Value);
        return recorded.Map(SelfStudyNoteAnswer.Of);
    }
}
