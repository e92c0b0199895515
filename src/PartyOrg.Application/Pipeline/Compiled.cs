using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace PartyOrg.Application.Pipeline;

/// <summary>
/// A query of a hot path, compiled once instead of being looked up anew in every request. What is compiled for one database's model cannot serve
/// another's, and a process can know several.
/// </summary>
/// <param name="compile">Compiles it (<c>EF.CompileAsyncQuery</c>).</param>
internal sealed class Compiled<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    /// <summary>The query for this context's database.</summary>
    public TQuery For(PartyOrgContext db) => queries.GetValue(db.Model, _ => compile());
}

/// <summary>Puts compiled queries together out of what they share.</summary>
internal static class Compiled
{
    /// <summary>What <paramref name="shown"/> says of things (its second parameter), said of those that are asked for. Parameters of the same name are one.</summary>
    public static Expression<TQuery> Showing<TQuery>(this LambdaExpression asked, LambdaExpression shown) where TQuery : Delegate
    {
        var one = shown.Parameters.Select((parameter, i) => i == 1 ? asked.Body : asked.Parameters.SingleOrDefault(p => p.Name == parameter.Name) ?? parameter).ToList();
        return Expression.Lambda<TQuery>(ReplacingExpressionVisitor.Replace([.. shown.Parameters], one, shown.Body), [.. asked.Parameters.Union(one.OfType<ParameterExpression>())]);
    }
}
