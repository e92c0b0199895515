using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Organizations;

/// <summary>A Party organization: what it is called, and, dated, that it exists, where in the tree it stands and who holds its offices.</summary>
public sealed partial class Organization : Aggregate
{
    private readonly List<Lifetime> lifetimes = [];
    private readonly List<Place> places = [];
    private readonly List<Post> posts = [];
    private readonly List<OrganizationFormerName> formerNames = [];

    private Organization() { }

    /// <summary>The organization's id.</summary>
    public Id<Organization> Id { get; private set; }

    /// <summary>Its code in the registers of its jurisdiction; unique, never used again (REG-8).</summary>
    public string Code { get; private set; } = "";

    /// <summary>Its full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The key by which names sort: pinyin first.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The first letters of the name's syllables, by which it is searched.</summary>
    public string NameInitials { get; private set; } = "";

    /// <summary>What it is today, or was at its end; lifetimes tell the rest.</summary>
    public OrganizationType Type { get; private set; }

    /// <summary>The level of a territorial committee; none for all others.</summary>
    public JurisdictionLevel? Level { get; private set; }

    /// <summary>The unified social credit code of the unit in which it was formed (REG-9), where it belongs to one.</summary>
    public string? UnitCreditCode { get; private set; }

    /// <summary>The superior under which it stands now; none for the root.</summary>
    public Id<Organization>? SuperiorId { get; private set; }

    /// <summary>Where it stands in the tree now: four characters for each step from the root, so that a subtree is a range of text.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The first day on which it existed.</summary>
    public LocalDate FoundedOn { get; private set; }

    /// <summary>The last day on which it existed; none while it goes on (REG-3).</summary>
    public LocalDate? RevokedOn { get; private set; }

    /// <summary>In which days it existed, and as what.</summary>
    public IReadOnlyList<Lifetime> Lifetimes => lifetimes;

    /// <summary>Where it stood, from when to when.</summary>
    public IReadOnlyList<Place> Places => places;

    /// <summary>Who held its offices, from when to when.</summary>
    public IReadOnlyList<Post> Posts => posts;

    /// <summary>What it was called before, where that was loaded.</summary>
    public IReadOnlyList<OrganizationFormerName> FormerNames => formerNames;

    /// <inheritdoc/>
    public override Guid? AuditedUnder => Id.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Whether it exists on the day.</summary>
    public bool ExistsOn(LocalDate day) => FoundedOn <= day && (RevokedOn is null || day <= RevokedOn);

    /// <summary>Sets up an organization under a superior that exists on that day (REG-11); only the root has none.</summary>
    public static Result<Organization> Found(Founding founding, Organization? superior, TreePosition position, Ids ids, Instant at)
    {
        if (founding.Type.IsTerritorial() != founding.Level is not null) return OrganizationErrors.LevelDoesNotFit;
        if (superior is null && !founding.Type.IsTerritorial()) return OrganizationErrors.SuperiorMissing;
        if (superior is not null && !superior.ExistsOn(founding.FoundedOn)) return OrganizationErrors.SuperiorDoesNotExist(superior, founding.FoundedOn);
        if (founding.Type == OrganizationType.PartyGroup && !superior!.Type.HoldsGroups()) return OrganizationErrors.GroupOutsideBranch;
        if (superior?.Type == OrganizationType.PartyGroup) return OrganizationErrors.NothingUnderGroup;
        if (position.IsTooDeepFor(0)) return OrganizationErrors.TooDeep;
        if (founding.Type.IsTerritorial() && superior is { Type: var type } && !type.IsTerritorial()) return OrganizationErrors.TerritoryUnderUnit;

        var organization = new Organization
        {
            Id = ids.New<Organization>(), Code = founding.Code.Value, Type = founding.Type, Level = founding.Level, UnitCreditCode = founding.UnitCreditCode?.Value,
            SuperiorId = superior?.Id, Path = position.Path, FoundedOn = founding.FoundedOn,
        };
        organization.Call(founding.Name);
        organization.lifetimes.Add(new(ids.New<Lifetime>(), organization.Id, founding.Type, founding.FoundedOn, null, at));
        if (superior is not null) organization.places.Add(new(ids.New<Place>(), organization.Id, superior.Id, founding.FoundedOn, null, at));
        organization.Raise(new("organization.founded"));
        return organization;
    }

    /// <summary>Gives it another name from today on; what it was called before is kept.</summary>
    public void Rename(OrganizationName name, Ids ids, Clock clock)
    {
        if (name.Value == Name) return;
        var (since, until) = FormerName.Until(formerNames.Select(n => n.To), FoundedOn, clock.Today);
        formerNames.Add(new(ids.New<FormerName>(), Id, Name, since, until, clock.Now));
        Call(name);
        Raise(new("organization.renamed"));
    }

