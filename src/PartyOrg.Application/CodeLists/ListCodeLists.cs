using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.CodeLists;

/// <summary>Lists every code that the API uses, with its label in both languages: what a front end offers and shows.</summary>
[AllowedTo(Role.Anyone)]
public sealed record ListCodeLists : IQuery<Page<CodeListAnswer>>;

/// <summary>A list of codes.</summary>
/// <param name="Name">Its name: that of the schema whose values the codes are, <c>organizationType</c>.</param>
/// <param name="Codes">The codes in the order in which they are offered, each with its labels.</param>
public sealed record CodeListAnswer(string Name, IReadOnlyList<CodeEntry> Codes)
{
    internal static CodeListAnswer Of(ICodeList list) => new(list.Name, list.Entries);
}

internal sealed class ListCodeListsHandler(CodeBook book) : IHandler<ListCodeLists, Page<CodeListAnswer>>
{
    public Task<Result<Page<CodeListAnswer>>> Handle(ListCodeLists request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Page<CodeListAnswer>>>(new Page<CodeListAnswer>([.. book.Lists.Select(CodeListAnswer.Of)], null));
}
