using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Procedures;
using PartyOrg.Infrastructure.Persistence;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Authorization;

/// <summary>
/// Every step that a procedure declares, over HTTP: whoever has no part in it is refused with the step's rule, and whoever has is refused with that rule before and after its time. What is declared is what is asked,
/// so that no step is forgotten; who has a part in which is tested beside each procedure.
/// </summary>
public sealed class StepsOfProcedures(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    // Without an account, so that nobody lacks a part.
    private static readonly string[] OfEverybody = ["sendLetter", "giveOpinion"];

    [Fact]
    public async Task Every_step_is_refused_with_its_rule_to_who_has_no_part_in_it_and_out_of_its_time_to_who_has()
    {
        var document = await Operation.Documented(api.Anonymous);
        var operations = Operation.All(api.Services);
        var world = await World.Plant(api, name => new(operations[name], document, name));
        var target = world.Of[world.Tree.Branch.Id.Value];
        var party = await Party(target);
        var callers = await Callers(world, target, party);
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var procedure in Procedure.All)
        {
            var kept = typeof(Procedure).Assembly.GetTypes().Single(t => t.GetProperty(nameof(Procedure), BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly) is { } p && ReferenceEquals(p.GetValue(null), procedure));
            foreach (var step in procedure.Drawn.DistinctBy(s => s.Operation).ExceptBy(OfEverybody, s => s.Operation))
            {
                var operation = new Operation(operations[step.Operation], document, step.Operation);
                var others = procedure.States.Select(s => s.Code).Except(step.From).ToList();
                if (step.From.Count == 0)
                {
                    Judge($"{step.Operation}, to begin", step.RuleId, await Ask(operation, "\"1\""), mayBegin: true, outOfTime: false);
                    continue;
                }

                // Those that can be taken in every state have no time to be out of.
                foreach (var state in others.Count == 0 ? [step.From[0]] : others.Where((_, i) => i == 0 || i == others.Count - 1).ToList())
                {
                    var version = await Put(kept, operation, state);
                    if (others.Count > 0) Judge($"{step.Operation} of a {procedure.Name} that is {state}", step.RuleId, await Ask(operation, $"\"{version}\""), mayBegin: false, outOfTime: true);
                }
            }
        }

        asked.Should().BeGreaterThan(1000);
        string.Join("\n", wrong).Should().BeEmpty();

        async Task<List<(string Caller, Answer Answer)>> Ask(Operation operation, string version)
        {
            var answers = new List<(string, Answer)>();
            foreach (var (name, caller) in callers) answers.Add((name, await operation.Send(caller, target, api.Ids, version)));
            asked += answers.Count;
            return answers;
        }

        async Task<int> Put(Type kept, Operation operation, string state) => await api.Arrange(db =>
        {
            var thing = kept == typeof(DuesMonth) ? db.DuesMonths.Single(m => m.OrganizationId == target.Organization.Id && m.Month == new YearMonth(2024, 3)) : Find(db, kept, Guid.Parse(target.Things[operation.Things]));
            var entry = db.Entry(thing);
            var status = entry.Property("Status");
            status.CurrentValue = Enum.Parse(status.Metadata.ClrType, state, ignoreCase: true);
            // Whoever could be named in the thing is one person: the talker, the recorder, the assignee.
            foreach (var part in entry.Properties.Where(p => p.Metadata.ClrType == typeof(Id<Person>?) && p.CurrentValue is null)) part.CurrentValue = party.Id;
            // He is told, and somebody presided: those who have their part by it have it.
            if (thing is AdmonitionCase) entry.Property(nameof(AdmonitionCase.ToldOn)).CurrentValue = new LocalDate(2027, 6, 1);
            if (thing is DemocraticLifeMeeting)
            {
                entry.Property(nameof(DemocraticLifeMeeting.Record)).CurrentValue = new LifeMeetingRecord
                {
                    HeldOn = new(2027, 6, 1), StartsAt = new(9, 0), Place = "A", PresidedById = party.Id, RecorderId = party.Id, Minutes = "A", Roll = [],
                };
            }

            return ((Aggregate)thing).Version;
        });

        void Judge(string what, string rule, List<(string Caller, Answer Answer)> answers, bool mayBegin, bool outOfTime)
        {
            foreach (var (caller, answer) in answers)
            {
                var fits = answer.Status switch
                {
                    HttpStatusCode.NotFound => true,
                    HttpStatusCode.Forbidden => answer.At("ruleId").GetString() == rule,
                    HttpStatusCode.UnprocessableEntity when outOfTime => answer.At("code").GetString() == "step-out-of-order" && answer.At("ruleId").GetString() == rule,
                    _ => mayBegin && (int)answer.Status < 500,
                };
                if (!fits) wrong.Add($"{what}, {caller}: {answer}");
            }

            if (!answers.Exists(a => a.Answer.Status == HttpStatusCode.Forbidden)) wrong.Add($"{what}: nobody lacks a part");
            if (outOfTime && !answers.Exists(a => a.Answer.Status == HttpStatusCode.UnprocessableEntity)) wrong.Add($"{what}: nobody has a part: {string.Join(", ", answers.Select(a => $"{a.Caller} {(int)a.Answer.Status}"))}");
        }
    }

    private static object Find(MappedContext db, Type kept, Guid id) => db.Find(kept, Activator.CreateInstance(typeof(Id<>).MakeGenericType(kept), id))!;

    // A member of the branch who leads nothing.
    private async Task<Person> Party(Target target) => await api.Arrange(db =>
    {
        db.Attach(target.Organization);
        var made = Person.Register(PersonName.Of("王芳").Value, new(RandomNumberGenerator.GetBytes(60), RandomNumberGenerator.GetBytes(32), "1***", Sex.Female, new(1985, 1, 1)), null, api.Ids);
        made.Join(target.Organization, Belonging.Relation, new(2020, 1, 1), api.Ids, new Domain.Time.Clock(api.Clock).Now).Succeeded.Should().BeTrue();
        return db.Add(made).Entity;
    });

    private async Task<List<(string Name, ApiClient Caller)>> Callers(World world, Target target, Person party)
    {
        var callers = new List<(string, ApiClient)> { ("the member", await api.SignedIn(Role.None, person: target.Person.Id)), ("the party", await api.SignedIn(Role.None, person: party.Id)) };
        foreach (var role in new[] { Role.BranchSecretary, Role.CommitteeMember, Role.GroupLeader, Role.DisciplineInspector, Role.Member }) callers.Add(($"{role} of the branch", await api.SignedIn(role, world.Tree.Branch.Id)));
        foreach (var role in new[] { Role.TownOfficer, Role.BranchSecretary, Role.Auditor }) callers.Add(($"{role} of the town", await api.SignedIn(role, world.Tree.Town.Id)));
        return callers;
    }
}
