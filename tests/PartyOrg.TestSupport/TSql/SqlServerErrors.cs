using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace PartyOrg.TestSupport.TSql;

/// <summary>Says what SQL Server's client would have thrown where SQLite refuses, so that the product's own reading of its errors is tested.</summary>
internal static class SqlServerErrors
{
    private const int UniqueViolation = 2627;
    private const int ForeignKeyViolation = 547;
    private const int NullViolation = 515;
    private const int Deadlock = 1205;

    public static T In<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException refused) when (NumberOf(refused) is { } number)
        {
            throw Make(number, refused.Message);
        }
    }

    private static int? NumberOf(SqliteException refused) => refused.SqliteExtendedErrorCode switch
    {
        2067 or 1555 => UniqueViolation,
        787 => ForeignKeyViolation,
        1299 => NullViolation,
        _ => refused.SqliteErrorCode is 5 or 6 ? Deadlock : null,
    };

    // The client gives no public way to make its exception.
    private static SqlException Make(int number, string message)
    {
        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;
        var error = Call(typeof(SqlError).GetConstructors(Hidden).MinBy(constructor => constructor.GetParameters().Length)!, number, message);
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        return (SqlException)typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!.Invoke(null, [errors, "15.0.4000"])!;
    }

    private static object Call(ConstructorInfo constructor, int number, string message) => constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter switch
    {
        { Name: "infoNumber" } => number,
        { Name: "errorMessage" } => message,
        { ParameterType.IsValueType: true } => Activator.CreateInstance(parameter.ParameterType),
        _ when parameter.ParameterType == typeof(string) => "",
        _ => null,
    })]);
}
