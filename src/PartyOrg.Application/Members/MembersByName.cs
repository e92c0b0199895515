using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;

namespace PartyOrg.Application.Members;

/// <summary>
/// The usual page of members: names that begin alike, reached through one subtree. It is compiled once, where <see cref="ListMembersHandler"/> puts together whatever
/// else is asked; the scope is the same.
/// </summary>
internal static class MembersByName
{
    /// <summary>The rows of the persons whose sort key and name lie in the ranges, after the last one of the page before, at most <paramref name="count"/> persons.</summary>
    public static async Task<List<MemberRow>> MembersNamed(
        this PartyOrgContext db, Caller caller, string reach, (string From, string Before) key, (string From, string Before) name, (string Key, Id<Person> Id) last, int count, CancellationToken cancellation)
    {
        var rows = await Page.For(db)(
                db, reach, reach + Scope.AfterSubtree, caller.PersonId, key.From, key.Before, name.From, name.Before, last.Key, last.Id, count, caller.Today, caller.SessionId ?? default)
            .ToListAsync(cancellation);
        if (rows.Count > 0) caller.Prove(rows[0].RightsVersion);
        return rows;
    }

    private static readonly Compiled<Func<PartyOrgContext, string, string, Id<Person>?, string, string, string, string, string, Id<Person>, int, LocalDate, Id<Session>, IAsyncEnumerable<MemberRow>>> Page = new(() =>
    {
        Expression<Func<PartyOrgContext, string, string, Id<Person>?, string, string, string, string, string, Id<Person>, int, LocalDate, IQueryable<Person>>> asked =
            (db, reach, afterReach, self, key, afterKey, name, afterName, lastKey, lastId, count, today) => (
                from person in db.Persons
                where string.Compare(person.NameKey, key) >= 0 && string.Compare(person.NameKey, afterKey) < 0 && string.Compare(person.Name, name) >= 0 && string.Compare(person.Name, afterName) < 0
                where string.Compare(person.NameKey, lastKey) > 0 || (person.NameKey == lastKey && person.Id > lastId)
                from registered in db.Organizations.Where(o => o.Id == person.RegisteredWith && string.Compare(o.Path, reach) >= 0 && string.Compare(o.Path, afterReach) < 0).DefaultIfEmpty()
                where registered != null || person.Id == self || db.Affiliations.Any(a =>
                    a.PersonId == person.Id && a.VoidedAt == null && (a.To == null || a.To >= today)
                    && db.Organizations.Any(o => o.Id == a.OrganizationId && string.Compare(o.Path, reach) >= 0 && string.Compare(o.Path, afterReach) < 0))
                orderby person.NameKey, person.Id
                select person).Take(count);
        return EF.CompileAsyncQuery(asked.Showing<Func<PartyOrgContext, string, string, Id<Person>?, string, string, string, string, string, Id<Person>, int, LocalDate, Id<Session>, IQueryable<MemberRow>>>(
            MemberProjection.Rows));
    });
}
