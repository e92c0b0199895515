using System.Linq.Expressions;
using PartyOrg.Application.Members;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Pipeline;

/// <summary>
/// The one scope function: what lies in the subtrees of the organizations in which the caller holds a role that the operation allows.
/// Every query that loads by id goes through it; what lies outside is not found.
/// </summary>
public static class Scope
{
    /// <summary>The text after every path of a subtree: a range instead of LIKE keeps the index in use on every database.</summary>
    public const string AfterSubtree = "~";

    /// <summary>Organizations in the caller's reach.</summary>
    public static IQueryable<Organization> InScope(this IQueryable<Organization> organizations, Caller caller) => organizations.Within(caller.Reach);

    /// <summary>Organizations at or below a path.</summary>
    public static IQueryable<Organization> AtOrBelow(this IQueryable<Organization> organizations, string path) => organizations.Within([path]);

    /// <summary>Organizations at or below any of the paths.</summary>
    public static IQueryable<Organization> Within(this IQueryable<Organization> organizations, IReadOnlyList<string> paths) => organizations.Where(Reaches(paths));

    /// <summary>
    /// Persons who belong, today or from a day to come, to an organization in the caller's reach; those whose latest relation lies or lay
    /// there, so that nobody who left is lost before another organization receives him; and the caller himself.
    /// </summary>
    public static IQueryable<Person> InScope(this IQueryable<Person> persons, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.Within(caller.ReachOfPersons);
        var (today, self) = (caller.Today, caller.PersonId);
        // A join, and not one more EXISTS: PostgreSQL would collect the whole subtree for each request before it looks at the first person.
        return
            from person in persons
            from organization in reached.Where(o => o.Id == person.RegisteredWith).DefaultIfEmpty()
            where organization != null || person.Id == self || db.Affiliations.Any(a =>
                a.PersonId == person.Id && a.VoidedAt == null && (a.To == null || a.To >= today) && reached.Any(o => o.Id == a.OrganizationId))
            select person;
    }

    /// <summary>The same of one person whose rows were read already.</summary>
    internal static bool InScope(this IReadOnlyCollection<MemberRow> rows, Caller caller)
    {
        var reach = caller.ReachOfPersons;
        bool Reached(string? path) => path is not null && reach.Any(r => path.StartsWith(r, StringComparison.Ordinal));
        return rows.Count > 0 && (rows.First().Id == caller.PersonId || Reached(rows.First().RegisteredPath) || rows.Any(r => Reached(r.OrganizationPath)));
    }

    private static Expression<Func<Organization, bool>> Reaches(IReadOnlyList<string> paths)
    {
        var organization = Expression.Parameter(typeof(Organization), "o");
        var path = Expression.Property(organization, nameof(Organization.Path));
        Expression any = Expression.Constant(false);
        foreach (var (from, before) in paths.Select(p => (p, p + AfterSubtree)))
        {
            var within = Expression.AndAlso(
                Expression.GreaterThanOrEqual(Compare(path, from), Expression.Constant(0)),
                Expression.LessThan(Compare(path, before), Expression.Constant(0)));
            any = any is ConstantExpression ? within : Expression.OrElse(any, within);
        }

        return Expression.Lambda<Func<Organization, bool>>(any, organization);
    }

    // The value is reached through a closure, so that it becomes a parameter of the statement and the plan is reused.
    private static MethodCallExpression Compare(Expression path, string value)
    {
        Expression<Func<string>> parameter = () => value;
        return Expression.Call(typeof(string), nameof(string.Compare), null, path, parameter.Body);
    }
}
