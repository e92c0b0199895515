using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Organizations;

/// <summary>An organization becomes part of another one, or rises in rank.</summary>
public sealed partial class Organization
{
    private readonly List<Merger> mergers = [];

    /// <summary>The organizations that were merged into it.</summary>
    public IReadOnlyList<Merger> Mergers => mergers;

    /// <summary>The organization into which it was merged; none where it was not.</summary>
    public Id<Organization>? MergedInto { get; private set; }

    /// <summary>Why this organization cannot be merged into the other; none when it can (REG-24).</summary>
    /// <param name="into">The other organization.</param>
    /// <param name="on">The first day on which what was its own is the other's.</param>
    /// <param name="members">How many members and Party groups come to the other.</param>
    public Error? RefusalOfMerger(Organization into, LocalDate on, int members)
    {
        if (RevokedOn is not null) return OrganizationErrors.RevokedAlready(this);
        if (into.Path.StartsWith(Path, StringComparison.Ordinal)) return SuccessionErrors.IntoItself;
        if (Type.IsTerritorial() || into.Type.IsTerritorial()) return SuccessionErrors.Territorial;
        if (on <= FoundedOn) return SuccessionErrors.BeforeItBegan(this);
        if (!into.ExistsOn(on) || into.RevokedOn is not null) return OrganizationErrors.DoesNotExist(into, on).At("/intoId");
        return members > 0 && !into.Type.HoldsRelations() && !(Type == OrganizationType.PartyGroup && into.Type == OrganizationType.PartyGroup) ? SuccessionErrors.HoldsNoMembers(into) : null;
    }

    /// <summary>Becomes part of another organization from a day on: its posts end, and it is revoked. What it did stays its own.</summary>
    public Result<Done> BecomePartOf(Organization into, LocalDate on, Ids ids, Instant at)
    {
        var revoked = Revoke(on.PlusDays(-1), (0, 0), ids, at);
        if (!revoked.Succeeded) return revoked;
        MergedInto = into.Id;
        into.mergers.Add(new(ids.New<Merger>(), into.Id, Id, on, at));
        into.Raise(new("organization.absorbed"));
        Raise(new("organization.merged"));
        return Done.It;
    }

    /// <summary>Whether the other organization lies under this one and can take over its members.</summary>
    public bool CanPassMembersTo(Organization heir) => heir.Id != Id && heir.Path.StartsWith(Path, StringComparison.Ordinal) && heir.Type.HoldsRelations();

    /// <summary>Is of another, higher type from a day on (REG-25).</summary>
    /// <param name="type">What it becomes.</param>
    /// <param name="from">The first day.</param>
    /// <param name="left">How many members and Party groups lie in it from that day on.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public Result<Done> RiseTo(OrganizationType type, LocalDate from, (int Members, int Groups) left, Ids ids, Instant at)
    {
        if (!Type.RaisedTo().Contains(type)) return SuccessionErrors.NoStep(Type);
        if (RevokedOn is not null || !ExistsOn(from)) return OrganizationErrors.DoesNotExist(this, from).At("/from");
        var current = lifetimes.Single(l => l.VoidedAt is null && l.To is null);
        if (current.From >= from) return SuccessionErrors.RaiseBeforeLast(current.From);
        if (!type.HoldsRelations() && (left.Members > 0 || left.Groups > 0)) return SuccessionErrors.MembersLeft(left.Members, left.Groups);

        current.Void(at);
        lifetimes.Add(new(ids.New<Lifetime>(), Id, Type, current.From, from.PlusDays(-1), at));
        lifetimes.Add(new(ids.New<Lifetime>(), Id, type, from, null, at));
        Type = type;
        Raise(new("organization.raised"));
        return Done.It;
    }
}

/// <summary>An organization was merged into this one: from the day on, what was its own is this one's.</summary>
public sealed class Merger : Time.DatedFact
{
    private Merger() { }

    internal Merger(Id<Merger> id, Id<Organization> organization, Id<Organization> merged, LocalDate on, Instant at) : base(on, null, at) => (Id, OrganizationId, MergedId) = (id, organization, merged);

    /// <summary>The fact's own id.</summary>
    public Id<Merger> Id { get; private set; }

    /// <summary>The organization that goes on.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The organization that became part of it.</summary>
    public Id<Organization> MergedId { get; private set; }
}
