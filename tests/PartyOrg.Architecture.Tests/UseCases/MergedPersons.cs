using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.Architecture.Tests.UseCases;

/// <summary>Whoever stores something with a person in it says what becomes of it when two records of one person are merged (REG-23).</summary>
public sealed class MergedPersons(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    [Fact]
    public void What_is_stored_with_a_person_in_it_is_passed_on_or_left_by_exactly_one_system()
    {
        using var scope = api.Services.CreateScope();
        var followers = scope.ServiceProvider.GetServices<IFollowsMergers>().ToList();
        followers.Select(f => f.GetType()).Should().BeEquivalentTo(typeof(PartyOrgContext).Assembly.GetTypes().Where(t => t is { IsClass: true } && t.IsAssignableTo(typeof(IFollowsMergers))));

        var kinds = scope.ServiceProvider.GetRequiredService<PartyOrgContext>().Model.GetEntityTypes().Select(e => e.ClrType).Distinct().ToHashSet();
        var stored = kinds.Where(kind => HoldsPerson(kind, kinds)).ToList();
        stored.Should().HaveCountGreaterThan(20);
        followers.SelectMany(f => f.Passes.Concat(f.Leaves)).Select(t => t.Name).Order().Should().Equal(stored.Select(t => t.Name).Order(),
            "each is named once by an IFollowsMergers: what it passes on, and what stays as it was written");
    }

    [Fact]
    public void A_person_is_found_inside_of_lists_and_records_too()
    {
        HoldsPerson(typeof(Domain.DemocraticAppraisal.Appraisal), []).Should().BeTrue("its studies say who attended");
        HoldsPerson(typeof(Domain.DemocraticLifeMeetings.DemocraticLifeMeeting), []).Should().BeTrue();
        HoldsPerson(typeof(Domain.Units.Unit), []).Should().BeFalse();
    }

    // Not through other things that are stored for themselves: they answer for themselves.
    private static bool HoldsPerson(Type stored, HashSet<Type> others)
    {
        var (seen, waiting) = (new HashSet<Type>(), new Stack<Type>([stored]));
        while (waiting.TryPop(out var type))
        {
            if (type == typeof(Id<Person>)) return true;
            if (!seen.Add(type) || (type != stored && others.Contains(type)) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))) continue;
            foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : []) waiting.Push(argument);
            if (type.HasElementType) waiting.Push(type.GetElementType()!);
            if (type.Namespace?.StartsWith("PartyOrg.", StringComparison.Ordinal) != true || type.IsEnum) continue;
            foreach (var property in type.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)) waiting.Push(property.PropertyType);
        }

        return false;
    }
}
