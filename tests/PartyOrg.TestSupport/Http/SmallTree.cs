using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;

namespace PartyOrg.TestSupport.Http;

/// <summary>A city with a county, two towns and three branches, all founded on January 1, 2020: own, below, beside and above for every question of rights.</summary>
public sealed class SmallTree
{
    public required Organization City { get; init; }

    public required Organization County { get; init; }

    public required Organization Town { get; init; }

    /// <summary>Under <see cref="Town"/>.</summary>
    public required Organization Branch { get; init; }

    /// <summary>Under <see cref="Town"/>, beside <see cref="Branch"/>.</summary>
    public required Organization SiblingBranch { get; init; }

    public required Organization SiblingTown { get; init; }

    /// <summary>Under <see cref="SiblingTown"/>.</summary>
    public required Organization FarBranch { get; init; }

    /// <summary>Plants a tree. Every call plants another one, under a root of its own.</summary>
    public static async Task<SmallTree> Plant<TDatabase>(ApiHost<TDatabase> api) where TDatabase : IDatabaseKind
    {
        var root = await api.Look(context => Task.FromResult(context.Organizations.Count(organization => organization.SuperiorId == null)));
        return await api.Arrange(context =>
        {
            var at = new Domain.Time.Clock(api.Clock).Now;
            Organization Found(string name, OrganizationType type, JurisdictionLevel? level, Organization? superior, int number)
            {
                var founding = new Founding(
                    OrganizationCode.Of($"T{root}-{name}").Value, OrganizationName.Of(name).Value, type, level, null, new(2020, 1, 1));
                var founded = Organization.Found(founding, superior, TreePosition.At(superior?.Path ?? "", number), api.Ids, at).Value;
                founded.ClearEvents();
                return context.Add(founded).Entity;
            }

            var city = Found("City", OrganizationType.PartyCommittee, JurisdictionLevel.City, null, root);
            var county = Found("County", OrganizationType.PartyCommittee, JurisdictionLevel.County, city, 0);
            var town = Found("Town", OrganizationType.PartyCommittee, JurisdictionLevel.Town, county, 0);
            var siblingTown = Found("SiblingTown", OrganizationType.PartyCommittee, JurisdictionLevel.Town, county, 1);
            return new SmallTree
            {
                City = city,
                County = county,
                Town = town,
                Branch = Found("Branch", OrganizationType.Branch, null, town, 0),
                SiblingBranch = Found("SiblingBranch", OrganizationType.Branch, null, town, 1),
                SiblingTown = siblingTown,
                FarBranch = Found("FarBranch", OrganizationType.Branch, null, siblingTown, 0),
            };
        });
    }
}
