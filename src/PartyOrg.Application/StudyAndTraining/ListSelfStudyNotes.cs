using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Lists a member's notes of self-study (TWS-6.3a), the latest day first: his own, or those of a member of an organization whose records the caller reads.</summary>
/// <param name="Member">The member.</param>
/// <param name="From">Only notes of this day or later.</param>
/// <param name="To">Only notes of this day or earlier.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListSelfStudyNotes(Id<Person> Member, LocalDate? From, LocalDate? To, int? Limit, string? Cursor) : IQuery<Page<SelfStudyNoteAnswer>>, IAboutMember;

internal sealed class ListSelfStudyNotesHandler(PartyOrgContext db, Caller caller) : IHandler<ListSelfStudyNotes, Page<SelfStudyNoteAnswer>>
{
    public async Task<Result<Page<SelfStudyNoteAnswer>>> Handle(ListSelfStudyNotes request, CancellationToken cancellationToken)
    {
        if (!await db.Persons.InScope(caller, db).AnyAsync(p => p.Id == request.Member, cancellationToken)) return MemberErrors.NotFound;

        var notes = db.SelfStudyNotes.Where(n => n.PersonId == request.Member);
        if (request.From is { } from) notes = notes.Where(n => n.StudiedOn >= from);
        if (request.To is { } to) notes = notes.Where(n => n.StudiedOn <= to);
        return await notes.PageByDay(request.Limit, request.Cursor, n => n.StudiedOn, n => n.Id, SelfStudyNoteAnswer.Of, cancellationToken);
    }
}
