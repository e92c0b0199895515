using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NodaTime;
using PartyOrg.Application;
using PartyOrg.Application.Pipeline;
using PartyOrg.Infrastructure;
using PartyOrg.WebApi.Accounts;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;
using PartyOrg.WebApi.V1;

namespace PartyOrg.WebApi;

/// <summary>Puts the product together: services, the order of middleware, routes.</summary>
internal static class Product
{
    // What an ordinary request may bring; uploads say their own limit.
    private const long MostBytes = 1 << 20;
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(30);

    public static void AddProduct(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        });

        services.AddSingleton<IClock>(TheClock.System);
        services.AddUseCases(builder.Configuration["AutoMapper:LicenseKey"]);
        services.AddInfrastructure(builder.Configuration, builder.Environment);

        services.AddHttpContextAccessor();
        services.AddScoped<Api>().AddScoped<Problems>();
        services.ConfigureHttpJsonOptions(json => PipelineJson.Configure(json.SerializerOptions).Converters.Add(new ReadersAsNeeded()));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = long.MaxValue);
        services.AddExceptionHandler<RequestFaults>().AddProblemDetails();
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = builder.Configuration.GetValue("Requests:LongestTime", LongestTime), TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [])
            .AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("ETag", "Location", "Retry-After")));
        services.AddSignIn(builder.Configuration, builder.Environment);
        SubmissionTickets.Add(services, builder.Configuration);
        services.AddApiDocument();
    }

    public static void UseProduct(this WebApplication app)
    {
        app.UseRouting();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => RequestFaults.Explain(context.HttpContext));
        app.UseCors();
        app.UseAuthentication();
        app.Use(CallerMiddleware.Invoke);
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseApiDocument();
        app.MapHealth();
        var v1 = app.MapGroup("/api/v1").AddEndpointFilterFactory(KnownQueryParameters.Only);
        OrganizationsRoutes.Map(v1);
        MembersRoutes.Map(v1);
        TransfersRoutes.Map(v1);
        UnitsRoutes.Map(v1);
        CarriersRoutes.Map(v1);
        CodeListsRoutes.Map(v1);
        MeetingsRoutes.Map(v1);
        DuesRoutes.Map(v1);
        AppraisalsRoutes.Map(v1);
        AdmonitionTalksRoutes.Map(v1);
        ObjectivesRoutes.Map(v1);
        DemocraticLifeMeetingsRoutes.Map(v1);
        StudyAndTrainingRoutes.Map(v1);
        ComplianceRoutes.Map(v1);
        WorkPlansRoutes.Map(v1);
        CleanConductRoutes.Map(v1);
        RuleBooksRoutes.Map(v1);
        RulePacksRoutes.Map(v1);
        AccountsRoutes.Map(v1);
        AuditRoutes.Map(v1);
        ImportsRoutes.Map(v1);
        PartyAffairsOpennessRoutes.Map(v1);
        InnerPartySupervisionRoutes.Map(v1);
        JobsRoutes.Map(v1);
        // Known to the services from here on, and not only when the server starts.
        app.UseEndpoints(_ => { });
    }
}
