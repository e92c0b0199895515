using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyOrg.TestSupport.TSql;

/// <summary>SQL Server's own grammar (version 2019, compatibility level 150), without a server: what it refuses, SQL Server refuses.</summary>
public static class TSqlGrammar
{
    /// <summary>What the grammar has against a script; empty when it is well-formed. <c>GO</c> separates batches.</summary>
    public static IReadOnlyList<string> Check(string sql)
    {
        _ = Parse(sql, out var faults);
        return faults;
    }

    /// <summary>The script as a tree, and what the grammar has against it.</summary>
    public static TSqlScript Parse(string sql, out IReadOnlyList<string> faults)
    {
        using var reader = new StringReader(sql);
        var tree = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        faults = [.. errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message} ({error.Number})"), .. Refused(tree)];
        return tree;
    }

    // The grammar accepts it, the server does not (error 1033).
    private static IEnumerable<string> Refused(TSqlScript tree)
    {
        var finder = new OrderedDerivedTables();
        tree?.Accept(finder);
        return finder.Found.Select(line => $"line {line}: ORDER BY in a derived table needs TOP or OFFSET (1033)");
    }

    private sealed class OrderedDerivedTables : TSqlFragmentVisitor
    {
        public List<int> Found { get; } = [];

        public override void Visit(QueryDerivedTable node) => Look(node.QueryExpression);

        public override void Visit(ScalarSubquery node) => Look(node.QueryExpression);

        public override void Visit(CommonTableExpression node) => Look(node.QueryExpression);

        private void Look(QueryExpression query)
        {
            if (query is { OrderByClause: not null, OffsetClause: null } and not QuerySpecification { TopRowFilter: not null }) Found.Add(query.StartLine);
        }
    }
}
