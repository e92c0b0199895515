using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyOrg.TestSupport.TSql;

/// <summary>
/// Says in SQLite's words what a statement says in T-SQL, for the statements that EF Core and the product write. What it does not know it
/// refuses by name; it never guesses.
/// </summary>
public static class TSqlTranslation
{
    private static readonly ConcurrentDictionary<string, string> Known = [];

    /// <exception cref="TSqlRefusedException">The grammar of SQL Server refuses the statement, or the translation does not know a part of it.</exception>
    public static string Of(string sql) => Known.GetOrAdd(sql, Translate);

    private static string Translate(string sql)
    {
        var tree = TSqlGrammar.Parse(sql, out var faults);
        if (faults.Count > 0) throw new TSqlRefusedException($"SQL Server's grammar refuses: {string.Join("; ", faults)}\n{sql}");

        var writer = new Writer(sql, tree);
        tree.Accept(writer);
        return writer.ToString();
    }

    /// <summary>Replaces tokens in place, inner parts before outer ones, so that what is not touched stays as it was written.</summary>
    private sealed class Writer : TSqlFragmentVisitor
    {
        private readonly string sql;
        private readonly TSqlFragment tree;
        private readonly string[] words;

        public Writer(string sql, TSqlFragment tree)
        {
            this.sql = sql;
            this.tree = tree;
            words = [.. tree.ScriptTokenStream.Select(token => token.TokenType is TSqlTokenType.UnicodeStringLiteral ? token.Text[1..] : token.Text ?? "")];
        }

        public override string ToString() => string.Concat(words);

        public override void ExplicitVisit(PredicateSetStatement node) => Clear(node);

        public override void ExplicitVisit(SaveTransactionStatement node) => Replace(node, $"SAVEPOINT {Text(node.Name)}");

        public override void ExplicitVisit(RollbackTransactionStatement node) => Replace(node, $"ROLLBACK TO {Text(node.Name)}");

        // EF writes a constant id as plain text, which SQL Server converts; text of people is always N'…'.
        public override void Visit(StringLiteral node)
        {
            if (!node.IsNational && Guid.TryParseExact(node.Value, "D", out _)) Replace(node, $"{TSqlConnection.GuidFunction}('{node.Value}')");
        }

        public override void ExplicitVisit(QuerySpecification node)
        {
            base.ExplicitVisit(node);
            if (node.TopRowFilter is not { } top) return;

            if (top.Percent || top.WithTies) throw Unknown(top, "TOP with PERCENT or TIES");
            var rows = Text(top.Expression);
            Clear(top);
            Append(node, $" LIMIT {rows}");
        }

        public override void ExplicitVisit(OffsetClause node)
        {
            base.ExplicitVisit(node);
            Replace(node, $"LIMIT {(node.FetchExpression is null ? "-1" : Text(node.FetchExpression))} OFFSET {Text(node.OffsetExpression)}");
        }

        public override void ExplicitVisit(InsertSpecification node)
        {
            base.ExplicitVisit(node);
            Return(node, node.OutputClause);
        }

        public override void ExplicitVisit(UpdateSpecification node)
        {
            base.ExplicitVisit(node);
            NameTarget(node.Target, node.FromClause);
            foreach (var clause in node.SetClauses.OfType<AssignmentSetClause>())
            {
                var parts = clause.Column.MultiPartIdentifier;
                for (var token = parts.FirstTokenIndex; token < parts.Identifiers[^1].FirstTokenIndex; token++) words[token] = "";
            }

            Return(node, node.OutputClause);
        }

        public override void ExplicitVisit(DeleteSpecification node)
        {
            base.ExplicitVisit(node);
            NameTarget(node.Target, node.FromClause);
            Return(node, node.OutputClause);
        }

