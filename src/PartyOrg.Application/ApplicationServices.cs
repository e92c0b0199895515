using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Members;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application;

/// <summary>Registers the use cases and what runs around each of them.</summary>
public static class ApplicationServices
{
    /// <summary>Adds handlers, validators and the pipeline: authorize, validate, then one transaction around a command.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddSingleton<Clock>().AddSingleton<Ids>();
        services.AddScoped<Caller>().AddScoped<Rights>().AddScoped<Bookkeeping>().AddScoped<Tree>().AddScoped<Histories>().AddSingleton<PersonalData>();
        services.AddScoped<IMediator, Mediator>().AddScoped<ServiceFactory>(provider => provider.GetService!);

        var types = typeof(ApplicationServices).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }).ToList();
        foreach (var type in types)
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                if (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)) services.AddScoped(contract, type);
                if (contract.GetGenericTypeDefinition() == typeof(IValidator<>)) services.AddSingleton(contract, type);
            }
        }

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorization<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validation<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Transaction<,>));
        return services;
    }
}
