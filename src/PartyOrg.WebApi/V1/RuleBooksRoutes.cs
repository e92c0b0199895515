using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Rule books (制度), their rules, and where they bind.</summary>
internal static class RuleBooksRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var books = v1.MapGroup("").WithTags("Rule books");
        books.MapGet("/rule-books", (Api api) => api.Get(new ListRuleBooks())).Asks<ListRuleBooks, Page<RuleBookAnswer>>("listRuleBooks");
        books.MapGet("/rule-books/{book}", (string book, Api api) => api.Get(new GetRuleBook(book))).Asks<GetRuleBook, RuleBookAnswer>("getRuleBook");
        books.MapGet("/rule-books/{book}/provisions", (string book, Api api) => api.Get(new ListProvisions(book))).Asks<ListProvisions, Page<ProvisionAnswer>>("listProvisions");
        books.MapGet("/rule-books/conflicts", (Api api) => api.Get(new ListSourceConflicts())).Asks<ListSourceConflicts, Page<SourceConflictAnswer>>("listSourceConflicts");
        books.MapGet("/rules/{rule}", (string rule, Id<Organization>? organization, Api api) => api.Get(new GetRule(rule, organization))).Asks<GetRule, RuleAnswer>("getRule");
        books.MapGet("/rules/{rule}/amount", (string rule, string @for, string @base, DateParameter? on, Api api) => api.Get(new ComputeAmount(rule, @for, @base, on?.Value))).Asks<ComputeAmount, AmountAnswer>("computeAmount");
        books.MapPost("/organizations/{organization}/rule-book-adoptions", (Id<Organization> organization, AdoptRuleBook.Body body, Api api) =>
                api.Create(new AdoptRuleBook(organization, body.Book, body.From), _ => $"/api/v1/organizations/{organization}/rule-book-adoptions"))
            .Asks<AdoptRuleBook, BookAdoptionAnswer>("adoptRuleBook", StatusCodes.Status201Created);
        books.MapGet("/organizations/{organization}/rule-book-adoptions", (Id<Organization> organization, Api api) => api.Get(new ListBookAdoptions(organization)))
            .Asks<ListBookAdoptions, Page<BookAdoptionAnswer>>("listRuleBookAdoptions");
    }
}