        // The one MERGE that has a word in SQLite: insert the source's rows, and where the key is there already, update or leave it.
        public override void ExplicitVisit(MergeSpecification node)
        {
            base.ExplicitVisit(node);
            var matched = node.ActionClauses.Where(clause => clause.Condition is MergeCondition.Matched).ToList();
            var missing = node.ActionClauses.Where(clause => clause.Condition is MergeCondition.NotMatched or MergeCondition.NotMatchedByTarget).ToList();
            if (missing is not [{ SearchCondition: null, Action: InsertMergeAction insert }] || matched.Count + 1 != node.ActionClauses.Count
                || matched is not ([] or [{ SearchCondition: null, Action: UpdateMergeAction }]) || node.TopRowFilter is not null) throw Unknown(node, "a MERGE of this form");

            var (target, source) = (node.TableAlias?.Value ?? "", Alias(node.TableReference));
            var keys = Keys(node.SearchCondition, target).ToList();
            foreach (var (column, value) in insert.Columns.Zip(insert.Source.RowValues.Single().ColumnValues))
            {
                // Otherwise the name in "excluded" would not be the name in the source.
                if (Parts(value) is [var from, var name] && Same(from, source) && !Same(name, Parts(column)[^1])) throw Unknown(value, "a MERGE that renames columns");
            }

            var update = matched is [{ Action: UpdateMergeAction action }] ? $"DO UPDATE SET {string.Join(", ", action.SetClauses.Select(clause => Excluded(clause, source)))}" : "DO NOTHING";
            var values = string.Join(", ", insert.Source.RowValues.Single().ColumnValues.Select(Text));
            var returning = node.OutputClause is null ? "" : $" RETURNING {Returned(node.OutputClause)}";
            Replace(node, $"INSERT INTO {Text(node.Target)}{(target.Length == 0 ? "" : $" AS [{target}]")} ({string.Join(", ", insert.Columns.Select(Text))})"
                + $" SELECT {values} FROM {Text(node.TableReference)} WHERE true ON CONFLICT ({string.Join(", ", keys)}) {update}{returning}");
        }

        public override void ExplicitVisit(UnqualifiedJoin node)
        {
            if (node.UnqualifiedJoinType is UnqualifiedJoinType.CrossApply or UnqualifiedJoinType.OuterApply) throw Unknown(node, "APPLY");
            base.ExplicitVisit(node);
        }

        public override void ExplicitVisit(NamedTableReference node)
        {
            base.ExplicitVisit(node);
            if (node.TableHints.Count == 0) return;

            // The hints stand between the name (or alias) and the end of the reference: WITH (UPDLOCK, …).
            var first = Math.Max(node.SchemaObject.LastTokenIndex, node.Alias is { } alias && alias.LastTokenIndex < node.TableHints[0].FirstTokenIndex ? alias.LastTokenIndex : 0) + 1;
            var last = node.TableHints[^1].LastTokenIndex + 1;
            while (words[last] != ")") last++;
            Clear(first, last);
        }

        public override void ExplicitVisit(SchemaObjectName node)
        {
            base.ExplicitVisit(node);
            if (node.SchemaIdentifier is not null) Clear(node.FirstTokenIndex, node.BaseIdentifier.FirstTokenIndex - 1);
        }

        public override void ExplicitVisit(OpenJsonTableReference node)
        {
            base.ExplicitVisit(node);
            var path = node.RowPattern is null ? "" : $", {Text(node.RowPattern)}";
            var source = $"json_each({Text(node.Variable)}{path})";
            var columns = node.SchemaDeclarationItems.Select(Column).ToList();
            Replace(node, $"{(columns.Count == 0 ? source : $"(SELECT {string.Join(", ", columns)} FROM {source})")}{(node.Alias is null ? "" : $" AS {Text(node.Alias)}")}");
        }

        public override void ExplicitVisit(CastCall node)
        {
            base.ExplicitVisit(node);
            Replace(node, Cast(Text(node.Parameter), node.DataType));
        }

        public override void ExplicitVisit(ConvertCall node)
        {
            base.ExplicitVisit(node);
            if (node.Style is not null) throw Unknown(node, "CONVERT with a style");
            Replace(node, Cast(Text(node.Parameter), node.DataType));
        }

        public override void ExplicitVisit(LeftFunctionCall node)
        {
            base.ExplicitVisit(node);
            Replace(node, $"substr({Text(node.Parameters[0])}, 1, {Text(node.Parameters[1])})");
        }

