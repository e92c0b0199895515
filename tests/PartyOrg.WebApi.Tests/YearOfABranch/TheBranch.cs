using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Accounts;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>
/// A branch of eight with a committee of three and one Party group, under a town, from 2023 on; and its people, who sign in for each thing that they do, since the year is longer than a session.
/// </summary>
internal sealed class TheBranch
{
    private static readonly LocalDate Begin = new(2023, 1, 1);

    private readonly Dictionary<Id<Person>, Id<Account>> accounts = [];

    private Func<Id<Person>, Task<ApiClient>> signIn = null!;

    public required SmallTree Tree { get; init; }

    /// <summary>刘强, of the town: its secretary, the branch's superior.</summary>
    public required Person TownSecretary { get; init; }

    public required Person Secretary { get; init; }

    /// <summary>The committee member for organization.</summary>
    public required Person Organizer { get; init; }

    /// <summary>The committee member for discipline.</summary>
    public required Person Inspector { get; init; }

    /// <summary>Leads the group.</summary>
    public required Person Leader { get; init; }

    public required Person Chen { get; init; }

    public required Person Zhao { get; init; }

    /// <summary>Pays no dues for three months.</summary>
    public required Person Qian { get; init; }

    /// <summary>Stays away three times in a row.</summary>
    public required Person Sun { get; init; }

    public required Organization Group { get; init; }

    public Id<Organization> Id => Tree.Branch.Id;

    /// <summary>Every member, in no order of rank.</summary>
    public IReadOnlyList<Person> Members => [Secretary, Organizer, Inspector, Leader, Chen, Zhao, Qian, Sun];

    /// <summary>Who acts for the branch in what concerns the member: nobody in what concerns himself.</summary>
    public Person For(Person member) => member == Secretary ? Organizer : Secretary;

    /// <summary>Those who sit on the committee.</summary>
    public IReadOnlyList<Person> Committee => [Secretary, Organizer, Inspector];

    /// <summary>Those who hold a post in the branch.</summary>
    public IReadOnlyList<Person> PostHolders => Committee;

    /// <summary>The person, signed in a moment ago.</summary>
    public Task<ApiClient> As(Person person) => signIn(person.Id);

    public static async Task<TheBranch> Plant<TDatabase>(ApiHost<TDatabase> api) where TDatabase : IDatabaseKind
    {
        var tree = await SmallTree.Plant(api);
        var at = new Domain.Time.Clock(api.Clock).Now;
        var world = await api.Arrange(context =>
        {
            context.AttachRange(tree.Branch, tree.Town, tree.SiblingBranch);
            var group = Organization.Found(
                new(OrganizationCode.Of($"{tree.Branch.Code}-1").Value, OrganizationName.Of("第一党小组").Value, OrganizationType.PartyGroup, null, null, Begin), tree.Branch, TreePosition.At(tree.Branch.Path, 0), api.Ids, at).Value;
            context.Add(group);

            Person Register(string name, Organization organization)
            {
                var person = Person.Register(PersonName.Of(name).Value, new(RandomNumberGenerator.GetBytes(60), RandomNumberGenerator.GetBytes(32), "1***", Sex.Male, new(1980, 1, 1)), null, api.Ids);
                person.Join(organization, Belonging.Relation, Begin, api.Ids, at).Succeeded.Should().BeTrue();
                if (organization == tree.Branch) person.Join(group, Belonging.Group, Begin, api.Ids, at).Succeeded.Should().BeTrue();
                return context.Add(person).Entity;
            }

            void Appoint(Organization organization, Person person, Office office) => organization.Appoint(person.Id, office, Begin, null, api.Ids, at).Succeeded.Should().BeTrue();
            var branch = new TheBranch
            {
                Tree = tree, Group = group, TownSecretary = Register("刘强", tree.SiblingBranch), Secretary = Register("王建国", tree.Branch), Organizer = Register("李娜", tree.Branch),
                Inspector = Register("周涛", tree.Branch), Leader = Register("张伟", tree.Branch), Chen = Register("陈静", tree.Branch), Zhao = Register("赵敏", tree.Branch), Qian = Register("钱进", tree.Branch),
                Sun = Register("孙丽", tree.Branch),
            };
            Appoint(tree.Branch, branch.Secretary, Office.Secretary);
            Appoint(tree.Branch, branch.Organizer, Office.OrganizationMember);
            Appoint(tree.Branch, branch.Inspector, Office.DisciplineMember);
            Appoint(group, branch.Leader, Office.GroupLeader);
            Appoint(tree.Town, branch.TownSecretary, Office.Secretary);
            return branch;
        });
        world.signIn = async person =>
        {
            var now = new Domain.Time.Clock(api.Clock).Now;
            var session = await api.Arrange(context =>
            {
                if (!world.accounts.TryGetValue(person, out var id))
                {
                    var name = $"p{world.accounts.Count}";
                    var account = Account.Create(api.Ids.New<Account>(), AccountKind.Person, UserName.Of($"{name}-{tree.Branch.Code}".ToLowerInvariant()).Value, DisplayName.Of(name).Value, person, now).Value;
                    context.Add(account);
                    world.accounts[person] = id = account.Id;
                }

                return context.Add(new Session(api.Ids.New<Session>(), id, now, "test")).Entity;
            });
            return api.With(api.Services.GetRequiredService<IAccessTokens>().Issue(session.AccountId, session.Id));
        };

        var city = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await city.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2023-01-01" })).ShouldBe(HttpStatusCode.Created);
        return world;
    }
}
