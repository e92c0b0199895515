using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Units;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.Tests.Authorization;

/// <summary>What a request is aimed at: an organization with a member, and one of every thing of its branch.</summary>
internal sealed record Target(Organization Organization, Person Person, Meeting Meeting, Guid Attachment, Unit Unit, Carrier Carrier, Organization Group, IReadOnlyDictionary<string, string> Things);

/// <summary>A request of the operation: the documented example, aimed at the target. Changes name a version that is not the current one, so that nothing changes.</summary>
internal sealed class Operation(RouteEndpoint endpoint, IReadOnlyDictionary<string, JsonElement> document, string name)
{
    /// <summary>What the document says of each operation.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonElement>> Documented(ApiClient anonymous) =>
        (await anonymous.Get("/swagger/v1/swagger.json")).Json.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).ToDictionary(o => o.Value.GetProperty("operationId").GetString()!, o => o.Value);

    private readonly HttpMethod method = new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);

    /// <summary>The operations of the product, by their ids.</summary>
    public static Dictionary<string, RouteEndpoint> All(IServiceProvider services) => services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<CarriesOut>() is not null).DistinctBy(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName)
        .ToDictionary(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName);

    /// <summary>The last part of a creating operation's path.</summary>
    public string Collection => endpoint.RoutePattern.RawText!.TrimEnd('/').Split('/')[^1];

    /// <summary>Whether a town does it and no branch.</summary>
    public bool IsOfJurisdiction => name == "uploadRulePack";

    public Permission Permission(IReadOnlyList<Permission> table) => table.Single(p => p.Operation == name);

    /// <summary>The request that it carries out.</summary>
    public Type Request { get; } = endpoint.Metadata.GetMetadata<CarriesOut>()!.Request;

    /// <summary>Where a thing of this operation is kept among the planted ones: <c>work-plans</c> of <c>/api/v1/work-plans/{plan}/activation</c>.</summary>
    public string Things => endpoint.RoutePattern.RawText!.Split('/')[3];

    /// <summary>Changes the body before it is sent.</summary>
    public Action<JsonNode>? Mend { get; init; }

    /// <summary>Sends it, with a new key, and with a version that nothing has unless another one is named.</summary>
    public async Task<Answer> Send(ApiClient caller, Target target, Ids ids, string ifMatch = "\"9999\"", string? key = null)
    {
        var path = endpoint.RoutePattern.RawText!;
        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            var value = parameter.Name switch
            {
                "organization" => target.Organization.Id.ToString(), "member" => target.Person.Id.ToString(), "meeting" => target.Meeting.Id.ToString(), "attachment" => target.Attachment.ToString(), "unit" => target.Unit.Id.ToString(), "carrier" => target.Carrier.Id.ToString(), "book" => "TWS", "name" => "role", "rule" => "TWS-3.3", "month" => "2024-03", "year" => "2027", "item" => "1", "entry" => target.Things.GetValueOrDefault("entry") ?? ids.New().ToString(), _ => target.Things.GetValueOrDefault(Things) ?? ids.New().ToString(),
            };
            path = path.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal);
        }

        if (name == "listExpectedAttendees") path += "?kind=generalMeeting";
        if (name == "computeAmount") path += "?for=member&base=1000";
        if (name == "listReceivers") path += "?search=b";
        return await caller.Send(method, path, Body(target), ("Idempotency-Key", key ?? ids.New().ToString()), ("If-Match", ifMatch));
    }

    private object? Body(Target target)
    {
        if (method == HttpMethod.Get || method == HttpMethod.Delete) return null;
        if (name == "uploadImport") return new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("姓名,公民身份号码\n")), "files", "members.csv" } };
        if (name == "attachToMeeting") return Scan();
        if (!document[name].TryGetProperty("requestBody", out var body) || !body.GetProperty("content").TryGetProperty("application/json", out var json)) return null;
        var example = json.TryGetProperty("example", out var one) ? one : json.GetProperty("examples").EnumerateObject().First().Value.GetProperty("value");
        var node = JsonNode.Parse(example.GetRawText())!;
        Aimed(node, target);
        // What lies ahead in the examples is past in this world.
        if (name == "proposeObjectives") node["year"] = 2027;
        if (name == "planDemocraticLifeMeeting") node["on"] = "2027-06-24";
        Mend?.Invoke(node);
        return node.ToJsonString();
    }

    public static MultipartFormDataContent Scan() => new() { { new ByteArrayContent(Encoding.UTF8.GetBytes("%PDF-1.7")), "file", "scan.pdf" } };

    private static void Aimed(JsonNode? node, Target target)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Aimed(item, target);
        }

        if (node is not JsonObject thing) return;
        foreach (var (key, value) in thing.ToList())
        {
            if (key is "organizationId" or "superiorId" or "territoryId" or "jurisdictionId") thing[key] = target.Organization.Id.ToString();
            else if (key is "personId" or "chairId" or "recorderId" or "talkerId" or "followerId" or "ownerId") thing[key] = target.Person.Id.ToString();
            else if (key is "personIds") thing[key] = new JsonArray(target.Person.Id.ToString());
            else Aimed(key == "roll" && value is JsonArray { Count: > 0 } roll ? thing[key] = new JsonArray(roll[0]!.DeepClone()) : value, target);
        }
    }
}

