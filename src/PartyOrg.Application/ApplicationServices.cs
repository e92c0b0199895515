using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Accounts;
using PartyOrg.Application.AdmonitionTalks;
using PartyOrg.Application.Audit;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.DemocraticAppraisal;
using PartyOrg.Application.Dues;
using PartyOrg.Application.Imports;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.MemberObjectives;
using PartyOrg.Application.Members;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.PartyAffairsOpenness;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application;

/// <summary>Registers the use cases and what runs around each of them.</summary>
public static class ApplicationServices
{
    /// <summary>Adds handlers, validators and the pipeline: try again, authorize, validate, prepare, then one transaction around a command.</summary>
    /// <param name="services">The services.</param>
    /// <param name="mapperLicense">AutoMapper's licence key, where there is one.</param>
    public static IServiceCollection AddUseCases(this IServiceCollection services, string? mapperLicense = null)
    {
        services.AddAutoMapper(mapper => mapper.LicenseKey = mapperLicense, typeof(ApplicationServices).Assembly);
        services.AddSingleton<Clock>().AddSingleton<Ids>().AddSingleton<KnownRules>().AddSingleton(ProvisionTables.Embedded).AddSingleton(SourceConflicts.Embedded);
        services.AddTransient(provider => provider.GetRequiredService<KnownRules>().Catalog).AddTransient(provider => provider.GetRequiredService<KnownRules>().Kinds);
        services.AddScoped<Caller>().AddSingleton<KeptRights>().AddScoped<Rights>().AddScoped<Bookkeeping>().AddScoped<Tree>().AddScoped<Histories>().AddScoped<RulesInPlace>().AddScoped<DutyQuestions>().AddScoped<ToDoList>().AddScoped<SessionTokens>().AddScoped<OwnPassword>().AddScoped<Sealing>().AddSingleton<PersonalData>();
        services.AddScoped<DuesBooks>().AddScoped<AdmonitionDesk>().AddScoped<Candidates>().AddScoped<UnitBook>().AddScoped<Succession>().AddScoped<ObjectivesOfYear>();
        services.AddSingleton<KeptRollUps>();
        services.AddSingleton<KeptRecords>();
        services.AddSingleton(_ => new CodeBook(typeof(Clock).Assembly, typeof(ApplicationServices).Assembly));
        services.AddScoped<RegisterReading>().AddScoped<StagedRegister>().AddScoped<RegisterPlanner>().AddScoped<RegisterWriter>().AddScoped<MemberEdits>().AddScoped<IChore, ForgetStagedFiles>();
        services.AddSingleton<BallotSeal>();
        services.AddScoped<IChore, LearnRulePacks>().AddScoped<IChore, SweepAttachments>();
        services.AddScoped<IChore, ForgetSpentTickets>().AddScoped<IPublicationDraft, AppraisalDraft>().AddScoped<IPublicationDraft, DuesDraft>().AddScoped<IPublicationDraft, MembersDraft>().AddScoped<IPublicationDraft, OrganizationLifeDraft>().AddScoped<IPublicationDraft, SupervisionDraft>();
        services.AddScoped<JobProgress>().AddSingleton<JobSignal>();
        services.AddSingleton(new JobKind(CheckImport.JobKind, import => new CheckImport(new(import)))).AddSingleton(new JobKind(WriteImport.JobKind, import => new WriteImport(new(import))));
        services.AddScoped<IMediator, Mediator>().AddScoped<ServiceFactory>(provider => provider.GetService!);

        var types = typeof(ApplicationServices).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }).ToList();
        foreach (var type in types)
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                if (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)) AddHandler(services, contract, type);
                if (contract.GetGenericTypeDefinition() == typeof(IValidator<>)) services.AddSingleton(contract, type);
            }
        }

        // In one order: they lock chains.
        foreach (var type in types.Where(t => t.IsAssignableTo(typeof(IFollowsMergers))).OrderBy(t => t.FullName, StringComparer.Ordinal)) services.AddScoped(typeof(IFollowsMergers), type);

        foreach (var type in types.Where(t => t.IsAssignableTo(typeof(IAwaitsPersons)))) services.AddScoped(typeof(IAwaitsPersons), type);

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Retrying<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorization<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validation<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(MergedMembers<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Preparation<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Transaction<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Unrecorded<,>));
        return services;
    }

    // A handler that prepares its work keeps what it found until it is called: both contracts are one object.
    private static void AddHandler(IServiceCollection services, Type contract, Type handler)
    {
        var preparation = handler.GetInterfaces().SingleOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPreparation<>));
        if (preparation is null)
        {
            services.AddScoped(contract, handler);
            return;
        }

        services.AddScoped(handler);
        services.AddScoped(contract, provider => provider.GetRequiredService(handler));
        services.AddScoped(preparation, provider => provider.GetRequiredService(handler));
    }
}
