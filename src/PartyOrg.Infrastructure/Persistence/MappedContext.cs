using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using PartyOrg.Application;
using PartyOrg.Domain;
using PartyOrg.Domain.Audit;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>What the three providers share: conventions, mappings, and how a chain is locked.</summary>
public abstract class MappedContext(DbContextOptions options) : PartyOrgContext(options)
{
    /// <summary>The collation that compares text by its code points, so that names and codes mean the same on every database.</summary>
    protected abstract string OrdinalCollation { get; }

    /// <summary>How this database writes the rows of one aggregate in one statement.</summary>
    internal abstract RowSource Rows { get; }

    /// <summary>How a list goes into a statement: as one parameter, so that the text stays the same whatever its length, is kept with its plan, and SQL Server's limit of 2,100 parameters is never met. PostgreSQL has arrays.</summary>
    protected const ParameterTranslationMode Lists = ParameterTranslationMode.Parameter;

    // Below the number of parameters that any database takes.
    private const int ChainsOfStatement = 500;

    /// <summary>Makes chains where there are none and locks their heads; answers their lengths and hashes. Ids are the first parameters, the head of an empty chain is the last.</summary>
    protected abstract string LockChainsSql(int count);

    /// <inheritdoc/>
    public override async Task<AuditChain> LockChain(Guid id, CancellationToken cancellation)
    {
        var tracked = AuditChains.Local.SingleOrDefault(c => c.Id == id);
        if (tracked is not null) return tracked;
        var chain = (await AuditChains.FromSqlRaw(LockChainsSql(1), Stored(id), new byte[32]).AsTracking().ToListAsync(cancellation)).Single();
        return chain;
    }

    /// <inheritdoc/>
    public override async Task LockChains(IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        foreach (var chunk in ids.Order().Chunk(ChainsOfStatement)) await Database.ExecuteSqlRawAsync(LockChainsSql(chunk.Length), [.. chunk.Select(Stored), new byte[32]], cancellation);
    }

    /// <summary>The rows of a statement that locks chains, each in its form: <c>{0}</c> stands for the id, <c>{1}</c> for the head.</summary>
    protected static string Chains(int count, string separator, string row) => string.Join(separator, Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, row, $"{{{i}}}", $"{{{count}}}")));

    /// <summary>Locks the table of the projection against writers; none where a transaction that writes is alone anyway.</summary>
    protected virtual string? LockEvidenceYearsSql => null;

    /// <inheritdoc/>
    public override Task LockEvidenceYears(CancellationToken cancellation) => LockEvidenceYearsSql is { } sql ? Database.ExecuteSqlRawAsync(sql, cancellation) : Task.CompletedTask;

    /// <inheritdoc/>
    public override Task InsertInOneStatement<T>(IReadOnlyCollection<T> rows, CancellationToken cancellation) => OneStatement.Insert(this, Rows, rows, cancellation);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<YearMonth>().HaveConversion<YearMonthConverter>();
        configurationBuilder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().UseCollation(OrdinalCollation);
        foreach (var id in PropertyTypes(t => t.IsConstructedGenericType && t.GetGenericTypeDefinition() == typeof(Id<>) && !t.ContainsGenericParameters))
        {
            var converter = IdConverterOf(id.GetGenericArguments()[0]);
            configurationBuilder.Properties(id).HaveConversion(converter);
            // For constants of a query that belong to no property, such as "no id".
            configurationBuilder.DefaultTypeMapping(id).HasConversion(converter);
        }

        foreach (var name in PropertyTypes(t => t is { IsEnum: true, IsVisible: true })) configurationBuilder.DefaultTypeMapping(name).HasConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MappedContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            // Nothing in the register is deleted, and SQL Server refuses two cascading paths to a table.
            foreach (var key in entity.GetForeignKeys()) key.DeleteBehavior = DeleteBehavior.Restrict;
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType)) AsAggregate(entity);
        }
    }

    /// <summary>How the id of a thing is stored.</summary>
    protected virtual Type IdConverterOf(Type thing) => typeof(IdConverter<>).MakeGenericType(thing);

    /// <summary>A parameter of a hand-written statement, which no mapping converts.</summary>
    protected virtual object Stored(Guid id) => id;

    private static void AsAggregate(IMutableEntityType entity)
    {
        entity.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
        foreach (var navigation in entity.GetNavigations()) navigation.SetPropertyAccessMode(PropertyAccessMode.Field);
    }

    // Every type of this kind that a mapped class has a property of.
    private static IEnumerable<Type> PropertyTypes(Func<Type, bool> kind) => typeof(Aggregate).Assembly.GetTypes().Concat(typeof(PartyOrgContext).Assembly.GetTypes())
        .SelectMany(t => t.GetProperties()).Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).Where(kind).Distinct();

    internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(d => d.ToDateOnly(), d => LocalDate.FromDateOnly(d));

    // Its first day, so that months order and compare as days do.
    internal sealed class YearMonthConverter() : ValueConverter<YearMonth, DateOnly>(m => m.OnDayOfMonth(1).ToDateOnly(), d => LocalDate.FromDateOnly(d).ToYearMonth());

    internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, TimeOnly>(t => t.ToTimeOnly(), t => LocalTime.FromTimeOnly(t));

    internal sealed class InstantConverter() : ValueConverter<Instant, DateTime>(i => i.ToDateTimeUtc(), d => Instant.FromDateTimeUtc(DateTime.SpecifyKind(d, DateTimeKind.Utc)));

    internal sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));
}
