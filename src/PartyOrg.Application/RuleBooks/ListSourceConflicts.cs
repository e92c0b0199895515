using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.RuleBooks;

/// <summary>Lists where the sources disagree with each other or with themselves, what each place says, which way was chosen, and why.</summary>
[AllowedTo(Role.Anyone)]
public sealed record ListSourceConflicts : IQuery<Page<SourceConflictAnswer>>;

/// <summary>A disagreement of sources and how the product reads it.</summary>
/// <param name="Id">A short name that stays.</param>
/// <param name="Title">The disagreement in one sentence.</param>
/// <param name="Places">The places, at least two.</param>
/// <param name="Choice">What the product does.</param>
/// <param name="Why">Why this way.</param>
public sealed record SourceConflictAnswer(string Id, Text Title, IReadOnlyList<ConflictPlaceAnswer> Places, Text Choice, Text Why);

/// <summary>One of the places that disagree.</summary>
/// <param name="Citation">Where it stands.</param>
/// <param name="Says">What it says, in our own words.</param>
/// <param name="Rules">The rules that rest on it.</param>
public sealed record ConflictPlaceAnswer(Citation Citation, Text Says, IReadOnlyList<RuleReference> Rules);

internal sealed class ListSourceConflictsHandler(RuleCatalog catalog, SourceConflicts conflicts) : IHandler<ListSourceConflicts, Page<SourceConflictAnswer>>
{
    public Task<Result<Page<SourceConflictAnswer>>> Handle(ListSourceConflicts request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Page<SourceConflictAnswer>>>(new Page<SourceConflictAnswer>([.. conflicts.All.Select(Answer)], null));

    private SourceConflictAnswer Answer(SourceConflict conflict) => new(
        conflict.Id,
        conflict.Title,
        [.. conflict.Places.Select(p => new ConflictPlaceAnswer(p.Citation, p.Says, [.. p.Rules.Select(id => RuleReference.Of(catalog, id))]))],
        conflict.Choice,
        conflict.Why);
}
