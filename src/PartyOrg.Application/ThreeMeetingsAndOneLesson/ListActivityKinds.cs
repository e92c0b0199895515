using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Lists the kinds of meeting, class and activity: who holds them, who is expected, who records them, and what their records hold.</summary>
/// <param name="Organization">Only what can be recorded of this organization today: the product's own kinds, and those of rule packs that bind it.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListActivityKinds(Id<Organization>? Organization) : IQuery<Page<ActivityKindAnswer>>;

/// <summary>A kind of meeting, class or activity.</summary>
/// <param name="Kind">Its name in requests.</param>
/// <param name="Title">What people call it, in the caller's language.</param>
/// <param name="Evidence">The kind of evidence that one of it yields.</param>
/// <param name="AttendeeEvidence">The kind of evidence that it yields for each person who took part; none where it counts for the organization alone.</param>
/// <param name="HeldBy">The types of organization that hold it.</param>
/// <param name="HolderRule">The rule that says so.</param>
/// <param name="Expected">How those expected are derived.</param>
/// <param name="RecordedBy">The roles, held over the organization, that plan, record and correct it.</param>
/// <param name="MinutesAreConfirmed">Whether the chair confirms the minutes.</param>
/// <param name="AgendaClasses">The classes of agenda items that belong to it (TWS-3.1b); an agenda without any of them brings an advice.</param>
/// <param name="Details">What its record needs beside what every meeting has.</param>
/// <param name="RulePackId">The rule pack that declares it; none of the product's own kinds.</param>
public sealed record ActivityKindAnswer(
    string Kind, string Title, string Evidence, string? AttendeeEvidence, IReadOnlyList<OrganizationType> HeldBy, string HolderRule, WhoIsExpected Expected, IReadOnlyList<Role> RecordedBy, bool MinutesAreConfirmed,
    IReadOnlyList<AgendaClassAnswer> AgendaClasses, IReadOnlyList<DetailAnswer> Details, Id<RulePack>? RulePackId);

/// <summary>A class of agenda items.</summary>
/// <param name="Class">Its name in requests.</param>
/// <param name="Label">What people call it, in the caller's language.</param>
public sealed record AgendaClassAnswer(string Class, string Label);

/// <summary>Something that a record needs.</summary>
/// <param name="Field">Its name among the record's details.</param>
/// <param name="Title">What people call it, in the caller's language.</param>
/// <param name="IsNumber">Whether it is a decimal number, written in digits; otherwise it is text.</param>
/// <param name="Least">The least number; for text 0.</param>
/// <param name="Most">The greatest number; for text the most characters.</param>
/// <param name="Decimals">How many decimal places a number has at most.</param>
public sealed record DetailAnswer(string Field, string Title, bool IsNumber, decimal Least, decimal Most, int Decimals);

internal sealed class ListActivityKindsHandler(PartyOrgContext db, ActivityKinds kinds, Caller caller, Clock clock) : IHandler<ListActivityKinds, Page<ActivityKindAnswer>>
{
    public async Task<Result<Page<ActivityKindAnswer>>> Handle(ListActivityKinds request, CancellationToken cancellationToken)
    {
        var shown = kinds.All.ToList();
        if (request.Organization is { } asked)
        {
            var organization = await db.Organizations.InScope(caller).Where(o => o.Id == asked).Select(o => new { o.Path, o.Type }).SingleOrDefaultAsync(cancellationToken);
            if (organization is null) return OrganizationErrors.NotFound;
            var adopted = await db.AdoptedOver(organization.Path, clock.Today).Select(a => a.Book).ToListAsync(cancellationToken);
            shown.RemoveAll(k => !k.HeldBy.Contains(organization.Type) || (k.Adopted is not null && !adopted.Contains(k.Adopted)));
        }

        return new Page<ActivityKindAnswer>([.. shown.Select(Answer)], null);
    }

    private ActivityKindAnswer Answer(ActivityKind kind) => new(
        kind.Name, kind.Title.In(caller.Language), kind.Evidence, kind.AttendeeEvidence, [.. kind.HeldBy.Order()], kind.HolderRule, kind.Expected,
        [.. Enum.GetValues<Role>().Where(r => System.Numerics.BitOperations.IsPow2((int)r) && kind.RecordedBy.HasFlag(r))], kind.MinutesAreConfirmed,
        [.. kind.AgendaClasses.Select(c => new AgendaClassAnswer(c.Name, c.Label.In(caller.Language)))],
        [.. kind.Details.Select(f => new DetailAnswer(f.Name, f.Title.In(caller.Language), f.IsNumber, f.Least, f.Most, f.Decimals))], kind.Adopted is { } name ? RulePack.IdOf(name) : null);
}
