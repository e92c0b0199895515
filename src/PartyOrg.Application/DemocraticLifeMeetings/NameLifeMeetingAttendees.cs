using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Names who attends a reported meeting for the superior (TWS-4.4); whom it named before is replaced. Only whoever leads the organization directly above does this.</summary>
/// <param name="LifeMeeting">The meeting.</param>
/// <param name="PersonIds">Who, one to ten registered persons; none of them must attend the meeting himself.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.4")]
public sealed record NameLifeMeetingAttendees(Id<DemocraticLifeMeeting> LifeMeeting, IReadOnlyList<Id<Person>> PersonIds, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>Who.</summary>
    /// <param name="PersonIds">Who, one to ten registered persons; none of them must attend the meeting himself.</param>
    /// <example>{"personIds": ["0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d05"]}</example>
    public sealed record Body(IReadOnlyList<Id<Person>> PersonIds);
}

internal sealed class NameLifeMeetingAttendeesValidator : AbstractValidator<NameLifeMeetingAttendees>
{
    public NameLifeMeetingAttendeesValidator() =>
        RuleFor(r => r.PersonIds).HasNoFault(ids => ids.Count == 0 ? FreeText.Missing : ids.Count > DemocraticLifeMeeting.MostSent ? DemocraticLifeMeetingErrors.TooMany(DemocraticLifeMeeting.MostSent) : null);
}

internal sealed class NameLifeMeetingAttendeesHandler(PartyOrgContext db, Caller caller) : IHandler<NameLifeMeetingAttendees, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(NameLifeMeetingAttendees request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected,
        async (row, standing) =>
        {
            var named = row.Meeting.NameAttendees(request.PersonIds, standing);
            if (!named.Succeeded) return named;
            // Whoever may not take the step learns nothing of the register.
            var known = await db.Persons.Where(p => request.PersonIds.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
            foreach (var (i, person) in request.PersonIds.Index())
            {
                if (!known.Contains(person)) return DemocraticLifeMeetingErrors.PersonUnknown.At($"/personIds/{i}");
            }

            return named;
        },
        cancellationToken);
}
