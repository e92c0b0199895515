using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.WebApi.Sample;

/// <summary>A branch of the sample with its people, who act by accounts of their own.</summary>
internal sealed class SampleBranch(SampleHands hands, Random chance)
{
    private readonly Dictionary<Id<Person>, Asker> askers = [];

    /// <summary>Draws what happens.</summary>
    public Random Chance => chance;

    /// <summary>How reliably it does its work, from 0 to 1.</summary>
    public required double Reliability { get; init; }

    public required Id<Organization> Id { get; init; }

    /// <summary>Its Party groups with the leader of each.</summary>
    public required IReadOnlyList<(Id<Organization> Id, Id<Person> Leader, IReadOnlyList<Id<Person>> Members)> Groups { get; init; }

    public required Id<Person> Secretary { get; init; }

    /// <summary>Those who sit on the committee, the secretary first; he alone where there is none.</summary>
    public required IReadOnlyList<Id<Person>> Committee { get; init; }

    /// <summary>Inspects discipline, where there is somebody.</summary>
    public required Id<Person>? Inspector { get; init; }

    /// <summary>Those who belong to it, in the order of the register.</summary>
    public required IReadOnlyList<Id<Person>> Members { get; init; }

    public required IReadOnlyDictionary<Id<Person>, string> Names { get; init; }

    /// <summary>Who leads the organization directly above: its secretary, or the officer of the town.</summary>
    public required Asker Superior { get; init; }

    /// <summary>The secretary of the organization directly above, where it has one.</summary>
    public required Id<Person>? SuperiorPerson { get; init; }

    /// <summary>Whether somebody does not do what he should this time.</summary>
    public bool Forgets() => chance.NextDouble() > Reliability;

    /// <summary>The person acts by the account that is listed for him.</summary>
    public void Act(Id<Person> person, Asker asker) => askers[person] = asker;

    /// <summary>The person does something.</summary>
    public async Task<T> As<T>(Id<Person> person, IAsk<T> request)
    {
        if (!askers.TryGetValue(person, out var asker)) askers[person] = asker = await hands.Open(person, Names[person]);
        return await hands.As(asker, request);
    }

    /// <summary>The secretary does something.</summary>
    public Task<T> Does<T>(IAsk<T> request) => As(Secretary, request);

    /// <summary>The branch does something about a member: the secretary, and about himself another one of the committee, or the superior where there is none.</summary>
    public Task<T> DoesAbout<T>(Id<Person> member, IAsk<T> request) => member != Secretary ? Does(request) : Committee.Count > 1 ? As(Committee[1], request) : SuperiorDoes(request);

    /// <summary>The superior does something.</summary>
    public Task<T> SuperiorDoes<T>(IAsk<T> request) => hands.As(Superior, request);

    /// <summary>Somebody who is not signed in does something.</summary>
    public Task<T> AnybodyDoes<T>(IAsk<T> request) => hands.As(null, request);

    public static async Task<SampleBranch> Find(SampleHands hands, string code, double reliability, Asker town, Random chance)
    {
        var branch = await hands.Look(db => db.Organizations.SingleAsync(o => o.Code == code));
        var groups = await hands.Look(db => db.Organizations.Where(o => o.SuperiorId == branch.Id && o.Type == OrganizationType.PartyGroup).OrderBy(o => o.Code).Select(o => o.Id).ToListAsync());
        var posts = await hands.Look(db => db.Posts.Where(p => p.VoidedAt == null && (p.OrganizationId == branch.Id || groups.Contains(p.OrganizationId))).ToListAsync());
        var belonging = await hands.Look(db => db.Affiliations.Where(a => a.VoidedAt == null && (a.OrganizationId == branch.Id || groups.Contains(a.OrganizationId)))
            .Join(db.Persons, a => a.PersonId, p => p.Id, (a, p) => new { a.OrganizationId, p.Id, p.Name, p.NameKey }).OrderBy(p => p.NameKey).ThenBy(p => p.Id).ToListAsync());
        var secretary = posts.Single(p => p.OrganizationId == branch.Id && p.Office == Office.Secretary).PersonId;
        var committee = posts.Where(p => p.OrganizationId == branch.Id && p.Office.SitsOnCommittee()).OrderBy(p => p.Office).Select(p => p.PersonId).Distinct().ToList();
        var superior = await hands.Look(db => db.Posts.Where(p => p.VoidedAt == null && p.OrganizationId == branch.SuperiorId && p.Office == Office.Secretary)
            .Join(db.Persons, p => p.PersonId, p => p.Id, (post, person) => new { person.Id, person.Name }).SingleOrDefaultAsync());
        return new(hands, chance)
        {
            Reliability = reliability, Id = branch.Id, Secretary = secretary, SuperiorPerson = superior?.Id, Superior = superior is null ? town : await hands.Open(superior.Id, superior.Name), Committee = [secretary, .. committee.Where(p => p != secretary)],
            Inspector = posts.Where(p => p.Office == Office.DisciplineMember).Select(p => (Id<Person>?)p.PersonId).FirstOrDefault(),
            Groups = [.. groups.Select(g => (g, posts.Single(p => p.OrganizationId == g && p.Office == Office.GroupLeader).PersonId, (IReadOnlyList<Id<Person>>)[.. belonging.Where(b => b.OrganizationId == g).Select(b => b.Id)]))],
            Members = [.. belonging.Where(b => b.OrganizationId == branch.Id).Select(b => b.Id)], Names = belonging.DistinctBy(b => b.Id).ToDictionary(b => b.Id, b => b.Name),
        };
    }
}
