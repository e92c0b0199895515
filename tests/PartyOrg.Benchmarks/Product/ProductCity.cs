using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using NodaTime;
using PartyOrg.Application;
using PartyOrg.Application.Accounts;
using PartyOrg.Application.Members;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;
using PartyOrg.Infrastructure;
using PartyOrg.Infrastructure.Persistence;
using Account = PartyOrg.Domain.Accounts.Account;
using AttendanceStatus = PartyOrg.Domain.ThreeMeetingsAndOneLesson.AttendanceStatus;
using Meeting = PartyOrg.Domain.ThreeMeetingsAndOneLesson.Meeting;
using Membership = PartyOrg.Domain.Members.Membership;
using Office = PartyOrg.Domain.Organizations.Office;
using Organization = PartyOrg.Domain.Organizations.Organization;
using OrganizationType = PartyOrg.Domain.Organizations.OrganizationType;
using Post = PartyOrg.Domain.Organizations.Post;

namespace PartyOrg.Benchmarks.Product;

/// <summary>
/// The city as the product would hold it if its organizations, members and meetings had been entered through it: names with their keys, sealed identity
/// numbers, dated facts, records, the evidence of every meeting and its projection, an audit chain for each organization.
/// </summary>
internal sealed class ProductCity
{
    private const string Book = "TWS";
    private const string Secretary = "branchSecretary";
    private const int Sized = 37_000;

    private static readonly OrganizationType[] Types = Named<Cities.OrganizationType, OrganizationType>();
    private static readonly Office[] Offices = Named<Cities.Office, Office>();
    private static readonly Instant Beginning = Instant.FromUtc(2020, 8, 24, 1, 0);

    private readonly City city;
    private readonly Load load;
    private readonly PersonalData personal;
    private readonly Func<string> passwordHash;
    private readonly Dictionary<Guid, (LocalDate FoundedOn, string Path)> organizations = new(Sized);
    private readonly Dictionary<(Guid Subject, string Kind), EvidenceDays> evidence = new(2 * Sized);

    private ProductCity(City city, Load load, PersonalData personal, Func<string> passwordHash) =>
        (this.city, this.load, this.personal, this.passwordHash) = (city, load, personal, passwordHash);

