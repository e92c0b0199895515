using System.Reflection;
using System.Xml.Linq;

namespace PartyOrg.Architecture.Tests.Layers;

public class LayersOfTheProduct
{
    private static readonly string[] Names = ["Domain", "Application", "Infrastructure", "WebApi"];

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application", "Domain")]
    [InlineData("Infrastructure", "Application")]
    [InlineData("WebApi", "Infrastructure")]
    public void A_layer_names_only_the_one_below(string layer, params string[] below) =>
        Project(layer).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Should().Equal(below.Select(name => $"PartyOrg.{name}"));

    [Fact]
    public void Domain_knows_nothing_but_civil_time() =>
        Project("Domain").Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value).Should().Equal("NodaTime");

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    public void The_inner_layers_use_no_web_framework_and_no_database(string layer)
    {
        Project(layer).Descendants("FrameworkReference").Should().BeEmpty();
        var used = Load(layer).GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();
        used.Should().Contain("System.Runtime").And.HaveCountGreaterThan(1);
        used.Should().NotContain(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
            || name.Contains("SqlServer", StringComparison.Ordinal) || name.Contains("SqlClient", StringComparison.Ordinal) || name.Contains("Npgsql", StringComparison.Ordinal));
    }

    [Fact]
    public void No_type_bears_the_name_of_its_namespace()
    {
        var types = Names.Select(Load).SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("PartyOrg", StringComparison.Ordinal) == true).ToList();
        types.Should().HaveCountGreaterThan(20);
        types.Where(type => type.Namespace!.Split('.').Contains(type.Name.Split('`')[0])).Should().BeEmpty();
    }

    [Fact]
    public void Folders_are_named_by_what_they_are_about_and_not_by_pattern()
    {
        var folders = Repository.Files.SelectMany(file => file.Path.Split('/')[..^1]).Distinct().ToList();
        folders.Should().Contain(["src", "PartyOrg.Domain", "Results"]);
        folders.Should().NotContain(["Entities", "Commands", "Queries", "Services", "Helpers", "Utils", "Managers"]);
    }

    [Fact]
    public void Every_project_is_in_the_solution_so_that_every_test_runs()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "PartyOrg.sln"));
        var projects = Repository.Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        projects.Should().HaveCountGreaterThan(8);
        projects.Where(project => !solution.Replace('\\', '/').Contains(project.Path, StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static Assembly Load(string layer) => Assembly.Load(layer == "WebApi" ? "partyorg" : $"PartyOrg.{layer}");

    private static XDocument Project(string layer) => XDocument.Load(Path.Combine(Repository.Root, "src", $"PartyOrg.{layer}", $"PartyOrg.{layer}.csproj"));
}