        public override void ExplicitVisit(FunctionCall node)
        {
            base.ExplicitVisit(node);
            string[] arguments = [.. node.Parameters.Select(Text)];
            var name = node.FunctionName.Value.ToUpperInvariant();
            switch (name)
            {
                case "COUNT" or "SUM" or "MIN" or "MAX" or "AVG" or "UPPER" or "LOWER" or "ABS" or "REPLACE" or "SUBSTRING" or "LTRIM" or "RTRIM" or "TRIM" or "ROUND"
                    or "ROW_NUMBER" or "RANK" or "DENSE_RANK" or "LAG" or "LEAD" or "CONCAT" or "NULLIF":
                    return;
                case "COUNT_BIG":
                    words[node.FunctionName.FirstTokenIndex] = "COUNT";
                    return;
                case "ISNULL":
                    words[node.FunctionName.FirstTokenIndex] = "ifnull";
                    return;
                case "LEN":
                    Replace(node, $"length(rtrim({arguments[0]}, ' '))");
                    return;
                case "DATALENGTH":
                    Replace(node, $"length({arguments[0]})");
                    return;
                case "CHARINDEX" when arguments.Length == 2:
                    Replace(node, $"instr({arguments[1]}, {arguments[0]})");
                    return;
                case "DATEPART":
                    Replace(node, $"CAST(strftime('{Part(node, arguments[0])}', {arguments[1]}) AS INTEGER)");
                    return;
                case "JSON_VALUE":
                    Replace(node, $"json_extract({arguments[0]}, {arguments[1]})");
                    return;
                case "OBJECT_ID":
                    Replace(node, $"(SELECT rootpage FROM sqlite_master WHERE name = replace(replace({arguments[0]}, '[', ''), ']', ''))");
                    return;
                default:
                    throw Unknown(node, $"the function {name}");
            }
        }

        public override void ExplicitVisit(BinaryExpression node)
        {
            base.ExplicitVisit(node);
            switch (node.BinaryExpressionType)
            {
                case BinaryExpressionType.BitwiseXor:
                    var (left, right) = (Text(node.FirstExpression), Text(node.SecondExpression));
                    Replace(node, $"((({left}) | ({right})) - (({left}) & ({right})))");
                    break;
                case BinaryExpressionType.Add when IsText(node):
                    for (var token = node.FirstExpression.LastTokenIndex + 1; token < node.SecondExpression.FirstTokenIndex; token++)
                        if (words[token] == "+") words[token] = "||";
                    break;
            }
        }

        // EF writes ~ for the negation of a bit, and for nothing else that this product asks.
        public override void ExplicitVisit(UnaryExpression node)
        {
            base.ExplicitVisit(node);
            if (node.UnaryExpressionType is UnaryExpressionType.BitwiseNot) Replace(node, $"(NOT {Text(node.Expression)})");
        }

        // Identity is ordinal on every database, so that SQLite's own order is the one that is asked for.
        public override void Visit(PrimaryExpression node)
        {
            if (node.Collation is not { } collation) return;

            var first = collation.FirstTokenIndex;
            while (!Same(words[first], "COLLATE")) first--;
            Clear(first, collation.LastTokenIndex);
        }

        private static string Cast(string value, DataTypeReference type) => Name(type) switch
        {
            "BIT" or "INT" or "BIGINT" or "SMALLINT" or "TINYINT" => $"CAST({value} AS INTEGER)",
            "FLOAT" or "REAL" => $"CAST({value} AS REAL)",
            "DECIMAL" or "NUMERIC" => $"CAST({value} AS NUMERIC)",
            "UNIQUEIDENTIFIER" => $"{TSqlConnection.GuidFunction}({value})",
            "VARBINARY" or "BINARY" => value,
            _ => $"CAST({value} AS TEXT)",
        };

        private string Column(SchemaDeclarationItem item)
        {
            var definition = item.ColumnDefinition;
            var path = item.Mapping is null ? $"'$.{definition.ColumnIdentifier.Value}'" : Text(item.Mapping);
            var value = path.Trim('\'').Replace("lax ", "").Replace("strict ", "") == "$" ? "value" : $"json_extract(value, {path})";
            var column = Name(definition.DataType) switch
            {
                "UNIQUEIDENTIFIER" => $"{TSqlConnection.GuidFunction}({value})",
                "VARBINARY" or "BINARY" => $"{TSqlConnection.BinaryFunction}({value})",
                _ => value,
            };
            return $"{column} AS {Text(definition.ColumnIdentifier)}";
        }

        private static string Name(DataTypeReference type) => type.Name.BaseIdentifier.Value.ToUpperInvariant();

