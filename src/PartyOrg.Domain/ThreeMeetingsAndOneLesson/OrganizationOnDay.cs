using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>What the dated facts of the register say of an organization on the day of a meeting.</summary>
/// <param name="Id">The organization.</param>
/// <param name="Day">The day.</param>
/// <param name="Type">What it was on that day; none where it did not exist.</param>
/// <param name="RolesOfCaller">What the caller is to it today.</param>
/// <param name="Expected">Who was expected by each derivation that the meeting's kinds use.</param>
public sealed record OrganizationOnDay(
    Id<Organization> Id, LocalDate Day, OrganizationType? Type, Role RolesOfCaller, IReadOnlyDictionary<WhoIsExpected, IReadOnlySet<Id<Person>>> Expected)
{
    /// <summary>The others that hold the meeting together with it, as they were on the same day; none of most meetings.</summary>
    public IReadOnlyList<OrganizationOnDay> JointWith { get; init; } = [];

    /// <summary>Everyone who was expected at a gathering of these kinds, each once, by whichever organization.</summary>
    public IReadOnlySet<Id<Person>> ExpectedAt(IReadOnlyList<ActivityKind> kinds) =>
        JointWith.Count == 0 ? ExpectedOfItself(kinds) : JointWith.SelectMany(o => o.ExpectedOfItself(kinds)).Concat(ExpectedOfItself(kinds)).ToHashSet();

    /// <summary>Everyone whom this organization itself expected.</summary>
    public IReadOnlySet<Id<Person>> ExpectedOfItself(IReadOnlyList<ActivityKind> kinds) =>
        kinds.Count == 1 ? Expected[kinds[0].Expected] : kinds.SelectMany(k => Expected[k.Expected]).ToHashSet();
}