    /// <summary>Loads the city into the database of the environment's settings, under its keys. The database is migrated and empty.</summary>
    /// <param name="city">The city.</param>
    /// <param name="password">The password of every account.</param>
    /// <param name="evidenceOnly">Leaves out members, meetings, rolls and the secretaries' accounts: what verdicts are counted from stays.</param>
    public static async Task Load(City city, string password, bool evidenceOnly)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<IClock>(new Now(TimeProvider.System)).AddSingleton<Clock>().AddSingleton<PersonalData>()
            .AddInfrastructure(configuration, new Surroundings()).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        using var load = Product.Load.Into((MappedContext)scope.ServiceProvider.GetRequiredService<PartyOrgContext>());
        var product = new ProductCity(city, load, services.GetRequiredService<PersonalData>(), () => scope.ServiceProvider.GetRequiredService<ICredentials>().Hash(null!, NewPassword.Of(password, City.CityOfficer).Value));
        product.Organizations();
        if (!evidenceOnly) product.Members();
        product.Posts();
        product.Meetings(evidenceOnly);
        product.Accounts(evidenceOnly);
        load.Finish();
    }

    private void Organizations()
    {
        using var rows = load.Fill<Organization>(nameof(Organization.Id), nameof(Organization.Code), nameof(Organization.Name), nameof(Organization.NameKey), nameof(Organization.NameInitials), nameof(Organization.Type), nameof(Organization.Level),
            nameof(Organization.SuperiorId), nameof(Organization.Path), nameof(Organization.FoundedOn));
        using var lifetimes = load.Fill<Lifetime>(nameof(Lifetime.Id), nameof(Lifetime.OrganizationId), nameof(Lifetime.Type), nameof(Lifetime.From), nameof(Lifetime.RecordedAt));
        using var places = load.Fill<Place>(nameof(Place.Id), nameof(Place.OrganizationId), nameof(Place.SuperiorId), nameof(Place.From), nameof(Place.RecordedAt));
        using var chains = load.Fill<AuditChain>();
        using var entries = load.Fill<AuditEntry>();
        var below = new Dictionary<Guid, int>(Sized);
        var number = 0;
        foreach (var row in city.Organizations())
        {
            var (id, type, foundedOn) = (new Id<Organization>(row.Id), Types[(int)row.Type], LocalDate.FromDateOnly(row.EstablishedOn));
            var superior = row.ParentId ?? Guid.Empty;
            var place = below.GetValueOrDefault(superior);
            below[superior] = place + 1;
            var path = TreePosition.At(row.ParentId is null ? "" : organizations[superior].Path, place).Path;
            organizations.Add(row.Id, (foundedOn, path));
            var key = PinyinKey.Of(OrganizationName.Of(row.Name).Value);
            rows.Row(id, row.Code, row.Name, key.Value, key.Initials, type, type.IsTerritorial() ? Level(row.Depth) : null,
                row.ParentId is null ? null : new Id<Organization>(superior), path, foundedOn);
            lifetimes.Row(new Id<Lifetime>(city.RowId(Strand.Lifetime, number)), id, type, foundedOn, Beginning);
            if (row.ParentId is not null) places.Row(new Id<Place>(city.RowId(Strand.Place, number)), id, new Id<Organization>(superior), foundedOn, Beginning);
            Audit(chains, entries, row.Id, nameof(Organization), row.Id, "organization.founded", "FoundOrganization");
            number++;
        }

        Audit(chains, entries, AuditChain.System, nameof(Account), city.CityId, "account.created", "CreateAccount");
        using var adoptions = load.Fill<BookAdoption>();
        adoptions.Add(new(new(city.RowId(Strand.Lifetime, -1)), Book, new(city.CityId), LocalDate.FromDateTime(Beginning.ToDateTimeUtc()), null, Beginning));
        Complete(rows, lifetimes, places, chains, entries, adoptions);
    }

    private void Members()
    {
        using var persons = load.Fill<Person>(nameof(Person.Id), nameof(Person.Name), nameof(Person.NameKey), nameof(Person.NameInitials), nameof(Person.Sex), nameof(Person.BornOn), nameof(Person.IdentityNumber), nameof(Person.MaskedIdentityNumber),
            nameof(Person.IdentityIndex), nameof(Person.Phone), nameof(Person.MaskedPhone), nameof(Person.RegisteredWith));
        using var memberships = load.Fill<Membership>(nameof(Membership.Id), nameof(Membership.PersonId), nameof(Membership.Standing), nameof(Membership.From), nameof(Membership.RecordedAt));
        using var affiliations = load.Fill<Affiliation>(nameof(Affiliation.Id), nameof(Affiliation.PersonId), nameof(Affiliation.OrganizationId), nameof(Affiliation.Belonging), nameof(Affiliation.From), nameof(Affiliation.RecordedAt));
        long number = 0;
        foreach (var row in city.Members())
        {
            var (id, branch) = (new Id<Person>(row.Id), new Id<Organization>(row.OrganizationId));
            var identity = personal.Seal(IdentityNumber.Of(IdentityNumbers.Of(number, row.BornOn, row.Male)).Value);
            var phone = personal.Seal(PhoneNumber.Of(row.Phone).Value);
            persons.Row(id, row.Name, row.NameKey, PinyinKey.FromStorage(row.NameKey).Initials, identity.Sex, identity.BornOn, identity.Sealed, identity.Masked, identity.Index, phone.Sealed, phone.Masked, branch);
            memberships.Row(new Id<Membership>(city.RowId(Strand.Membership, number)), id, row.Formal ? Standing.Formal : Standing.Probationary, LocalDate.FromDateOnly(row.JoinedOn), Beginning);

            // The city's rolls name everyone of a branch from its first day on.
            var from = organizations[row.OrganizationId].FoundedOn;
            affiliations.Row(new Id<Affiliation>(city.RowId(Strand.Relation, number)), id, branch, Belonging.Relation, from, Beginning);
            if (row.GroupId is { } group) affiliations.Row(new Id<Affiliation>(city.RowId(Strand.GroupBelonging, number)), id, new Id<Organization>(group), Belonging.Group, from, Beginning);
            number++;
        }

        Complete(persons, memberships, affiliations);
    }

    private void Posts()
    {
        using var posts = load.Fill<Post>(nameof(Post.Id), nameof(Post.OrganizationId), nameof(Post.PersonId), nameof(Post.Office), nameof(Post.From), nameof(Post.RecordedAt));
        var number = 0;
        foreach (var row in city.Posts())
        {
            posts.Row(new Id<Post>(city.RowId(Strand.Post, number++)), new Id<Organization>(row.OrganizationId), new Id<Person>(row.PersonId), Offices[(int)row.Office], LocalDate.FromDateOnly(row.From), Beginning);
        }

        posts.Complete();
    }

    private void Meetings(bool evidenceOnly)
    {
        using var meetings = load.Fill<Meeting>(nameof(Meeting.Id), nameof(Meeting.OrganizationId), nameof(Meeting.Status), nameof(Meeting.Kinds), nameof(Meeting.On), nameof(Meeting.StartsAt), nameof(Meeting.Place),
            nameof(Meeting.ChairId), nameof(Meeting.Record));
        using var rolls = load.Fill<Domain.ThreeMeetingsAndOneLesson.Attendance>(
            nameof(Domain.ThreeMeetingsAndOneLesson.Attendance.MeetingId), nameof(Domain.ThreeMeetingsAndOneLesson.Attendance.PersonId), nameof(Domain.ThreeMeetingsAndOneLesson.Attendance.Status), nameof(Domain.ThreeMeetingsAndOneLesson.Attendance.Reason));
        using var ledger = load.Fill<LedgerEntry>();
        var kinds = Enum.GetValues<MeetingKind>().ToDictionary(k => k, k => KindOf(k));
        var statuses = new Dictionary<Cities.AttendanceStatus, (object Status, string? Reason)>
        {
            [Cities.AttendanceStatus.Present] = (AttendanceStatus.Present, null),
            [Cities.AttendanceStatus.Online] = (AttendanceStatus.Online, null),
            [Cities.AttendanceStatus.OnLeave] = (AttendanceStatus.AbsentWithLeave, "出差"),
            [Cities.AttendanceStatus.Absent] = (AttendanceStatus.AbsentWithoutReason, null),
        };
        long number = 0;
        foreach (var row in city.Meetings())
        {
            var (id, kind, on, chair) = (new Id<Meeting>(row.Id), kinds[row.Kind], LocalDate.FromDateOnly(row.HeldOn), new Id<Person>(row.ChairId));
            ledger.Add(new(city.RowId(Strand.Evidence, number++), row.OrganizationId, kind.Evidence, on, row.Id, on.PlusDays(1).AtMidnight().InUtc().ToInstant()));
            evidence[(row.OrganizationId, kind.Evidence)] = evidence.GetValueOrDefault((row.OrganizationId, kind.Evidence), EvidenceDays.None(on.Year)).Add(on).Value;
            if (evidenceOnly) continue;

            var record = new MeetingRecord
            {
                Kinds = [kind.Name], HeldOn = on, StartsAt = new LocalTime(14, 0), Place = "活动室", ChairId = chair, RecorderId = chair,
                Agenda = [new("学习上级文件精神，讨论本月工作安排", kind.AgendaClasses[0].Name)], Resolutions = ["一致同意本月工作安排。"],
                Minutes = "会议由书记主持，传达学习了上级文件精神，总结上月工作，讨论并通过了本月工作安排，党员结合自身岗位作了交流发言。",
                Details = kind.Details.Count == 0 ? new Dictionary<string, string>() : new() { ["lecturer"] = "书记", ["topic"] = "学习党章", ["hours"] = "1.5" },
            };
            meetings.Row(id, new Id<Organization>(row.OrganizationId), MeetingStatus.Held, new[] { kind.Name }, on, record.StartsAt, record.Place, chair, record);
            object meeting = id;
            foreach (var attendance in row.Roll.Span)
            {
                var (status, reason) = statuses[attendance.Status];
                rolls.Row(meeting, new Id<Person>(attendance.PersonId), status, reason);
            }
        }

        Complete(meetings, rolls, ledger);
        using var years = load.Fill<EvidenceYear>();
        foreach (var ((subject, kind), days) in evidence) years.Add(new(subject, kind, days.Year) { Days = days.Encode() });
        years.Complete();
    }

    private void Accounts(bool evidenceOnly)
    {
        using var accounts = load.Fill<Account>(nameof(Account.Id), nameof(Account.Kind), nameof(Account.UserName), nameof(Account.DisplayName), nameof(Account.PersonId), nameof(Account.CreatedAt), nameof(Account.PasswordHash));
        using var roles = load.Fill<RoleAssignment>();
        using var sessions = load.Fill<Session>();
        // Every account has the same password, so that its hash is computed once: a tenth of a second each would be half an hour.
        var hash = passwordHash();
        var number = 0;
        foreach (var row in city.Accounts().Where(a => !evidenceOnly || a.Role != Secretary))
        {
            var id = new Id<Account>(row.Id);
            accounts.Row(id, AccountKind.Person, row.UserName, row.UserName, new Id<Person>(row.PersonId), Beginning, hash);
            sessions.Add(new(new(row.SessionId), id, Beginning, "partyorg-bench"));
            // A secretary's rights follow from his post.
            if (row.Role != Secretary) roles.Add(new(new(city.RowId(Strand.RoleAssignment, number)), id, Enum.Parse<Role>(row.Role, ignoreCase: true), new(row.OrganizationId), new LocalDate(2020, 8, 24), null, Beginning));
            number++;
        }

        Complete(accounts, roles, sessions);
    }

    private static void Audit(IFilling<AuditChain> chains, IFilling<AuditEntry> entries, Guid id, string type, Guid subject, string happened, string operation)
    {
        var chain = new AuditChain(id, 0, new byte[AuditEntry.HashLength]);
        var entry = new AuditEntry(chain, Beginning, null, null, operation, $$"""[{"type":"{{type}}","id":"{{subject}}","version":1,"events":["{{happened}}"]}]""", "{}");
        chain.Append(entry);
        chains.Add(chain);
        entries.Add(entry);
    }

    private static ActivityKind KindOf(MeetingKind kind)
    {
        var name = kind == MeetingKind.GroupMeeting ? "partyGroupMeeting" : Limit.Words.Of(kind);
        return ActivityKinds.Embedded.TryFind(name, out var found) ? found : throw new InvalidOperationException($"the product has no {name}");
    }

    private static JurisdictionLevel Level(int depth) => depth switch { 1 => JurisdictionLevel.City, 2 => JurisdictionLevel.County, _ => JurisdictionLevel.Town };

    private static TTo[] Named<TFrom, TTo>() where TFrom : struct, Enum where TTo : struct, Enum
    {
        var names = new TTo[Enum.GetValues<TFrom>().Max(v => Convert.ToInt32(v, System.Globalization.CultureInfo.InvariantCulture)) + 1];
        foreach (var value in Enum.GetValues<TFrom>()) names[Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)] = Enum.Parse<TTo>(value.ToString());
        return names;
    }

    private static void Complete(params ReadOnlySpan<IFilling> fillings)
    {
        foreach (var filling in fillings) filling.Complete();
    }

    private sealed class Now(TimeProvider time) : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
    }

    // The environment of a server that is used in earnest.
    private sealed class Surroundings : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "partyorg";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
