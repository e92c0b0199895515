using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Jobs;

/// <summary>Lists the caller's own jobs, latest first.</summary>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedToSignedIn]
public sealed record ListJobs(int? Limit, string? Cursor) : IQuery<Page<JobAnswer>>;

internal sealed class ListJobsHandler(PartyOrgContext db, Caller caller) : IHandler<ListJobs, Page<JobAnswer>>
{
    public async Task<Result<Page<JobAnswer>>> Handle(ListJobs request, CancellationToken cancellationToken)
    {
        var jobs = db.Jobs.Where(j => j.CreatedBy == caller.AccountId);
        return await jobs.PageByMoment(request.Limit, request.Cursor, j => j.CreatedAt, j => j.Id, j => JobAnswer.Of(j, caller.Language), cancellationToken);
    }
}
