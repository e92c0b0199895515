using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Records the preliminary plan, and the general meeting and Party group meetings that formed it (TWS-8.3): recorded meetings, held on the day of the opening or later, one of each Party group.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Text">The plan, 1 to 20,000 characters.</param>
/// <param name="MeetingIds">The meetings, at most 50.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.3")]
public sealed record FormPlan(Id<Publication> Publication, string Text, IReadOnlyList<Id<Meeting>> MeetingIds, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Text">The plan, 1 to 20,000 characters.</param>
    /// <param name="MeetingIds">The meetings, at most 50.</param>
    /// <example>{"text": "根据征求到的意见，拟发展党员三名。", "meetingIds": ["0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d05"]}</example>
    public sealed record Body(string Text, IReadOnlyList<Id<Meeting>> MeetingIds);
}

internal sealed class FormPlanValidator : AbstractValidator<FormPlan>
{
    public FormPlanValidator()
    {
        RuleFor(r => r.Text).HasNoFault(t => FreeText.FaultIn(t, Domain.PartyAffairsOpenness.Publication.TextLength));
        RuleFor(r => r.MeetingIds).HasNoFault(m => m.Count > Domain.PartyAffairsOpenness.Publication.MostMeetings ? MeetingErrors.TooMany(Domain.PartyAffairsOpenness.Publication.MostMeetings) : null);
    }
}

internal sealed class FormPlanHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<FormPlan, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(FormPlan request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        var today = clock.Today;
        var meetings = await db.HeldMeetings(it.Organization, request.MeetingIds.ToHashSet(), cancellationToken);
        var groups = await db.Organizations.Where(o => o.SuperiorId == it.Organization.Id && o.Type == OrganizationType.PartyGroup
                && db.Lifetimes.Any(l => l.OrganizationId == o.Id && l.VoidedAt == null && l.From <= today && (l.To == null || l.To >= today)))
            .OrderBy(o => o.Code).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        return it.Told(it.Publication.FormPlan(request.Text, meetings, groups.ConvertAll(g => (g.Id, g.Name)), it.Standing));
    }
}
