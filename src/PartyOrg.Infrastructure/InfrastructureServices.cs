using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyOrg.Application.Imports;
using PartyOrg.Application.Members;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Infrastructure.Accounts;
using PartyOrg.Infrastructure.Audit;
using PartyOrg.Infrastructure.Documents;
using PartyOrg.Infrastructure.Jobs;
using PartyOrg.Infrastructure.Persistence;
using PartyOrg.Infrastructure.Security;

namespace PartyOrg.Infrastructure;

/// <summary>Registers the database, keys and documents.</summary>
public static class InfrastructureServices
{
    /// <summary>Adds everything that the configuration and the data directory decide.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var data = DataDirectory.From(configuration);
        services.AddSingleton(data);
        var database = DatabaseOptions.From(configuration, data.Path);
        services.AddSingleton(database);
        database.Register(services);
        services.AddScoped<DatabaseStart>().AddScoped<Backups>();

        var keys = PersonalDataKeys.Load(configuration, environment.IsDevelopment(), data.Path);
        if (!keys.Succeeded) throw new StartRefused(keys.Errors[0]);
        services.AddSingleton<IPersonalDataProtector>(new PersonalDataProtector(keys.Value));
        services.AddSingleton<RegularSeal>().AddHostedService(provider => provider.GetRequiredService<RegularSeal>());
        services.AddSingleton(SpreadsheetLimits.Default).AddSingleton<ISpreadsheetReader, SpreadsheetReader>().AddSingleton<ISpreadsheetWriter, SpreadsheetWriter>();
        services.AddSingleton<IAttachmentFiles>(AttachmentFiles.From(configuration, data));
        services.AddSingleton<JobWorker>().AddHostedService(provider => provider.GetRequiredService<JobWorker>());
        return services.AddAccounts();
    }
}