/// <summary>Two trees, a member, a meeting and one thing of each kind in each branch: own, below, beside and above for every role.</summary>
internal sealed record World(SmallTree Tree, SmallTree Other, Dictionary<Guid, Target> Of)
{
    // Who makes one of each kind, by the documented example. Dues have no id: a month is named.
    private static readonly (Role By, string[] Operations)[] Makers =
    [
        (Role.BranchSecretary,
        [
            "openAppraisal", "draftWorkPlan", "draftWorkSummary", "assignResponsibility", "recordExcellenceAct", "openMemberHandling", "proposeObjectives", "makeObjectiveTemplate", "proposeAdmonition", "draftPublication",
            "appointOpennessSupervisor", "recordParticipationCheck", "recordTalk", "recordLetter", "planDemocraticLifeMeeting", "recordStudyCheck", "recordFacility", "recordDuesBases", "assessDues",
        ]),
        (Role.DisciplineInspector, ["openAccountabilityCase", "openDisciplineCase"]),
        (Role.TownOfficer, ["recordStudyGuidance", "waiveDuty", "uploadRulePack", "uploadImport"]),
        // The member himself.
        (Role.None, ["recordSelfStudy", "complainOfRetaliation"]),
    ];

    /// <summary>Plants it; without things where no operation is named by which they are made.</summary>
    public static async Task<World> Plant<TDatabase>(ApiHost<TDatabase> api, Func<string, Operation>? operation = null) where TDatabase : IDatabaseKind
    {
        // Later than every date of the documented examples.
        api.Clock.MoveTo(new LocalDate(2027, 6, 1));
        var (tree, other) = (await SmallTree.Plant(api), await SmallTree.Plant(api));
        var (now, begin) = (new Domain.Time.Clock(api.Clock).Now, new LocalDate(2020, 1, 1));
        await api.Arrange(db => (db.Add(new BookAdoption(api.Ids.New<BookAdoption>(), "TWS", tree.City.Id, begin, null, now)), db.Add(new BookAdoption(api.Ids.New<BookAdoption>(), "TWS", other.City.Id, begin, null, now))));
        var records = new Dictionary<Guid, Target>();
        foreach (var branch in new[] { tree.Branch, tree.SiblingBranch, tree.FarBranch, other.Branch })
        {
            var group = await api.Arrange(db =>
            {
                db.Attach(branch);
                var founding = new Founding(OrganizationCode.Of($"{branch.Code}-G").Value, OrganizationName.Of("Group").Value, OrganizationType.PartyGroup, null, null, begin);
                return db.Add(Organization.Found(founding, branch, TreePosition.At(branch.Path, 0), api.Ids, now).Value).Entity;
            });
            var person = await api.Arrange(db =>
            {
                db.Attach(branch);
                Person Holding(Office office)
                {
                    var made = Person.Register(PersonName.Of("张伟").Value, new(RandomNumberGenerator.GetBytes(60), RandomNumberGenerator.GetBytes(32), "1***", Sex.Male, new(1980, 1, 1)), null, api.Ids);
                    branch.Appoint(made.Id, office, begin, null, api.Ids, now).Succeeded.Should().BeTrue();
                    return db.Add(made).Entity;
                }

                // Sent by the town: he is on no roll.
                Holding(Office.Secretary);
                var member = Holding(Office.PublicityMember);
                member.Join(branch, Belonging.Relation, begin, api.Ids, now).Succeeded.Should().BeTrue();
                return member;
            });
            var secretary = await api.SignedIn(Role.BranchSecretary, branch.Id);
            var record = new MeetingRecord { Kinds = ["generalMeeting"], HeldOn = new(2026, 5, 2), StartsAt = new(9, 0), Place = "A", ChairId = person.Id, RecorderId = person.Id };
            var recorded = (await secretary.Post("/api/v1/meetings", new Application.ThreeMeetingsAndOneLesson.RecordMeeting(branch.Id, record, [new(person.Id, AttendanceStatus.Present)]))).ShouldBe(HttpStatusCode.Created);
            var id = new Id<Meeting>(recorded.At("id").GetGuid());
            var attached = (await secretary.Post($"/api/v1/meetings/{id}/attachments", Operation.Scan())).ShouldBe(HttpStatusCode.Created);
            var town = branch == tree.FarBranch ? tree.SiblingTown : branch == other.Branch ? other.Town : tree.Town;
            var (unit, carrier) = await api.Arrange(db => UnitInCarrier(branch, town, new(api.Ids, now, null)) is var (sits, where) ? (db.Add(sits).Entity, db.Add(where).Entity) : default);
            var things = new Dictionary<string, string>();
            var target = new Target(branch, person, await api.Look(db => Task.FromResult(db.Meetings.Single(m => m.Id == id))), attached.At("id").GetGuid(), unit, carrier, group, things);
            records[branch.Id.Value] = target;
            if (operation is null) continue;
            foreach (var (by, made) in Makers)
            {
                var maker = await api.SignedIn(by, by == Role.TownOfficer ? town.Id : branch.Id, by == Role.None ? person.Id : null);
                foreach (var one in made.Select(operation))
                {
                    var answer = await one.Send(maker, one.IsOfJurisdiction ? target with { Organization = town } : target, api.Ids);
                    answer.Status.Should().BeOneOf([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Accepted], "{0}", answer);
                    // Some answers hold more than the thing, and some things are read in a list alone.
                    var thing = answer.Location?.ToString().Split('/')[^1];
                    if (Guid.TryParse(thing, out _)) things[one.Collection] = thing;
                    else if (answer.Json.TryGetProperty("id", out var listed)) things[one.Collection] = listed.GetString()!;
                }
            }

            // To a branch of the other tree: who stands on one side of it only, sees it for that.
            var transfer = new Application.Members.ProposeTransfer(person.Id, other.SiblingBranch.Id, new(2027, 7, 1), "工作单位变动");
            things["transfers"] = (await secretary.Post("/api/v1/transfers", transfer)).ShouldBe(HttpStatusCode.Created).At("id").GetString()!;
            var payment = new Application.Dues.CollectDues.Body([new(person.Id, new(2024, 3), new(2024, 3, 20), "1")]);
            things["entry"] = (await secretary.Post($"/api/v1/organizations/{branch.Id}/dues/payments", payment)).ShouldBe(HttpStatusCode.Created).At("entries", 0, "id").GetString()!;

            // Both begin with what takes many steps before: a meeting that was recorded, a publication that is open.
            await api.Arrange(db =>
            {
                things["objective-reports"] = Bare<HalfYearReport>(db, branch.Id);
                things["rectification-items"] = Bare<RectificationItem>(db, branch.Id, nameof(RectificationItem.MeetingId), new Id<DemocraticLifeMeeting>(Guid.Parse(things["democratic-life-meetings"])));
                things["opinions"] = Bare<Opinion>(db, branch.Id, nameof(Opinion.PublicationId), new Id<Publication>(Guid.Parse(things["publications"])), opinion => opinion.Property(o => o.CodeHash).CurrentValue = RandomNumberGenerator.GetBytes(32));
                return things;
            });

            string Bare<T>(DbContext db, Id<Organization> of, string? parent = null, object? parentId = null, Action<EntityEntry<T>>? more = null) where T : Aggregate
            {
                var entry = db.Entry((T)Activator.CreateInstance(typeof(T), nonPublic: true)!);
                var id = api.Ids.New<T>();
                (entry.Property("Id").CurrentValue, entry.Property("OrganizationId").CurrentValue, entry.Property("Version").CurrentValue) = (id, of, 1);
                if (parent is not null) entry.Property(parent).CurrentValue = parentId;
                more?.Invoke(entry);
                entry.State = EntityState.Added;
                return id.ToString();
            }
        }

        return new(tree, other, records);
    }

