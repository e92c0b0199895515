using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyOrg.TestSupport.TSql;

namespace PartyOrg.Infrastructure.Tests.Persistence;

/// <summary>The instrument itself, on a small model: that it sees every statement, carries it out, and refuses what the grammar refuses.</summary>
public sealed class TSqlWithoutServer : IDisposable
{
    private static readonly Guid Book = Guid.Parse("01890000-0000-7000-8000-000000000001");

    private readonly SqliteConnection keepAlive;
    private readonly TSqlOnSqlite server;

    public TSqlWithoutServer()
    {
        var connectionString = $"Data Source={nameof(TSqlWithoutServer)}{GetHashCode()};Mode=Memory;Cache=Shared";
        keepAlive = new(connectionString);
        keepAlive.Open();
        using (var schema = new Shelf(new DbContextOptionsBuilder().UseSqlite(keepAlive).Options)) schema.Database.EnsureCreated();
        server = new(connectionString);
    }

    public void Dispose() => keepAlive.Dispose();

    [Fact]
    public async Task What_a_SQL_Server_context_saves_it_finds_again()
    {
        await Save();

        await using var db = Open();
        var page = await db.Books.OrderBy(book => book.Title).Where(book => book.Title.CompareTo("B") >= 0).Skip(1).Take(2).Select(book => book.Title).ToListAsync();
        page.Should().Equal("C", "D");
        (await db.Books.FirstAsync(book => book.Id == Book)).Loans.Should().BeEquivalentTo([new { On = new DateOnly(2024, 2, 29), By = "李四" }], options => options.ExcludingMissingMembers());
        server.Seen.All.Should().Contain(sql => sql.Contains("OFFSET @")).And.Contain(sql => sql.Contains("TOP(1)"));
    }

    [Fact]
    public async Task A_list_of_ids_goes_in_as_one_JSON_parameter()
    {
        await Save();

        await using var db = Open();
        Guid[] wanted = [Book, Guid.Empty];
        (await db.Books.CountAsync(book => EF.Parameter(wanted).Contains(book.Id))).Should().Be(1);
        server.Seen.All.Should().Contain(sql => sql.Contains("OPENJSON"));
    }

    [Fact]
    public async Task A_stale_version_is_noticed_and_a_transaction_is_taken_back()
    {
        await Save();

        await using var first = Open();
        await using var second = Open();
        var mine = await first.Books.SingleAsync(book => book.Id == Book);
        var yours = await second.Books.SingleAsync(book => book.Id == Book);
        (mine.Title, mine.Version) = ("mine", 2);
        (yours.Title, yours.Version) = ("yours", 2);
        await first.SaveChangesAsync();
        await second.Invoking(db => db.SaveChangesAsync()).Should().ThrowAsync<DbUpdateConcurrencyException>();

        await using var third = Open();
        await using (await third.Database.BeginTransactionAsync()) await third.Books.Where(book => book.Id == Book).ExecuteDeleteAsync();
        (await third.Books.Select(book => book.Title).SingleAsync(title => title == "mine")).Should().Be("mine");
        (await third.Books.Where(book => book.Id == Book).ExecuteUpdateAsync(set => set.SetProperty(book => book.Lent, book => !book.Lent))).Should().Be(1);
        (await third.Books.Where(book => book.Lent).ExecuteDeleteAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_second_row_with_the_same_key_is_error_2627()
    {
        await Save();

        await using var db = Open();
        db.Books.Add(new() { Id = Book, Title = "again" });
        var refused = await db.Invoking(context => context.SaveChangesAsync()).Should().ThrowAsync<DbUpdateException>();
        refused.Which.InnerException.Should().BeOfType<SqlException>().Which.Number.Should().Be(2627);
    }

    [Fact]
    public async Task Ids_are_ordered_by_their_last_six_bytes()
    {
        var early = Guid.Parse("01890000-0000-7000-8000-ffffffffffff");
        var late = Guid.Parse("01990000-0000-7000-8000-000000000000");
        await using (var db = Open())
        {
            db.Books.AddRange(new() { Id = early }, new() { Id = late });
            await db.SaveChangesAsync();
        }

        await using var again = Open();
        (await again.Books.OrderBy(book => book.Id).Select(book => book.Id).ToListAsync()).Should().Equal(late, early);
        var json = $"[\"{early}\"]";
        (await again.Database.SqlQuery<Guid>($"SELECT [v].[Value] FROM OPENJSON({json}) WITH ([Value] uniqueidentifier '$') AS [v]").ToListAsync()).Should().Equal(early);
    }

    [Fact]
    public async Task Insert_or_update_by_MERGE()
    {
        await using var db = Open();
        for (var time = 0; time < 2; time++)
        {
            var rows = await db.Database.SqlQuery<Row>(
                $"""
                MERGE [Books] WITH (HOLDLOCK) AS book USING (SELECT {Book} AS [Id], {$"title {time}"} AS [Title]) AS wanted ON book.[Id] = wanted.[Id]
                WHEN MATCHED THEN UPDATE SET [Title] = wanted.[Title], [Version] = book.[Version] + 1
                WHEN NOT MATCHED THEN INSERT ([Id], [Title], [Lent], [Version]) VALUES (wanted.[Id], wanted.[Title], 0, 1)
                OUTPUT inserted.[Id], inserted.[Title], inserted.[Lent], inserted.[Version];
                """).ToListAsync();
            rows.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = Book, Title = $"title {time}", Version = time + 1 });
        }
    }

