using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application;
using PartyOrg.Application.Pipeline;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.Architecture.Tests.UseCases;

/// <summary>What is forgotten beside a use case is found here.</summary>
public sealed class RequestsAndRoutes(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    private static readonly Type[] Types = typeof(PartyOrgContext).Assembly.GetTypes();

    private static readonly List<Type> Requests =
        [.. Types.Where(type => !type.IsAbstract && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IAsk<>)))];

    private IReadOnlyList<RouteEndpoint> Routes => [.. api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))];

    [Fact]
    public void Every_request_says_who_may_make_it()
    {
        Requests.Should().HaveCountGreaterThan(10);
        Type[] rights = [typeof(AllowedToAttribute), typeof(AllowedToSignedInAttribute), typeof(AllowedToEveryoneAttribute), typeof(AllowedOnMachineAttribute)];
        Requests.Where(request => rights.Count(right => request.IsDefined(right)) != 1).Should().BeEmpty();
        Requests.Where(request => request.GetCustomAttribute<AllowedToAttribute>()?.Roles == Domain.Accounts.Role.None).Should().BeEmpty();
    }

    [Fact]
    public void What_may_be_null_in_a_body_may_be_left_out()
    {
        var bodies = Routes.Select(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>()?.RequestType).OfType<Type>().ToList();
        bodies.Should().HaveCountGreaterThan(20);
        var (seen, waiting, wrong, nullability) = (new HashSet<Type>(), new Stack<Type>(bodies), new List<string>(), new NullabilityInfoContext());
        while (waiting.TryPop(out var type))
        {
            foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : []) waiting.Push(argument);
            if (type.Namespace?.StartsWith("PartyOrg.", StringComparison.Ordinal) != true || type.IsEnum || !seen.Add(type) || type.GetConstructors() is not [var constructor, ..]) continue;
            foreach (var parameter in constructor.GetParameters())
            {
                waiting.Push(parameter.ParameterType);
                var mayBeNull = Nullable.GetUnderlyingType(parameter.ParameterType) is not null || nullability.Create(parameter).WriteState == NullabilityState.Nullable;
                if (mayBeNull && !parameter.HasDefaultValue) wrong.Add($"{type.DeclaringType?.Name}.{type.Name}.{parameter.Name}");
            }
        }

        // To link an account with nobody is said by a null, and not by silence.
        wrong.Order().Should().Equal(["LinkPerson.Body.PersonId"], "a caller who has nothing to say there writes nothing: give it the default null, after what is required");
    }

    [Fact]
    public void Of_what_is_read_in_confidence_the_changes_are_confidential_too()
    {
        var read = Requests.Where(request => request.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IConfidentialQuery<>)))
            .Select(request => request.GetConstructors()[0].GetParameters()[0].ParameterType.GenericTypeArguments[0]).Where(type => type.IsAssignableTo(typeof(Domain.Aggregate))).Distinct().ToList();
        read.Should().HaveCountGreaterThan(5);
        // Everybody of the branch knows of a life meeting, and its organization of itself; what was said, or is listed, is confidential.
        read.Where(type => !type.IsAssignableTo(typeof(Domain.Audit.IConfidential))).Select(type => type.Name).Should().BeEquivalentTo("DemocraticLifeMeeting", "Organization");
    }

    [Fact]
    public void Every_use_case_has_a_file_of_its_name()
    {
        var files = Repository.Files.Where(file => file.Path.StartsWith("src/PartyOrg.Application/", StringComparison.Ordinal)).Select(file => file.Name).ToHashSet();
        Requests.Where(request => !files.Contains($"{request.Name}.cs")).Should().BeEmpty();
    }

    [Fact]
    public void Every_request_has_one_handler_that_nobody_else_calls()
    {
        foreach (var request in Requests)
        {
            var handlers = Types.Where(type => type.GetInterfaces().Any(contract =>
                contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && contract.GenericTypeArguments[0] == request)).ToList();
            handlers.Should().ContainSingle(request.Name).Which.Should().Match<Type>(handler => handler.IsNotPublic && handler.IsSealed);
        }
    }

    [Fact]
    public void Every_request_has_a_route_and_every_route_a_request()
    {
        Routes.Where(route => route.Metadata.GetMetadata<CarriesOut>() is null).Select(route => route.RoutePattern.RawText).Should().BeEmpty();
        var withoutRoute = Requests.Where(request => request.IsDefined(typeof(AllowedOnMachineAttribute)) || request.IsAssignableTo(typeof(Application.Jobs.IJobCommand))).ToList();
        var routed = Routes.Select(route => route.Metadata.GetMetadata<CarriesOut>()!.Request).ToList();
        Requests.Except(routed).Should().BeEquivalentTo(withoutRoute, "the command line and jobs have no routes, and everything else has one");
    }

    [Fact]
    public void Operation_ids_are_unique_verb_phrases()
    {
        var names = Routes.Select(route => route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).ToList();
        names.Should().OnlyHaveUniqueItems().And.OnlyContain(name => name != null && char.IsAsciiLetterLower(name[0]) && name.All(char.IsAsciiLetterOrDigit));
    }

    [Fact]
    public void Paths_are_kebab_case() => Routes.SelectMany(route => route.RoutePattern.PathSegments).SelectMany(segment => segment.Parts)
        .OfType<Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart>().Select(part => part.Content)
        .Should().HaveCountGreaterThan(10).And.OnlyContain(word => word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));
}
