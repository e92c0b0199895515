using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using PartyOrg.TestSupport.Databases;

namespace PartyOrg.WebApi.Tests.CommandLine;

public sealed partial class Commands : IAsyncLifetime
{
    private const string Password = "nine geese in a row";

    private readonly TheProgram program = new();

    public Task InitializeAsync() => program.Migrate();

    public async Task DisposeAsync() => await program.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_is_invited_on_the_machine_chooses_a_password_and_grants_roles_to_others()
    {
        var invitation = Token().Match(await program.Done("create-admin --user Security.Chief")).Groups["token"].Value;
        await program.Done("create-admin --user system.chief --role system --password-stdin", Password + "\n");

        using var http = await program.Serve();
        (await http.PostAsJsonAsync("/api/v1/invitations/acceptance", new { token = invitation, password = Password })).StatusCode.Should().Be(HttpStatusCode.OK);
        (await RolesOf(http, "security.chief")).Should().Equal("securityAdministrator");
        (await RolesOf(http, "system.chief")).Should().Equal("systemAdministrator");

        var refused = await program.Run("create-admin --user system.chief --role audit");
        refused.Error.Should().StartWith("partyorg: administrations-held-together").And.Contain("三员");
    }

    [Fact]
    public async Task An_administrator_who_forgot_his_password_is_invited_again_on_the_machine_and_his_sessions_end()
    {
        await program.Done("create-admin --user chief --password-stdin", Password + "\n");
        using var http = await program.Serve();
        await RolesOf(http, "chief");
        await program.Done("create-admin --user chief --password-stdin", "ten tall trees\n");
        (await http.GetAsync("/api/v1/me")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await http.PostAsJsonAsync("/api/v1/sessions", new { userName = "chief", password = "ten tall trees" })).StatusCode.Should().Be(HttpStatusCode.Created);
        (await program.Refused("create-admin --user x", "user-name-malformed")).Should().NotBeEmpty();
        (await program.Run("create-admin --user chief --password-stdin", "short\n")).Error.Should().StartWith("partyorg: password-length");
    }

    [Fact]
    public async Task A_backup_is_made_while_the_program_runs_and_restored_when_it_does_not()
    {
        await program.Done("create-admin --user first");
        var backup = program.File("backup.db");
        using (var http = await program.Serve())
        {
            await program.Done($"backup {backup}");
            (await program.Refused($"backup {backup}", "backup-exists")).Should().Contain(backup);
            await program.Refused($"restore {backup}", "database-running");
            await program.Refused("migrate", "database-running");
        }

        await program.Stop();
        await program.Done("create-admin --user second");
        Names().Should().Equal("first", "second");
        var restored = await program.Done($"restore {backup}");
        Names().Should().Equal("first");
        Names(Kept().Match(restored).Groups["file"].Value).Should().Equal("first", "second");
        using var again = await program.Serve();
    }

    [Fact]
    public async Task What_is_no_whole_backup_is_not_restored_and_the_database_stays()
    {
        await program.Done("create-admin --user first");
        var backup = program.File("backup.db");
        await program.Done($"backup {backup}");

        await program.Refused($"restore {program.File("missing.db")}", "file-missing");
        await File.WriteAllTextAsync(program.File("text"), new string('x', 5000));
        await program.Refused($"restore {program.File("text")}", "backup-unusable");
        using (var empty = new SqliteConnection($"Data Source={program.File("empty.db")};Pooling=False")) Execute(empty, "CREATE TABLE t (a)");
        await program.Refused($"restore {program.File("empty.db")}", "backup-unusable");
        var bytes = await File.ReadAllBytesAsync(backup);
        await File.WriteAllBytesAsync(program.File("half.db"), bytes[..(bytes.Length / 2)]);
        await program.Refused($"restore {program.File("half.db")}", "backup-unusable");
        using (var newer = new SqliteConnection($"Data Source={backup};Pooling=False")) Execute(newer, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Future', '99')""");
        (await program.Refused($"restore {backup}", "backup-unusable")).Should().Contain("29990101000000_Future");
        Names().Should().Equal("first");
    }

    [Fact]
    public async Task The_projection_is_computed_anew_and_what_differed_is_said()
    {
        var (subject, other, gone) = (Guid.Parse("11111111-1111-7111-8111-111111111111"), Guid.Parse("22222222-2222-7222-8222-222222222222"), Guid.Parse("33333333-3333-7333-8333-333333333333"));
        using (var connection = Open())
        {
            foreach (var (id, who, day, voided) in new[] { (1, subject, "2024-01-31", "NULL"), (2, subject, "2024-01-31", "NULL"), (3, subject, "2024-02-29", "'2024-03-01 00:00:00'"), (4, other, "2023-05-01", "NULL") })
            {
                Execute(connection, $"""
                    INSERT INTO "Evidence" ("Id", "SubjectId", "Kind", "OccurredOn", "SourceId", "RecordedAt", "VoidedAt")
                    VALUES (X'{id:X32}', {Blob(who)}, 'generalMeeting', '{day}', X'{id:X32}', '2024-03-01 00:00:00', {voided})
                    """);
            }

            Execute(connection, $"""INSERT INTO "EvidenceYears" ("SubjectId", "Kind", "For", "Year", "Days") VALUES ({Blob(other)}, 'generalMeeting', '0001-01-01', 2023, X'FFFF'), ({Blob(gone)}, 'generalMeeting', '0001-01-01', 2022, X'0101')""");
        }

        var said = await program.Done("rebuild-projection");
        said.Should().Contain($"{subject} generalMeeting 2024: counted 0, is 2").And.Contain($"{other} generalMeeting 2023: counted unreadable, is 1")
            .And.Contain($"{gone} generalMeeting 2022: counted 1, is 0").And.Contain("3 subjects, 3 rows, 3 differences mended.");
        (await program.Done("rebuild-projection")).Should().Contain("0 differences mended.");
    }

    private static string Blob(Guid id) => $"X'{Convert.ToHexString(id.ToByteArray(true))}'";

    private static async Task<List<string>> RolesOf(HttpClient http, string userName)
    {
        var session = await (await http.PostAsJsonAsync("/api/v1/sessions", new { userName, password = Password })).Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("accessToken").GetString());
        var me = await http.GetFromJsonAsync<JsonElement>("/api/v1/me");
        return [.. me.GetProperty("roles").EnumerateArray().Select(r => r.GetProperty("role").GetString()!)];
    }

