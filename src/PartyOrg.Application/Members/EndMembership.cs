using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>
/// Ends a membership after its last day (REG-49), and with it the relation, enrolments, the Party group and all posts; rights that follow from posts end too. An open transfer is answered or withdrawn first. Where rolls of later
/// meetings name him, an advice says so (REG-4).
/// </summary>
/// <param name="Member">The person.</param>
/// <param name="LastDay">The last day of membership, itself included; today or before, and not before his standing began.</param>
/// <param name="EndedBy">In which way it ended.</param>
/// <param name="Expected">The member's version that the caller saw.</param>
[AllowedTo(Role.Officers, RuleId = "REG-49")]
public sealed record EndMembership(Id<Person> Member, LocalDate LastDay, MembershipEnd EndedBy, ExpectedVersion Expected) : ICommand<MembershipEndAnswer>, IChange, IAboutMember
{
    /// <summary>When it ended, and how.</summary>
    /// <param name="LastDay">The last day of membership, itself included; today or before, and not before his standing began.</param>
    /// <param name="EndedBy">In which way it ended.</param>
    /// <example>{"lastDay": "2026-02-28", "endedBy": "withdrew"}</example>
    public sealed record Body(LocalDate LastDay, MembershipEnd EndedBy);
}

/// <summary>A membership that ended.</summary>
/// <param name="MemberId">The person.</param>
/// <param name="LastDay">The last day of membership.</param>
/// <param name="EndedBy">In which way it ended.</param>
/// <param name="EndedPosts">The posts that ended with it, and are vacant now.</param>
/// <param name="Version">The member's version.</param>
public sealed record MembershipEndAnswer(Id<Person> MemberId, LocalDate LastDay, MembershipEnd EndedBy, IReadOnlyList<EndedPost> EndedPosts, int Version) : Answer, IVersioned;

/// <summary>A post that ended with a membership.</summary>
/// <param name="OrganizationId">Whose post it is.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="Office">The office.</param>
public sealed record EndedPost(Id<Organization> OrganizationId, string OrganizationName, Office Office);

internal sealed class EndMembershipValidator : AbstractValidator<EndMembership>
{
    public EndMembershipValidator(Clock clock) => RuleFor(r => r.LastDay).NotInFuture(clock);
}

internal sealed class EndMembershipHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<EndMembership, MembershipEndAnswer>
{
    public async Task<Result<MembershipEndAnswer>> Handle(EndMembership request, CancellationToken cancellationToken)
    {
        var loaded = await db.WithMemberships(caller, request.Member, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (person, lastDay, now) = (loaded.Value, request.LastDay, clock.Now);
        if (await db.Transfers.AnyAsync(t => t.PersonId == person.Id && t.Status == TransferStatus.Open, cancellationToken)) return TransferErrors.AnotherOpen;
        var ended = person.EndMembership(lastDay, request.EndedBy, ids, now);
        if (!ended.Succeeded) return ended.Errors[0];

        // Wherever they are: who is no member holds no office.
        var organizations = await db.Organizations.Where(o => db.Posts.Any(p => p.OrganizationId == o.Id && p.PersonId == person.Id && p.VoidedAt == null && (p.To == null || p.To > lastDay)))
            .Include(o => o.Posts.Where(p => p.PersonId == person.Id)).ToListAsync(cancellationToken);
        var posts = organizations.SelectMany(o => o.EndPostsOf(person.Id, lastDay, ids, now).Select(p => new EndedPost(o.Id, o.Name, p.Office))).ToList();

        var later = await db.Attendances.Where(a => a.PersonId == person.Id).Join(db.Meetings.Where(m => m.On > lastDay), a => a.MeetingId, m => m.Id, (_, m) => m.On).ToListAsync(cancellationToken);
        return ended.Map(_ => new MembershipEndAnswer(person.Id, lastDay, request.EndedBy, posts, person.Version)).With(later.Count == 0 ? [] : [MemberErrors.OnLaterRolls(later.Count, later.Max())]);
    }
}

/// <summary>Loads a person whose membership ends, or ended.</summary>
internal static class MembershipEnds
{
    /// <summary>The person with memberships and belonging, while the chains that these lie in are held.</summary>
    public static async Task<Result<Person>> WithMemberships(this PartyOrgContext db, Caller caller, Id<Person> member, ExpectedVersion expected, CancellationToken cancellation)
    {
        if (await db.Persons.InScope(caller, db).Where(p => p.Id == member).Select(p => p.RegisteredWith).SingleOrDefaultAsync(cancellation) is { } keeper) await db.LockChain(keeper.Value, cancellation);
        var person = await db.Persons.InScope(caller, db).Where(p => p.Id == member).Include(p => p.Memberships).Include(p => p.Affiliations).AsSplitQuery().SingleOrDefaultAsync(cancellation);
        var loaded = person.Expecting(expected, MemberErrors.NotFound);
        if (!loaded.Succeeded) return loaded;
        return loaded.Value.RegisteredWith is { } with && !await db.Organizations.InScope(caller).AnyAsync(o => o.Id == with, cancellation) ? MemberErrors.ForRelationsSide : loaded;
    }
}
