using PartyOrg.Application.CodeLists;
using PartyOrg.Application.Pipeline;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Code lists (代码表): every code of the API with its labels in both languages.</summary>
internal static class CodeListsRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var lists = v1.MapGroup("/code-lists").WithTags("Code lists");
        lists.MapGet("", (Api api) => api.Get(new ListCodeLists())).Asks<ListCodeLists, Page<CodeListAnswer>>("listCodeLists");
        lists.MapGet("/{name}", (string name, Api api) => api.Get(new GetCodeList(name))).Asks<GetCodeList, CodeListAnswer>("getCodeList");
    }
}