        private string Part(TSqlFragment node, string part) => part.ToUpperInvariant() switch
        {
            "YEAR" => "%Y",
            "MONTH" => "%m",
            "DAY" => "%d",
            _ => throw Unknown(node, $"DATEPART {part}"),
        };

        private static bool IsText(ScalarExpression expression) => expression switch
        {
            StringLiteral => true,
            CastCall cast => Name(cast.DataType).Contains("CHAR", StringComparison.Ordinal),
            FunctionCall { FunctionName.Value: var name } => name.ToUpperInvariant() is "SUBSTRING" or "CONCAT" or "UPPER" or "LOWER" or "REPLACE" or "LTRIM" or "RTRIM" or "TRIM",
            ParenthesisExpression inner => IsText(inner.Expression),
            BinaryExpression { BinaryExpressionType: BinaryExpressionType.Add } sum => IsText(sum.FirstExpression) || IsText(sum.SecondExpression),
            _ => false,
        };

        // UPDATE [m] SET … FROM [Members] AS [m] WHERE …: SQLite names the table, with its alias, where T-SQL names the alias.
        private void NameTarget(TableReference target, FromClause? from)
        {
            if (from is null) return;

            if (from.TableReferences is not [NamedTableReference table]) throw Unknown(from, "UPDATE or DELETE over a join");
            Replace(target, Text(table));
            Clear(from);
        }

        private void Return(DataModificationSpecification node, OutputClause? output)
        {
            if (output is null) return;

            var columns = Returned(output);
            Clear(output);
            Append(node, $" RETURNING {columns}");
        }

        private string Returned(OutputClause output)
        {
            for (var token = output.FirstTokenIndex; token < output.LastTokenIndex; token++)
            {
                if (!Same(words[token], "INSERTED") && !Same(words[token], "DELETED")) continue;

                words[token] = words[token + 1] = "";
            }

            return string.Join(", ", output.SelectColumns.Select(Text));
        }

        private IEnumerable<string> Keys(BooleanExpression condition, string target) => condition switch
        {
            BooleanParenthesisExpression inner => Keys(inner.Expression, target),
            BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both => Keys(both.FirstExpression, target).Concat(Keys(both.SecondExpression, target)),
            BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals } pair =>
                [.. new[] { pair.FirstExpression, pair.SecondExpression }.Select(Parts).Where(parts => parts.Length == 2 && Same(parts[0], target)).Select(parts => $"[{parts[1]}]")],
            _ => throw Unknown(condition, "a MERGE on anything but equal keys"),
        };

        private string Excluded(SetClause clause, string source)
        {
            for (var token = clause.FirstTokenIndex; token < clause.LastTokenIndex; token++)
                if (Same(words[token].Trim('[', ']'), source) && words[token + 1] == ".") words[token] = "excluded";
            return Text(clause);
        }

        private static string Alias(TableReference table) => (table as TableReferenceWithAlias)?.Alias?.Value ?? "";

        private static string[] Parts(ScalarExpression expression) =>
            expression is ColumnReferenceExpression column ? [.. column.MultiPartIdentifier.Identifiers.Select(part => part.Value)] : [];

        private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

        private string Text(TSqlFragment fragment) => string.Concat(words[fragment.FirstTokenIndex..(fragment.LastTokenIndex + 1)]);

        private void Clear(TSqlFragment fragment) => Clear(fragment.FirstTokenIndex, fragment.LastTokenIndex);

        private void Clear(int first, int last) => Array.Fill(words, "", first, last - first + 1);

        private void Replace(TSqlFragment fragment, string text)
        {
            Clear(fragment);
            words[fragment.FirstTokenIndex] = text;
        }

        private void Append(TSqlFragment fragment, string text)
        {
            var last = fragment.LastTokenIndex;
            while (tree.ScriptTokenStream[last].TokenType is TSqlTokenType.Semicolon or TSqlTokenType.WhiteSpace) last--;
            words[last] += text;
        }

        private TSqlRefusedException Unknown(TSqlFragment node, string what) => new(string.Create(
            CultureInfo.InvariantCulture,
            $"The translation of T-SQL for tests does not know {what} (line {node.StartLine}). Write the query so that SQLite has a word for it too, or teach the translation:\n{sql}"));
    }
}

/// <summary>A statement that SQL Server's grammar refuses, or that the tests cannot carry out without a server.</summary>
public sealed class TSqlRefusedException(string message) : Exception(message);
