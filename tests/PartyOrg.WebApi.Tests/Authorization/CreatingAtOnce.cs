using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using Answer = PartyOrg.TestSupport.Http.Answer;

namespace PartyOrg.WebApi.Tests.Authorization;

/// <summary>
/// Every operation that creates something, four times at once by the documented example. With one key one thing comes of it, whoever is first. With a key for each, what is refused the second time is refused the
/// second time also when nobody was first; and what may be there twice is there as often as it was sent.
/// </summary>
public abstract class CreatingAtOnce<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const int Times = 4;

    // By whom each is done, in an order in which what one needs is there. Who holds no role of these does it for himself.
    private static readonly (Role By, Place At, string[] Operations)[] Makers =
    [
        (Role.SystemAdministrator, Place.Nowhere, ["foundRoot", "createAccount"]),
        (Role.SecurityAdministrator, Place.Nowhere, ["grantRole"]),
        (Role.AuditAdministrator, Place.Nowhere, ["sealAudit"]),
        (Role.TownOfficer, Place.Town, ["adoptRuleBook", "uploadRulePack", "uploadImport", "foundOrganization", "registerUnit", "registerCarrier"]),
        (Role.BranchSecretary, Place.Branch,
        [
            "openAppraisal", "draftWorkPlan", "draftWorkSummary", "assignResponsibility", "recordExcellenceAct", "openMemberHandling", "proposeObjectives", "makeObjectiveTemplate", "proposeAdmonition", "draftPublication",
            "generatePublication", "appointOpennessSupervisor", "recordParticipationCheck", "recordTalk", "recordLetter", "planDemocraticLifeMeeting", "addRectificationItem", "recordStudyCheck", "recordFacility",
            "recordDuesBases", "assessDues", "collectDues", "recordDuesReasons", "reverseDuesEntry", "recordMeeting", "recordActivity", "planMeeting", "planActivity", "attachToMeeting",
        ]),
        (Role.GroupLeader, Place.Group, ["fileObjectiveReport"]),
        (Role.DisciplineInspector, Place.Branch, ["openAccountabilityCase", "openDisciplineCase"]),
        (Role.TownOfficer, Place.Branch, ["registerMember", "recordStudyGuidance", "waiveDuty", "waiveDues"]),
        (Role.None, Place.Branch, ["recordSelfStudy", "complainOfRetaliation"]),
        (Role.BranchSecretary, Place.Branch, ["proposeTransfer"]),
    ];

    // Proposed by the product out of three absences: ProposingTalks dismisses them at once.
    private static readonly string[] Elsewhere = ["dismissAdmonitionCandidate"];

    // A seal is over the one before: of two made at once one is stored, and the other is asked to be made again.
    private static readonly string[] OneAfterTheOther = ["sealAudit"];

    private enum Place
    {
        Nowhere,
        Town,
        Branch,
        Group,
    }

    [DatabaseFact]
    public async Task Of_what_is_created_four_times_at_once_exactly_as_much_is_there_as_one_after_the_other()
    {
        var document = await Operation.Documented(api.Anonymous);
        var operations = Operation.All(api.Services);
        operations.Where(o => new Operation(o.Value, document, o.Key).Request.IsAssignableTo(typeof(ICreate))).Select(o => o.Key).Should().BeSubsetOf(Makers.SelectMany(m => m.Operations).Concat(Elsewhere));
        var world = await World.Plant(api);
        var (ofOneKey, ofFour) = (world.Of[world.Tree.Branch.Id.Value], world.Of[world.Tree.FarBranch.Id.Value]);
        var wrong = new List<string>();
        foreach (var (by, at, names) in Makers)
        {
            foreach (var name in names)
            {
                // One key.
                var before = await Made(name);
                var one = await Four(name, by, at, ofOneKey, variant: 1, "the same");
                if (one.Exists(a => a.Status != HttpStatusCode.Conflict && (int)a.Status >= 300) || !one.Exists(a => (int)a.Status < 300)) wrong.Add($"{name}, one key: {string.Join("\n  ", one)}");
                else if (one.Where(a => (int)a.Status < 300).Select(a => a.Location?.ToString() ?? a.Text).Distinct().Count() != 1) wrong.Add($"{name}, one key: the answers differ: {string.Join("\n  ", one)}");
                if (IsCreated(name) && await MadeSince(before, name) != 1) wrong.Add($"{name}, one key: {await MadeSince(before, name)} were made");
                await Keep(name, ofOneKey, one);
                if (!IsCreated(name))
                {
                    // What later ones need, at the other place too.
                    await Send(name, by, at, ofFour, variant: 2, null);
                    continue;
                }


                // A key for each, and then a fifth by itself, which tells whether there can be several.
                before = await Made(name);
                var four = await Four(name, by, at, ofFour, variant: 2, null);
                var fifth = await Send(name, by, at, ofFour, variant: 2, null);
                var (made, several) = (four.Count(a => (int)a.Status < 300), (int)fifth.Status < 300);
                if ((OneAfterTheOther.Contains(name) ? made < 1 : made != (several ? Times : 1)) || four.Exists(a => (int)a.Status is >= 500 or 400 or 403 or 404)) wrong.Add($"{name}, four keys: {made} were made, and {(several ? "several" : "one")} can be: {string.Join("\n  ", four.Append(fifth))}");
                if (await MadeSince(before, name) != made + (several ? 1 : 0)) wrong.Add($"{name}, four keys: {made} were answered and {await MadeSince(before, name)} made");
                await Keep(name, ofFour, four);
            }
        }

        string.Join("\n", wrong).Should().BeEmpty();

        bool IsCreated(string name) => new Operation(operations[name], document, name).Request.IsAssignableTo(typeof(ICreate));

        // Every command leaves one entry in the audit of each organization that it concerns.
        async Task<Dictionary<Guid, int>> Made(string name)
        {
            var request = new Operation(operations[name], document, name).Request.Name;
            return await api.Look(db => db.AuditEntries.Where(a => a.Operation == request).GroupBy(a => a.ChainId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        }

        async Task<int> MadeSince(Dictionary<Guid, int> before, string name) => (await Made(name)).Max(made => made.Value - before.GetValueOrDefault(made.Key));

        async Task<List<Answer>> Four(string name, Role by, Place at, Target target, int variant, string? key)
        {
            var caller = await CallerOf(by, at, target);
            return [.. await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => SendBy(caller, name, at, target, variant, key is null ? null : $"{name}-{variant}")))];
        }

        async Task<Answer> Send(string name, Role by, Place at, Target target, int variant, string? key) => await SendBy(await CallerOf(by, at, target), name, at, target, variant, key);

        Task<Answer> SendBy(ApiClient caller, string name, Place at, Target target, int variant, string? key)
        {
            var aimed = at switch { Place.Town => target with { Organization = TownOf(target) }, Place.Group => target with { Organization = target.Group }, _ => target };
            return new Operation(operations[name], document, name) { Mend = body => Mend(name, body, aimed, variant) }.Send(caller, aimed, api.Ids, key: key);
        }

        Domain.Organizations.Organization TownOf(Target target) => target == ofFour ? world.Tree.SiblingTown : world.Tree.Town;

        Task<ApiClient> CallerOf(Role by, Place at, Target target) => at switch
        {
            _ when by == Role.None => api.SignedIn(Role.None, person: target.Person.Id),
            Place.Nowhere => api.SignedIn(by),
            _ when by == Role.TownOfficer => api.SignedIn(by, TownOf(target).Id),
            _ => api.SignedIn(by, target.Organization.Id),
        };

        void Mend(string name, JsonNode body, Target target, int variant)
        {
            if (name == "proposeTransfer") (body["organizationId"], body["beginsOn"]) = ($"{world.Other.Branch.Id}", "2027-07-01");
            if (name is "planMeeting" or "planActivity") body["plan"]!["on"] = "2027-06-24";
            if (name == "grantRole") (body["accountId"], body["organizationId"]) = (target.Things["accounts"], $"{TownOf(target).Id}");
            if (name == "grantRole") ((JsonObject)body).Remove("from");
            if (name == "addRectificationItem") body["dueOn"] = "2027-12-01";
            if (name == "waiveDuty") (body["ruleId"], body["period"]) = ("TWS-3.2", "2026-02");
            if (name == "createAccount") ((JsonObject)body).Remove("personId");
            if (name == "fileObjectiveReport") (body["year"], body["half"]) = (2026, 1);
            foreach (var (field, value) in new[] { ("code", $"V{variant}-{name}"), ("userName", $"somebody{variant}"), ("identityNumber", Identity[variant]), ("unitCreditCode", null), ("creditCode", null) })
            {
                if (body is JsonObject o && o.ContainsKey(field)) o[field] = value;
            }
        }
    }

    private static readonly string[] Identity = [Numbers.Identity(), Numbers.Identity(), Numbers.Identity()];

    // What later operations are aimed at.
    private async Task Keep(string name, Target target, List<Answer> answers)
    {
        if (answers.Find(a => (int)a.Status < 300) is not { } made) return;
        var things = (Dictionary<string, string>)target.Things;
        if (name == "createAccount") things["accounts"] = made.Location!.ToString().Split('/')[^1];
        if (name == "planDemocraticLifeMeeting")
        {
            // Held, and what was found is to be mended.
            var id = things["democratic-life-meetings"] = made.At("id").GetString()!;
            await api.Arrange(db =>
            {
                var meeting = db.Entry(db.DemocraticLifeMeetings.Single(m => m.Id == new Id<DemocraticLifeMeeting>(Guid.Parse(id))));
                return meeting.Property(m => m.Status).CurrentValue = LifeMeetingStatus.Held;
            });
        }

        if (name == "collectDues") things["entry"] = made.At("entries", 0, "id").GetString()!;
    }
}

public sealed class CreatingAtOnceOnSqlite(ApiHost<OnSqlite> api) : CreatingAtOnce<OnSqlite>(api);

public sealed class CreatingAtOnceOnPostgreSql(ApiHost<OnPostgreSql> api) : CreatingAtOnce<OnPostgreSql>(api);

public sealed class CreatingAtOnceOnSqlServer(ApiHost<OnSqlServer> api) : CreatingAtOnce<OnSqlServer>(api);