    private static (Unit Unit, Carrier Carrier) UnitInCarrier(Organization branch, Organization town, Recording recording)
    {
        var what = new UnitDescription(OrganizationName.Of("华星公司").Value, UnitKind.Enterprise, null, null, null, null);
        var unit = Unit.Register(what, town, new(null, null, null, null), OperationState.InOperation, new(2020, 1, 1), recording).Value;
        unit.Cover(branch, CoverageForm.Own, FormingWay.Alone, new(new(2020, 1, 1), null), ownOfAnother: false, recording).Succeeded.Should().BeTrue();
        var carrier = Carrier.Register(new(OrganizationName.Of("海峡市场").Value, CarrierKind.SpecialisedMarket, null, null, null, null), town, new(2020, 1, 1), recording).Value;
        unit.Enter(carrier, new(new(2020, 1, 1), null), recording).Succeeded.Should().BeTrue();
        return (unit, carrier);
    }

    public Organization HomeOf(Role role) => role switch
    {
        Role.TownOfficer or Role.Auditor or Role.Service => Tree.Town, Role.CountyOfficer => Tree.County, Role.CityOfficer => Tree.City, _ => Tree.Branch,
    };

    public List<(string Relation, Target Target)> TargetsOf(Role role, Aim aim)
    {
        var home = HomeOf(role);
        var (below, beside, above, far) =
            home == Tree.Branch ? (Of[Tree.Branch.Id.Value].Group, Tree.SiblingBranch, Tree.Town, Tree.SiblingBranch)
            : home == Tree.Town ? (Tree.Branch, Tree.SiblingTown, Tree.County, Tree.FarBranch)
            : home == Tree.County ? (Tree.Town, Other.County, Tree.City, Other.Branch)
            : (Tree.County, Other.City, null, Other.Branch);
        Target At(Organization organization, Organization branch) => Of[branch.Id.Value] with { Organization = organization };
        if (aim == Aim.Thing) return [("own", Of[Tree.Branch.Id.Value]), ("beside", Of[far.Id.Value])];
        if (aim == Aim.Group) return [("own", At(Of[Tree.Branch.Id.Value].Group, Tree.Branch)), ("beside", At(Of[far.Id.Value].Group, far))];
        if (aim is Aim.Own or Aim.Nothing or Aim.Everyone) return [("own", At(home, Tree.Branch))];
        if (aim is Aim.Member or Aim.Meeting or Aim.Unit or Aim.Carrier) return [("own", At(home, Tree.Branch)), ("beside", At(home, far))];
        return [("own", At(home, Tree.Branch)), ("below", At(below, Tree.Branch)), ("beside", At(beside, far)), .. above is null ? Array.Empty<(string, Target)>() : [("above", At(above, far))]];
    }
}
