using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.Infrastructure.Tests.Persistence;

public sealed class ListsInStatements
{
    // More than the parameters of any of the three databases: 2,100 on SQL Server, 32,766 on SQLite, 65,535 on PostgreSQL.
    private const int Many = 70_000;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void A_list_is_one_parameter_of_a_statement_whose_text_does_not_depend_on_its_length(DatabaseProvider provider)
    {
        using var context = NoServer.Context(provider);
        using var one = Among(context, 1).CreateDbCommand();
        using var many = Among(context, Many).CreateDbCommand();
        many.CommandText.Should().Be(one.CommandText);
        many.Parameters.Count.Should().Be(2, "each place that asks for it has its own");
    }

    [Fact]
    public async Task The_embedded_database_looks_for_tens_of_thousands_at_once()
    {
        await using var context = NoServer.Context(DatabaseProvider.Sqlite);
        await context.Database.OpenConnectionAsync();
        await context.Database.EnsureCreatedAsync();
        (await Among(context, Many).CountAsync()).Should().Be(0);
    }

    private static IQueryable<Organization> Among(MappedContext context, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Ids.WithoutTime.New<Organization>()).ToList();
        return context.Organizations.Where(o => ids.Contains(o.Id) || (o.SuperiorId != null && ids.Contains(o.SuperiorId.Value)));
    }
}
