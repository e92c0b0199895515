using Microsoft.EntityFrameworkCore;
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
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<Job>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var jobs = db.Jobs.Where(j => j.CreatedBy == caller.AccountId);
        if (cursor.Value is { } last) jobs = jobs.Where(j => j.CreatedAt < last.At || (j.CreatedAt == last.At && j.Id < last.Id));
        var rows = await jobs.OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<JobAnswer>.Of(rows, limit.Value, j => JobAnswer.Of(j, caller.Language), j => Cursor.OfMoment(j.CreatedAt, j.Id));
    }
}
