using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Dues;

/// <summary>Shows a member's dues: each month, whichever branch assessed it, with what is left in all. A member sees his own; others are seen by those who keep or supervise dues.</summary>
/// <param name="Member">The person.</param>
/// <param name="From">The first month, or the period in which it lies: <c>2024-03</c>, <c>2024-Q1</c>, <c>2024</c>; this year where nothing is said.</param>
/// <param name="To">The last month, or the period in which it lies. At most ten years.</param>
[AllowedTo(DuesBooks.Readers | Role.Member)]
public sealed record GetMemberDues(Id<Person> Member, string? From, string? To) : IQuery<MemberDuesAnswer>, IAboutMember;

/// <summary>A member's dues.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Balance">What is left of these months together, in yuan with two places.</param>
/// <param name="Months">Each month for which something was booked, in order.</param>
/// <param name="Bases">On what they are computed, the latest month first; those that another one replaced left out.</param>
public sealed record MemberDuesAnswer(Id<Person> PersonId, string Name, string Balance, IReadOnlyList<MemberMonthAnswer> Months, IReadOnlyList<DuesBaseAnswer> Bases);

internal sealed class GetMemberDuesHandler(PartyOrgContext db, Caller caller, DuesBooks books) : IHandler<GetMemberDues, MemberDuesAnswer>
{
    public async Task<Result<MemberDuesAnswer>> Handle(GetMemberDues request, CancellationToken cancellationToken)
    {
        var days = Asked.Days(request.From, request.To, caller.Today);
        if (!days.Succeeded) return days.Errors[0];
        var name = await db.Persons.InScope(caller, db).Where(p => p.Id == request.Member).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
        if (name is null) return MemberErrors.NotFound;

        var (from, to) = (days.Value.From.ToYearMonth(), days.Value.To!.Value.ToYearMonth());
        var entries = await db.DuesEntries.Where(e => e.PersonId == request.Member && e.Month >= from && e.Month <= to).AsNoTracking().ToListAsync(cancellationToken);
        var bases = await db.DuesBases.Where(b => b.PersonId == request.Member && b.VoidedAt == null).AsNoTracking().ToListAsync(cancellationToken);
        var months = MemberMonth.Of(entries, await books.TermsOf(entries, cancellationToken));
        return new MemberDuesAnswer(
            request.Member, name, Yuan.Of(months.Sum(m => m.Balance)), [.. months.Select(m => MemberMonthAnswer.Of(m, name, caller.Today))],
            [.. bases.OrderByDescending(b => b.From).Select(b => DuesBaseAnswer.Of(b, name))]);
    }
}
