using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using PartyOrg.TestSupport.TSql;

namespace PartyOrg.Infrastructure.Tests.Persistence;

/// <summary>The checks themselves, each on a small model that SQL Server would refuse, and on its neighbour that it would take.</summary>
public sealed class SqlServerModelChecks
{
    [Fact]
    public void Two_cascading_ways_to_one_table_are_found()
    {
        Faults(Cascading(DeleteBehavior.Cascade)).Should().ContainSingle(fault => fault.Contains("1785"));
        Faults(Cascading(DeleteBehavior.SetNull)).Should().ContainSingle(fault => fault.Contains("1785"));
        Faults(Cascading(DeleteBehavior.ClientNoAction)).Should().BeEmpty();
    }

    [Fact]
    public void A_table_that_cascades_to_itself_is_found()
    {
        Faults(model => model.Entity<Town>().HasOne<Town>().WithMany().HasForeignKey(town => town.Parent).OnDelete(DeleteBehavior.Cascade))
            .Should().ContainSingle(fault => fault.Contains("1785"));
        Faults(model => model.Entity<Town>().HasOne<Town>().WithMany().HasForeignKey(town => town.Parent).OnDelete(DeleteBehavior.Restrict)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("nvarchar(max)", false)]
    [InlineData("nvarchar(851)", false)]
    [InlineData("nvarchar(850)", true)]
    [InlineData("varbinary(1700)", true)]
    public void An_index_holds_1700_bytes(string type, bool fits) => Faults(model =>
    {
        model.Entity<Town>().Property(town => town.Name).HasColumnType(type);
        model.Entity<Town>().HasIndex(town => town.Name);
    }).Should().HaveCount(fits ? 0 : 1);

    [Theory]
    [InlineData("nvarchar(443)", false)]
    [InlineData("nvarchar(442)", true)]
    public void A_primary_key_holds_900_bytes(string type, bool fits) => Faults(model =>
    {
        model.Entity<Town>().Property(town => town.Name).HasColumnType(type);
        model.Entity<Town>().HasKey(town => new { town.Id, town.Name });
    }).Should().HaveCount(fits ? 0 : 1);

    [Theory]
    [InlineData("[Name] = N'a' OR [Name] = N'b'", false)]
    [InlineData("[Name] LIKE N'a%'", false)]
    [InlineData("[Name] = [Other]", false)]
    [InlineData("[Name] NOT IN (N'a')", false)]
    [InlineData("[Name] LIMIT 1", false)]
    [InlineData("[Name] IS NOT NULL AND [Other] > 1 AND [Name] IN (N'a', N'b')", true)]
    public void A_filter_is_a_conjunction_of_comparisons_with_constants(string filter, bool accepted) =>
        Faults(model => model.Entity<Town>().HasIndex(town => town.Other).HasFilter(filter)).Should().HaveCount(accepted ? 0 : 1);

    [Theory]
    [InlineData(nameof(Town.Founded), "datetime2(9)", false)]
    [InlineData(nameof(Town.Founded), "datetime2(7)", true)]
    [InlineData(nameof(Town.Area), "decimal(50,2)", false)]
    [InlineData(nameof(Town.Area), "decimal(38,2)", true)]
    [InlineData(nameof(Town.Name), "nvarchar(4001)", false)]
    [InlineData(nameof(Town.Name), "nvarchar(4000)", true)]
    public void A_type_that_does_not_exist_is_found(string property, string type, bool exists) =>
        Faults(model => model.Entity<Town>().Property(property).HasColumnType(type)).Should().HaveCount(exists ? 0 : 1);

    [Fact]
    public void A_foreign_key_of_another_type_is_found()
    {
        Faults(model => Named(model, "varchar(10)")).Should().ContainSingle(fault => fault.Contains("1778"));
        Faults(model => Named(model, "nvarchar(10)")).Should().BeEmpty();

        static void Named(ModelBuilder model, string type)
        {
            model.Entity<Town>().HasAlternateKey(town => town.Name);
            model.Entity<Town>().Property(town => town.Name).HasColumnType("nvarchar(10)");
            model.Entity<Street>().Property(street => street.TownName).HasColumnType(type);
            model.Entity<Street>().HasOne<Town>().WithMany().HasForeignKey(street => street.TownName).HasPrincipalKey(town => town.Name).OnDelete(DeleteBehavior.ClientNoAction);
        }
    }

    private static Action<ModelBuilder> Cascading(DeleteBehavior last) => model =>
    {
        model.Entity<Street>().HasOne<Town>().WithMany().HasForeignKey(street => street.Town).OnDelete(DeleteBehavior.Cascade);
        model.Entity<House>().HasOne<Street>().WithMany().HasForeignKey(house => house.Street).OnDelete(DeleteBehavior.Cascade);
        model.Entity<House>().HasOne<Town>().WithMany().HasForeignKey(house => house.Town).OnDelete(last);
    };

    private static IReadOnlyList<string> Faults(Action<ModelBuilder> build)
    {
        using var context = new Sketch(build);
        return SqlServerModel.Faults(context);
    }

    private sealed class Sketch(Action<ModelBuilder> build) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlServer("Server=none").EnableServiceProviderCaching(false);

        protected override void OnModelCreating(ModelBuilder modelBuilder) => build(modelBuilder);
    }

    private sealed class Town
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public int? Other { get; init; }

        public Guid? Parent { get; init; }

        public DateTime Founded { get; init; }

        [Column(TypeName = "decimal(9,2)")]
        public decimal Area { get; init; }
    }

    private sealed class Street
    {
        public int Id { get; init; }

        public Guid? Town { get; init; }

        public string? TownName { get; init; }
    }

    private sealed class House
    {
        public int Id { get; init; }

        public int? Street { get; init; }

        public Guid? Town { get; init; }
    }
}
