using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace PartyOrg.WebApi.Tests.CommandLine;

public sealed class Starting : IAsyncLifetime
{
    private readonly TheProgram program = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await program.DisposeAsync();

    [Fact]
    public async Task Production_does_not_start_without_a_signing_key()
    {
        program.Settings.Remove("Tokens__SigningKey");
        (await program.Refused("", "signing-key-missing")).Should().Contain("Tokens__SigningKey");
    }

    [Theory]
    [InlineData("c2hvcnQ=", "signing-key-missing")]
    [InlineData("not base64 at all, but long enough to be a key", "signing-key-missing")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "signing-key-weak")]
    public async Task Production_does_not_start_with_a_short_or_a_default_key(string key, string code)
    {
        program.Settings["Tokens__SigningKey"] = key;
        await program.Refused("", code);
    }

    [Fact]
    public async Task Production_does_not_start_without_keys_of_personal_data()
    {
        foreach (var name in program.Settings.Keys.Where(k => k.StartsWith("PersonalData", StringComparison.Ordinal)).ToList()) program.Settings.Remove(name);
        await program.Refused("", "personal-data-keys-missing");
    }

    [Fact]
    public async Task Production_never_migrates_by_itself_and_starts_after_the_command_did()
    {
        (await program.Refused("", "database-not-migrated")).Should().Contain("partyorg migrate");
        File.Exists(program.Database).Should().BeFalse();

        (await program.Done("migrate")).Should().Contain("Foundation");
        (await program.Done("migrate")).Should().Contain("already");
        using var http = await program.Serve();
        (await http.GetAsync("/api/v1/me")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_left_alone()
    {
        await program.Migrate();
        Execute("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Future', '99')""");
        (await program.Refused("", "database-newer")).Should().Contain("29990101000000_Future");
        await program.Refused("migrate", "database-newer");
        program.Settings["ASPNETCORE_ENVIRONMENT"] = "Development";
        await program.Refused("", "database-newer");
    }

    [Fact]
    public async Task A_database_that_another_program_locks_is_named()
    {
        await program.Migrate();
        await using var connection = new SqliteConnection($"Data Source={program.Database};Pooling=False");
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        (await program.Refused("", "database-locked")).Should().Contain(program.Database);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(program.Database, new string('x', 4096));
        (await program.Refused("", "database-damaged")).Should().Contain(program.Database);
    }

    [Fact]
    public async Task A_second_program_on_the_same_embedded_database_does_not_start()
    {
        await program.Migrate();
        using var http = await program.Serve();
        program.Settings["ASPNETCORE_URLS"] = $"http://127.0.0.1:{TheProgram.FreePort()}";
        await program.Refused("", "database-running");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await program.Migrate();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        program.Settings["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        (await program.Refused("", "port-taken")).Should().Contain($"{port}");
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_is_named()
    {
        var file = program.File("in-the-way");
        await File.WriteAllTextAsync(file, "");
        program.Settings["PARTYORG_DATA_DIR"] = Path.Combine(file, "data");
        (await program.Refused("", "data-directory-not-writable")).Should().Contain(file);
    }

    [Fact]
    public async Task Sample_accounts_keep_Production_from_starting()
    {
        await program.Migrate();
        await program.Done("create-admin --user sample.admin");
        Execute("""UPDATE "Accounts" SET "IsSample" = 1""");
        await program.Refused("", "sample-accounts");
        Execute("""UPDATE "Accounts" SET "ClosedAt" = '2024-01-01 00:00:00'""");
        using var http = await program.Serve();
    }

    [Theory]
    [InlineData("Database__Provider", "Oracle", "database-provider-unknown")]
    [InlineData("Database__Provider", "PostgreSql", "database-connection-missing")]
    public async Task A_database_that_is_not_fully_named_is_refused(string name, string value, string code)
    {
        program.Settings[name] = value;
        await program.Refused("", code);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_without_its_password()
    {
        program.Settings["Database__Provider"] = "PostgreSql";
        program.Settings["Database__ConnectionString"] = $"Host=127.0.0.1;Port={TheProgram.FreePort()};Username=u;Password=topsecret;Database=d;Timeout=3";
        (await program.Refused("", "database-unreachable")).Should().NotContain("topsecret");
    }

    [Theory]
    [InlineData("bake-up file")]
    [InlineData("backup")]
    [InlineData("backup one two")]
    [InlineData("create-admin")]
    [InlineData("create-admin --user x --role king")]
    public async Task What_is_no_command_gets_the_list_of_commands(string arguments) => (await program.Refused(arguments, "command-unknown")).Should().Contain("partyorg rebuild-projection");

    [Fact]
    public async Task Help_needs_no_configuration()
    {
        program.Settings.Clear();
        (await program.Done("help")).Should().Contain("partyorg create-admin");
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={program.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