    [Theory]
    [InlineData("SELECT [b].[Title] FROM [Books] AS [b] LIMIT 1")]
    [InlineData("INSERT INTO [Books] ([Title]) VALUES (@p0) RETURNING [Id]")]
    [InlineData("SELECT 1 FROM (SELECT [b].[Id] FROM [Books] AS [b] ORDER BY [b].[Title]) AS [t]")]
    public void What_SQL_Server_refuses_is_refused(string sql)
    {
        TSqlGrammar.Check(sql).Should().NotBeEmpty();
        FluentActions.Invoking(() => TSqlTranslation.Of(sql)).Should().Throw<TSqlRefusedException>();
    }

    [Theory]
    [InlineData("SELECT SOUNDEX([b].[Title]) FROM [Books] AS [b]", "SOUNDEX")]
    [InlineData("SELECT 1 FROM [Books] AS [b] CROSS APPLY (SELECT 1 AS [x]) AS [t]", "APPLY")]
    public void What_the_translation_does_not_know_it_refuses_by_name(string sql, string what) =>
        FluentActions.Invoking(() => TSqlTranslation.Of(sql)).Should().Throw<TSqlRefusedException>().WithMessage($"*does not know*{what}*");

    [Theory]
    [InlineData("SELECT TOP(@p) [b].[Id] FROM [dbo].[Books] AS [b] WITH (UPDLOCK, ROWLOCK) WHERE [b].[Title] = N'x''y' ORDER BY [b].[Id]", "SELECT  [b].[Id] FROM [Books] AS [b] WHERE [b].[Title] = 'x''y' ORDER BY [b].[Id] LIMIT (@p)")]
    [InlineData("UPDATE [b] SET [b].[Lent] = CAST(1 AS bit) FROM [Books] AS [b] WHERE [b].[Id] = @p", "UPDATE [Books] AS [b] SET [Lent] = CAST(1 AS INTEGER)  WHERE [b].[Id] = @p")]
    [InlineData("SELECT [o].[value] FROM OPENJSON(@p) WITH ([value] uniqueidentifier '$', [n] int '$.n') AS [o]", "SELECT [o].[value] FROM (SELECT tsql_uniqueidentifier(value) AS [value], json_extract(value, '$.n') AS [n] FROM json_each(@p)) AS [o]")]
    [InlineData("SELECT [b].[Title] + N'!' FROM [Books] AS [b] WHERE LEN([b].[Title]) > 1", "SELECT [b].[Title] || '!' FROM [Books] AS [b] WHERE length(rtrim([b].[Title], ' ')) > 1")]
    [InlineData("SAVE TRANSACTION [s]", "SAVEPOINT [s]")]
    [InlineData("ROLLBACK TRANSACTION [s]", "ROLLBACK TO [s]")]
    public void The_same_in_SQLites_words(string sql, string sqlite) => TSqlTranslation.Of(sql).Should().Be(sqlite);

    private async Task Save()
    {
        await using var db = Open();
        db.Books.Add(new() { Id = Book, Title = "A", Loans = { new() { On = new(2024, 2, 29), By = "李四" } } });
        foreach (var title in "BCDE") db.Books.Add(new() { Id = new Guid(title, 0, 0, new byte[8]), Title = $"{title}" });
        await db.SaveChangesAsync();
    }

    private Shelf Open() => new(new DbContextOptionsBuilder().UseSqlServer("Server=none").AddInterceptors(server).Options);

    internal sealed class Shelf(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Volume> Books => Set<Volume>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Volume>().Property(book => book.Version).IsConcurrencyToken();
            modelBuilder.Entity<Volume>().OwnsMany(book => book.Loans).ToTable("Loans");
        }
    }

    internal sealed record Row(Guid Id, string Title, bool Lent, int Version);

    internal sealed class Volume
    {
        public Guid Id { get; set; }

        public string Title { get; set; } = "";

        public bool Lent { get; set; }

        public int Version { get; set; }

        public List<Loan> Loans { get; } = [];
    }

    internal sealed class Loan
    {
        public Guid Id { get; set; }

        public DateOnly On { get; set; }

        public string By { get; set; } = "";
    }
}
