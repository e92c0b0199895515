using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.CodeLists;

/// <summary>Shows one list of codes with their labels in both languages.</summary>
/// <param name="Name">Its name: that of the schema whose values the codes are, <c>organizationType</c>.</param>
[AllowedTo(Role.Anyone)]
public sealed record GetCodeList(string Name) : IQuery<CodeListAnswer>
{
    /// <summary>No list of this name.</summary>
    public static Error NotFound { get; } = Error.NotFound("code-list-not-found",
        "There is no such code list. Look it up with GET /api/v1/code-lists.", "没有该代码表。请通过 GET /api/v1/code-lists 查询。");
}

internal sealed class GetCodeListHandler(CodeBook book) : IHandler<GetCodeList, CodeListAnswer>
{
    public Task<Result<CodeListAnswer>> Handle(GetCodeList request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<CodeListAnswer>>(book.Find(request.Name) is { } list ? CodeListAnswer.Of(list) : GetCodeList.NotFound);
}
