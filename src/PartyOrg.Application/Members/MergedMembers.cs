using MediatR;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>A request about one member, whose record may have been merged into another one.</summary>
public interface IAboutMember
{
    /// <summary>The person.</summary>
    Id<Person> Member { get; }
}

/// <summary>Says where a member is found whose record was merged into another one, to whoever may see that (REG-23).</summary>
internal sealed class MergedMembers<TRequest, TResponse>(PartyOrgContext db, Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IAboutMember
    where TResponse : class, IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var answer = await next();
        if (!answer.Failed || answer.Errors[0] != MemberErrors.NotFound || caller.IsUnproven) return answer;

        var merged = new HashSet<Id<Person>>();
        var at = request.Member;
        while (merged.Add(at) && await db.Persons.Where(p => p.Id == at).Select(p => p.MergedInto).SingleOrDefaultAsync(cancellationToken) is { } survivor) at = survivor;
        return merged.Count > 1 && await db.Persons.InScope(caller, db).AnyAsync(p => p.Id == at, cancellationToken) ? TResponse.Failure([MemberErrors.MergedInto(at)]) : answer;
    }
}
