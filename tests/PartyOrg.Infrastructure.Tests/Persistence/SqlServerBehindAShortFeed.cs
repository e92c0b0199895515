using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.Infrastructure.Tests.Persistence;

public sealed class SqlServerBehindAShortFeed
{
    [Fact]
    public async Task A_build_without_a_part_of_the_client_says_so_before_it_connects()
    {
        var options = new DbContextOptionsBuilder<SqlServerContext>();
        SqlServerContext.Use(options, "Server=tcp:127.0.0.1,9;Connect Timeout=1;Encrypt=false");
        await using var context = new SqlServerContext(options.Options);

        var refused = await context.Invoking(db => db.Database.OpenConnectionAsync()).Should().ThrowAsync<Exception>();
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "Microsoft.SqlServer.Server.dll"))) refused.Which.Should().BeOfType<SqlException>();
        else refused.Which.Should().BeOfType<StartRefused>().Which.Error.Message.Zh.Should().Contain("PartyOrgShortFeed");
    }
}
