using System.Net;
using System.Security.Cryptography;
using PartyOrg.Application.DemocraticAppraisal;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.DemocraticAppraisal;

/// <summary>A branch of so many members, each with an account; the first is its secretary, the second his deputy if the branch is led by two. It goes through an appraisal as far as a test asks. Today is May 15, 2024.</summary>
internal sealed class AppraisalBranch
{
    public static readonly LocalDate Today = new(2024, 5, 15);

    private static readonly AppraisalContent[] Contents = Enum.GetValues<AppraisalContent>();
    private static readonly AppraisalStandard[] Standards = Enum.GetValues<AppraisalStandard>();

    public required SmallTree Tree { get; init; }

    public required IReadOnlyList<Person> Members { get; init; }

    /// <summary>The members, signed in, in the order of <see cref="Members"/>.</summary>
    public required IReadOnlyList<ApiClient> Callers { get; init; }

    public ApiClient Secretary => Callers[0];

    /// <summary>Another one who leads the branch; where the branch has one leader, an officer of the town.</summary>
    public required ApiClient Second { get; init; }

    public string Url { get; private set; } = "";

    public static async Task<AppraisalBranch> Plant<TDatabase>(ApiHost<TDatabase> api, int members, bool led = false) where TDatabase : IDatabaseKind
    {
        var tree = await SmallTree.Plant(api);
        var at = new Domain.Time.Clock(api.Clock).Now;
        var persons = await api.Arrange(context =>
        {
            context.Attach(tree.Branch);
            var all = Enumerable.Range(0, members).Select(i =>
            {
                var person = Person.Register(PersonName.Of($"党员{(char)('甲' + i)}").Value, new(RandomNumberGenerator.GetBytes(60), RandomNumberGenerator.GetBytes(32), "1***", Sex.Male, new(1980, 1, 1)), null, api.Ids);
                person.Join(tree.Branch, Belonging.Relation, new(2023, 1, 1), api.Ids, at).Succeeded.Should().BeTrue();
                return context.Add(person).Entity;
            }).ToList();
            tree.Branch.Appoint(all[0].Id, Office.Secretary, new(2023, 1, 1), null, api.Ids, at).Succeeded.Should().BeTrue();
            if (led) tree.Branch.Appoint(all[1].Id, Office.DeputySecretary, new(2023, 1, 1), null, api.Ids, at).Succeeded.Should().BeTrue();
            return all;
        });
        var callers = new List<ApiClient>();
        foreach (var person in persons) callers.Add(await api.SignedIn(Role.None, person: person.Id));
        return new() { Tree = tree, Members = persons, Callers = callers, Second = led ? callers[1] : await api.SignedIn(Role.TownOfficer, tree.Town.Id) };
    }

    public async Task<AppraisalBranch> Opened(int year = 2024)
    {
        Url = (await Secretary.Post("/api/v1/appraisals", new OpenAppraisal(Tree.Branch.Id, year))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        return this;
    }

    public async Task<AppraisalBranch> AtSelfEvaluation()
    {
        if (Url.Length == 0) await Opened();
        (await Step("studies", new RecordAppraisalStudy.Body(Today, "学习党章", [.. Members.Select(m => m.Id)]))).ShouldBe(HttpStatusCode.OK);
        (await Step("study-completion")).ShouldBe(HttpStatusCode.OK);
        return this;
    }

    public async Task<AppraisalBranch> AtDiscussion()
    {
        await AtSelfEvaluation();
        for (var i = 0; i < Members.Count; i++) (await Evaluate(i)).ShouldBe(HttpStatusCode.OK);
        (await Step("self-evaluation-completion")).ShouldBe(HttpStatusCode.OK);
        return this;
    }

    public async Task<AppraisalBranch> AtVoting()
    {
        await AtDiscussion();
        for (var i = 0; i < Members.Count; i++) (await Criticise(i)).ShouldBe(HttpStatusCode.OK);
        (await Step("ballot-box")).ShouldBe(HttpStatusCode.OK);
        return this;
    }

    public async Task<AppraisalBranch> AtOpinion(MemberGrade rating = MemberGrade.Excellent)
    {
        await AtVoting();
        for (var i = 0; i < Members.Count; i++) (await Vote(i, _ => rating)).ShouldBe(HttpStatusCode.NoContent);
        (await Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);
        return this;
    }

    public async Task<AppraisalBranch> AtHandling(Func<int, MemberGrade> grade)
    {
        await AtOpinion();
        for (var i = 0; i < Members.Count; i++) (await Judge(i, grade(i))).ShouldBe(HttpStatusCode.OK);
        (await Step("opinion-completion")).ShouldBe(HttpStatusCode.OK);
        return this;
    }

    public Task<Answer> Evaluate(int member, ApiClient? by = null) =>
        Part(by ?? Callers[member], HttpMethod.Put, member, "self-evaluation", new FileSelfEvaluation.Body("一年来的自我评价", Contents, Standards));

    public Task<Answer> Criticise(int member, ApiClient? by = null) => Part(by ?? For(member), HttpMethod.Put, member, "criticism", new RecordAppraisalCriticism.Body("学习不够", "多联系群众", Today));

    public Task<Answer> Judge(int member, MemberGrade grade, ApiClient? by = null) =>
        Part(by ?? For(member), HttpMethod.Put, member, "opinion", new RecordAppraisalOpinion.Body("走访群众", "工作积极", Contents, Standards, grade));

    public Task<Answer> Except(int member, AppraisalExceptionStep step, ApiClient? by = null) => Part(by ?? For(member), HttpMethod.Post, member, "exceptions", new RecordAppraisalException.Body(step, "长期病休"));

    public Task<Answer> Handle(int member, AppraisalHandlingKind kind, ApiClient? by = null) => Part(by ?? For(member), HttpMethod.Put, member, "handling", new RecordAppraisalHandling.Body(kind, "按程序办理"));

    /// <summary>Who acts for the branch in what concerns the member: nobody in what concerns himself.</summary>
    public ApiClient For(int member) => member == 0 ? Second : Secretary;

    public Task<Answer> Vote(int voter, Func<int, MemberGrade> rating) =>
        Callers[voter].Post($"{Url}/ballots", new CastBallot.Body([.. Members.Index().Where(m => m.Index != voter).Select(m => new BallotRating(m.Item.Id, rating(m.Index)))]), key: "");

    /// <summary>A step of the whole appraisal, by the secretary unless somebody else tries, with the version of now.</summary>
    public async Task<Answer> Step(string path, object? body = null, ApiClient? by = null) => await (by ?? Secretary).Post($"{Url}/{path}", body, ifMatch: (await Secretary.Get(Url)).ETag);

    /// <summary>A step for one member, with the version of now.</summary>
    public async Task<Answer> Part(ApiClient by, HttpMethod method, int member, string path, object body)
    {
        var url = $"{Url}/members/{Members[member].Id}";
        return await by.Send(method, $"{url}/{path}", body, ("If-Match", (await Secretary.Get(url)).ETag));
    }

    public Task<Answer> See(int member, ApiClient by) => by.Get($"{Url}/members/{Members[member].Id}");
}