    private SqliteConnection Open(string? file = null)
    {
        var connection = new SqliteConnection($"Data Source={file ?? program.Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private List<string> Names(string? file = null)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "UserName" FROM "Accounts" ORDER BY 1""";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        if (connection.State != System.Data.ConnectionState.Open) connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [GeneratedRegex("\"token\":\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"kept as (?<file>\S+)")]
    private static partial Regex Kept();
}

public abstract class BackupsOfAServer<TDatabase> : IAsyncLifetime where TDatabase : IDatabaseKind
{
    private readonly TheProgram program = new();
    private TestDatabase? database;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create<TDatabase>();
        program.Settings["Database__Provider"] = database.Options.Provider.ToString();
        program.Settings["Database__ConnectionString"] = database.Options.ConnectionString;
    }

    public async Task DisposeAsync()
    {
        await program.DisposeAsync();
        await database!.DisposeAsync();
    }

    [DatabaseFact]
    public async Task Its_own_tool_writes_the_backup_and_restores_it_when_nobody_else_is_connected()
    {
        await program.Done("create-admin --user first");
        var backup = program.File("backup.dump");
        await program.Done($"backup {backup}");
        await program.Done("create-admin --user second");

        await using (var other = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database!.Options.ConnectionString) { Pooling = false }.ConnectionString))
        {
            await other.OpenAsync();
            await program.Refused($"restore {backup}", "database-in-use");
        }

        await program.Done($"restore {backup}");
        await using var context = database.Open();
        context.Accounts.Select(a => a.UserName).Should().Equal("first");
    }

    [DatabaseFact]
    public async Task Without_the_tool_the_exact_command_is_said_and_no_password()
    {
        program.Settings["Database__ConnectionString"] += ";Password=topsecret";
        program.Settings["PATH"] = Path.GetDirectoryName(Environment.ProcessPath)!;
        (await program.Refused($"backup {program.File("backup.dump")}", "tool-missing")).Should().Contain("pg_dump --host=").And.NotContain("topsecret");
    }
}

public sealed class BackupsOfPostgreSql : BackupsOfAServer<OnPostgreSql>;

public sealed class BackupsOfSqlServer : IAsyncLifetime
{
    private readonly TheProgram program = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await program.DisposeAsync();

    [Fact]
    public async Task The_command_to_run_on_its_machine_is_said()
    {
        program.Settings["Database__Provider"] = "SqlServer";
        program.Settings["Database__ConnectionString"] = "Server=db;Database=party;User Id=u;Password=topsecret";
        (await program.Refused("backup /backups/party.bak", "database-does-it-itself")).Should().Contain("BACKUP DATABASE [party] TO DISK = N'/backups/party.bak'").And.NotContain("topsecret");
        (await program.Refused("restore /backups/party.bak", "database-does-it-itself")).Should().Contain("RESTORE DATABASE [party] FROM DISK = N'/backups/party.bak'");
    }
}