    /// <summary>Names the unit in which it was formed; none when it belongs to no single unit.</summary>
    public void BelongTo(UnifiedSocialCreditCode? unit)
    {
        if (unit?.Value == UnitCreditCode) return;
        UnitCreditCode = unit?.Value;
        Raise(new("organization.unitChanged"));
    }

    /// <summary>
    /// Moves it, with all below it, under another superior from a day on. The superior must exist then (REG-11) and must not lie below it (REG-2), and nothing may come to lie
    /// deeper than <see cref="TreePosition.MaxDepth"/> (REG-11).
    /// </summary>
    /// <param name="superior">The new superior.</param>
    /// <param name="from">The first day under it.</param>
    /// <param name="position">A free position under it.</param>
    /// <param name="levelsBelow">How many levels of organizations move with it.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public Result<Done> MoveUnder(Organization superior, LocalDate from, TreePosition position, int levelsBelow, Ids ids, Instant at)
    {
        if (superior.Path.StartsWith(Path, StringComparison.Ordinal)) return OrganizationErrors.Cycle(superior);
        if (!superior.ExistsOn(from)) return OrganizationErrors.SuperiorDoesNotExist(superior, from);
        if (Type == OrganizationType.PartyGroup && !superior.Type.HoldsGroups()) return OrganizationErrors.GroupOutsideBranch;
        if (superior.Type == OrganizationType.PartyGroup) return OrganizationErrors.NothingUnderGroup;
        if (position.IsTooDeepFor(levelsBelow)) return OrganizationErrors.TooDeep;
        if (Type.IsTerritorial() && !superior.Type.IsTerritorial()) return OrganizationErrors.TerritoryUnderUnit;
        if (!ExistsOn(from)) return OrganizationErrors.DoesNotExist(this, from);

        var current = places.SingleOrDefault(p => p.VoidedAt is null && p.To is null);
        if (current is not null && current.From >= from) return OrganizationErrors.MoveBeforeLast(current.From);
        if (current is not null)
        {
            current.Void(at);
            places.Add(new(ids.New<Place>(), Id, current.SuperiorId, current.From, from.PlusDays(-1), at));
        }

        places.Add(new(ids.New<Place>(), Id, superior.Id, from, null, at));
        (SuperiorId, Path) = (superior.Id, position.Path);
        Raise(new("organization.moved"));
        return Done.It;
    }

    /// <summary>Ends it after its last day. Nothing may belong to it any longer (REG-3); its posts end with it.</summary>
    /// <param name="lastDay">The last day on which it exists, itself included.</param>
    /// <param name="left">How many members and organizations still belong to it after that day.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public Result<Done> Revoke(LocalDate lastDay, (int Members, int Organizations) left, Ids ids, Instant at)
    {
        if (RevokedOn is not null) return OrganizationErrors.RevokedAlready(this);
        if (lastDay < FoundedOn) return OrganizationErrors.DoesNotExist(this, lastDay);
        if (left.Members > 0 || left.Organizations > 0) return OrganizationErrors.NotEmpty(left.Members, left.Organizations);

        RevokedOn = lastDay;
        foreach (var lifetime in Standing(lifetimes, lastDay))
        {
            lifetime.Void(at);
            if (lifetime.From <= lastDay) lifetimes.Add(new(ids.New<Lifetime>(), Id, lifetime.Type, lifetime.From, lastDay, at));
        }

        foreach (var place in Standing(places, lastDay))
        {
            place.Void(at);
            if (place.From <= lastDay) places.Add(new(ids.New<Place>(), Id, place.SuperiorId, place.From, lastDay, at));
        }

        foreach (var post in Standing(posts, lastDay)) EndPost(post, lastDay, ids, at);
        Raise(new("organization.revoked"));
        return Done.It;
    }

    /// <summary>Gives a person an office from a day on. There is one secretary at a time (REG-12), and a group leader only of a Party group.</summary>
    public Result<Post> Appoint(Id<Person> person, Office office, LocalDate from, LocalDate? to, Ids ids, Instant at)
    {
        if (to < from) return OrganizationErrors.PostEndsBeforeItBegins;
        if (!ExistsOn(from)) return OrganizationErrors.DoesNotExist(this, from);
        if (to is null ? RevokedOn is not null : to > RevokedOn) return OrganizationErrors.DoesNotExist(this, RevokedOn!.Value.PlusDays(1));
        if ((office == Office.GroupLeader) != (Type == OrganizationType.PartyGroup)) return OrganizationErrors.OfficeDoesNotFit;

        var days = new Compliance.DayRange(from, to);
        var standing = posts.Where(p => p.VoidedAt is null && p.Office == office && p.Days.Overlaps(days)).ToList();
        if (office is Office.Secretary or Office.GroupLeader && standing.FirstOrDefault(p => p.PersonId != person) is { } holder) return OrganizationErrors.OfficeTaken(office, holder);
        if (standing.Any(p => p.PersonId == person)) return OrganizationErrors.OfficeHeldAlready;

        var post = new Post(ids.New<Post>(), Id, person, office, from, to, at);
        posts.Add(post);
        Raise(new("organization.postFilled"));
        return post;
    }

