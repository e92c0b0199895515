using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.StudyAndTraining;

/// <summary>What a branch has for study and activities (TWS-6.6).</summary>
public enum FacilityKind
{
    /// <summary>A room for activities.</summary>
    ActivityRoom,

    /// <summary>Audio-visual equipment.</summary>
    AudioVisualEquipment,

    /// <summary>Party newspapers and periodicals.</summary>
    PartyPress,
}

/// <summary>Something that a branch has for study and activities, from a day to a day (TWS-6.6). While it is there the condition of its kind's name holds.</summary>
public sealed class Facility : Aggregate
{
    /// <summary>The longest description, in characters.</summary>
    public const int DescriptionLength = 200;

    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private Facility() { }

    /// <summary>The facility's id.</summary>
    public Id<Facility> Id { get; private set; }

    /// <summary>Who has it.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>What it is.</summary>
    public FacilityKind Kind { get; private set; }

    /// <summary>Where it is, or which.</summary>
    public string Description { get; private set; } = "";

    /// <summary>The first day.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day, itself included; none while it goes on.</summary>
    public LocalDate? To { get; private set; }

    /// <summary>Why it was taken back; none while it stands.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Whether it is there on the day.</summary>
    public bool IsOn(LocalDate day) => WithdrawnBecause is null && From <= day && (To is null || day <= To);

    /// <summary>Records that the organization has it from a day on.</summary>
    public static Result<Facility> Record(Id<Organization> organization, FacilityKind kind, string description, LocalDate from, Role by, Ids ids)
    {
        if (!StudyErrors.MayKeep(by)) return StudyErrors.ForLeaders("TWS-6.6");
        var facility = new Facility { Id = ids.New<Facility>(), OrganizationId = organization, Kind = kind, Description = description, From = from };
        facility.Raise(facility.Holds());
        facility.Raise(new("facility.recorded"));
        return facility;
    }

    /// <summary>It is there no longer after this day.</summary>
    public Result<Done> End(LocalDate lastDay, Role by)
    {
        if (!StudyErrors.MayKeep(by)) return StudyErrors.ForLeaders("TWS-6.6");
        if (WithdrawnBecause is not null) return StudyErrors.WithdrawnAlready("TWS-6.6");
        if (To is not null) return StudyErrors.EndedAlready;
        if (lastDay < From) return StudyErrors.EndsBeforeItBegins(From).At("/lastDay");
        To = lastDay;
        Raise(new ConditionsWithdrawn(Key));
        Raise(Holds());
        Raise(new("facility.ended"));
        return Done.It;
    }

    /// <summary>Takes back what was recorded by mistake.</summary>
    public Result<Done> Withdraw(string reason, Role by)
    {
        if (!StudyErrors.MayKeep(by)) return StudyErrors.ForLeaders("TWS-6.6");
        if (WithdrawnBecause is not null) return StudyErrors.WithdrawnAlready("TWS-6.6");
        WithdrawnBecause = reason;
        Raise(new ConditionsWithdrawn(Key));
        Raise(new("facility.withdrawn"));
        return Done.It;
    }

    private ConditionHeld Holds() => new(OrganizationId.Value, StrictJson.Word(Kind), From, To, Key);
}
