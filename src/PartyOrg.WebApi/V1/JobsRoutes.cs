using PartyOrg.Application.Jobs;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Jobs;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Jobs (后台任务): long work that goes on apart from the request that asked for it.</summary>
internal static class JobsRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var jobs = v1.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapGet("", (int? limit, string? cursor, Api api) => api.Get(new ListJobs(limit, cursor))).Asks<ListJobs, Page<JobAnswer>>("listJobs");
        jobs.MapGet("/{job}", (Id<Job> job, Api api) => api.Get(new GetJob(job))).Asks<GetJob, JobAnswer>("getJob");
        jobs.MapPost("/{job}/cancellation", (Id<Job> job, Api api) => api.Do(new CancelJob(job))).Asks<CancelJob, JobAnswer>("cancelJob");
    }
}