    /// <summary>Ends a post after its last day.</summary>
    public Result<Done> EndPost(Id<Post> id, LocalDate lastDay, Ids ids, Instant at)
    {
        var post = posts.SingleOrDefault(p => p.Id == id && p.VoidedAt is null);
        if (post is null) return OrganizationErrors.PostNotFound;
        if (lastDay < post.From) return OrganizationErrors.PostEndsBeforeItBegins;

        EndPost(post, lastDay, ids, at);
        Raise(new("organization.postEnded"));
        return Done.It;
    }

    /// <summary>Ends every office that a person holds after a day: his membership ends with it (REG-49).</summary>
    /// <param name="person">The person.</param>
    /// <param name="lastDay">The last day, itself included.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    /// <returns>What he held.</returns>
    public IReadOnlyList<Post> EndPostsOf(Id<Person> person, LocalDate lastDay, Ids ids, Instant at)
    {
        var held = Standing(posts, lastDay).FindAll(p => p.PersonId == person);
        foreach (var post in held) EndPost(post, lastDay, ids, at);
        if (held.Count > 0) Raise(new("organization.postEnded"));
        return held;
    }

    /// <summary>The posts of one record of a person become those of another record of the same person (REG-23), on the days on which he does not hold them already.</summary>
    public void PassPosts(Id<Person> duplicate, Id<Person> survivor, Ids ids, Instant at)
    {
        foreach (var post in posts.FindAll(p => p.VoidedAt is null && p.PersonId == duplicate))
        {
            post.Void(at);
            foreach (var days in post.Days.Without(posts.FindAll(p => p.VoidedAt is null && p.PersonId == survivor && p.Office == post.Office).Select(p => p.Days)))
            {
                posts.Add(new(ids.New<Post>(), Id, survivor, post.Office, days.From, days.To, at));
            }
        }

        Raise(new("organization.postsPassed"));
    }

    private void EndPost(Post post, LocalDate lastDay, Ids ids, Instant at)
    {
        post.Void(at);
        if (post.From <= lastDay) posts.Add(new(ids.New<Post>(), Id, post.PersonId, post.Office, post.From, lastDay, at));
    }

    // What stands and goes on after the day.
    private static List<T> Standing<T>(List<T> facts, LocalDate lastDay) where T : Time.DatedFact =>
        facts.FindAll(f => f.VoidedAt is null && (f.To is null || f.To > lastDay));

    private void Call(OrganizationName name)
    {
        var key = PinyinKey.Of(name);
        (Name, NameKey, NameInitials) = (name.Value, key.Value, key.Initials);
    }
}

/// <summary>What is said of an organization when it is set up.</summary>
/// <param name="Code">Its code in the register.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Type">What it is.</param>
/// <param name="Level">The level, for a territorial committee only.</param>
/// <param name="UnitCreditCode">The unit in which it is formed, where it is one.</param>
/// <param name="FoundedOn">The first day on which it exists.</param>
public sealed record Founding(OrganizationCode Code, OrganizationName Name, OrganizationType Type, JurisdictionLevel? Level, UnifiedSocialCreditCode? UnitCreditCode, LocalDate FoundedOn);

/// <summary>A free position below a superior, or the root's.</summary>
/// <param name="Path">The superior's path and four characters more.</param>
public readonly record struct TreePosition(string Path)
{
    /// <summary>Characters for each step.</summary>
    public const int StepLength = 4;

    /// <summary>The deepest tree.</summary>
    public const int MaxDepth = 16;

    /// <summary>Whether it, or what lies so many levels below it, lies deeper than <see cref="MaxDepth"/>.</summary>
    public bool IsTooDeepFor(int levelsBelow) => Path.Length > (MaxDepth - levelsBelow) * StepLength;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The position after the last one taken below the superior; after none, the first.</summary>
    /// <param name="superior">The superior's path; empty for a root.</param>
    /// <param name="last">The greatest path directly below it.</param>
    public static TreePosition After(string superior, string? last)
    {
        var number = last is null ? 0 : last[^StepLength..].Aggregate(0, (sum, c) => (sum * Digits.Length) + Digits.IndexOf(c, StringComparison.Ordinal)) + 1;
        return At(superior, number);
    }

    /// <summary>The position with this number below the superior, from 0.</summary>
    public static TreePosition At(string superior, int number)
    {
        Span<char> step = stackalloc char[StepLength];
        for (var i = StepLength - 1; i >= 0; i--, number /= Digits.Length) step[i] = Digits[number % Digits.Length];
        return new($"{superior}{step}");
    }

    /// <summary>The paths of all superiors, from the root down, and the path itself.</summary>
    public static IEnumerable<string> Line(string path)
    {
        for (var length = StepLength; length <= path.Length; length += StepLength) yield return path[..length];
    }
}
