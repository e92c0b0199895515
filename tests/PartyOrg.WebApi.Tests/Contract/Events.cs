using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.TestSupport;

namespace PartyOrg.WebApi.Tests.Contract;

/// <summary>The schema in api-contracts/events names what the outbox keeps of an event, and every type that the domain raises.</summary>
public sealed partial class Events
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(RepositoryFiles.At("api-contracts", "events", "event.schema.json")))!;

    [Fact]
    public void The_schema_has_every_type_that_the_domain_raises_and_no_other()
    {
        var raised = Directory.EnumerateFiles(RepositoryFiles.At("src", "PartyOrg.Domain"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).SelectMany(f => Raised().Matches(File.ReadAllText(f))).ToList();
        raised.Should().HaveCountGreaterThan(20);
        raised.Where(m => !m.Groups["type"].Success).Select(m => m.Value).Should().BeEmpty("a type is written where it is raised, so that it can be found");
        Schema["properties"]!["type"]!["oneOf"]!.AsArray().Select(t => t!["const"]!.GetValue<string>()).Should().BeEquivalentTo(raised.Select(m => m.Groups["type"].Value).Distinct());
    }

    [Fact]
    public void A_domain_event_with_a_class_of_its_own_is_bookkeeping_and_told_to_nobody()
    {
        // Another one would be told under a type that the search above does not find.
        typeof(DomainEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DomainEvent))).Should().BeEquivalentTo([typeof(Noted), typeof(Step), typeof(EvidenceGained), typeof(EvidenceWithdrawn), typeof(EvidencePassed), typeof(ConditionHeld), typeof(ConditionsWithdrawn)]);
    }

    [Fact]
    public void An_event_holds_what_the_schema_says()
    {
        var told = typeof(OutboxEvent).GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).Where(n => n != "deliveredAt");
        Schema["properties"]!.AsObject().Select(p => p.Key).Should().BeEquivalentTo(told);
        Schema["required"]!.AsArray().Select(n => n!.GetValue<string>()).Should().BeEquivalentTo(told);
    }

    // Raise(new("meeting.recorded")), whatever is raised that way without a literal included.
    [GeneratedRegex("""Raise\(\s*new(?: DomainEvent)?\((?:"(?<type>[a-z][A-Za-z]*\.[a-z][A-Za-z]*)"\)|(?!"))""")]
    private static partial Regex Raised();
}
