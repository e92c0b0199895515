using System.ComponentModel;
using PartyOrg.Infrastructure.Persistence;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PartyOrg.TestSupport.Databases;

/// <summary>A test of a class that is written once and runs on every database; skipped, with the reason, where its database is missing.</summary>
[XunitTestCaseDiscoverer("PartyOrg.TestSupport.Databases.DatabaseFactDiscoverer", "PartyOrg.TestSupport")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabaseFactAttribute : FactAttribute;

/// <summary>The same with data.</summary>
[XunitTestCaseDiscoverer("PartyOrg.TestSupport.Databases.DatabaseTheoryDiscoverer", "PartyOrg.TestSupport")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;

internal sealed class DatabaseFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new DatabaseTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

internal sealed class DatabaseTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        [new DatabaseTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, dataRow)];
}

internal sealed class DatabaseTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer.")]
    public DatabaseTestCase()
    {
    }

    public DatabaseTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object[]? arguments = null)
        : base(diagnostics, display, options, method, arguments)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => base.GetSkipReason(factAttribute) ?? Kind(TestMethod.TestClass.Class.ToRuntimeType()) switch
    {
        DatabaseProvider.Sqlite => OnSqlite.Unavailable,
        DatabaseProvider.PostgreSql => OnPostgreSql.Unavailable,
        DatabaseProvider.SqlServer => OnSqlServer.Unavailable,
        _ => throw new InvalidOperationException($"{TestMethod.TestClass.Class.Name} names no database: derive it from a class with a type argument that is one."),
    };

    private static DatabaseProvider? Kind(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            var kind = type.GenericTypeArguments.FirstOrDefault(argument => argument.IsAssignableTo(typeof(IDatabaseKind)));
            if (kind is not null) return kind == typeof(OnSqlite) ? DatabaseProvider.Sqlite : kind == typeof(OnPostgreSql) ? DatabaseProvider.PostgreSql : DatabaseProvider.SqlServer;
        }

        return null;
    }
}
