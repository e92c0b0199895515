using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance;

/// <summary>
/// A superior excuses an organization or Party group from one duty in one period (REG-17). What was done all the same counts: a waiver hides no work.
/// It is never changed, only taken back, so that <c>knownAt</c> tells the truth.
/// </summary>
public sealed class DutyWaiver : Aggregate
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private DutyWaiver() { }

    /// <summary>The waiver's id.</summary>
    public Id<DutyWaiver> Id { get; private set; }

    /// <summary>Who is excused.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The judged rule from which it is excused.</summary>
    public string RuleId { get; private set; } = "";

    /// <summary>The first day of the period; it names the period whatever its length.</summary>
    public LocalDate PeriodFrom { get; private set; }

    /// <summary>The last day of the period, itself included.</summary>
    public LocalDate PeriodTo { get; private set; }

    /// <summary>The period's label.</summary>
    public string PeriodLabel { get; private set; } = "";

    /// <summary>Why, in the superior's words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whose account gave it.</summary>
    public Id<Account> GivenBy { get; private set; }

    /// <summary>When it was given.</summary>
    public Instant RecordedAt { get; private set; }

    /// <summary>When it was taken back; none while it stands.</summary>
    public Instant? VoidedAt { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Excuses the duty of a judgement that is not met and binds the organization through the whole period.</summary>
    /// <param name="organization">Who is excused.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="judgement">How the duty stands today; none where the rule asks nothing of the organization in the period.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Whose account gives it.</param>
    /// <param name="ids">Makes its id.</param>
    /// <param name="at">Now.</param>
    public static Result<DutyWaiver> Give(Id<Organization> organization, string rule, Judgement? judgement, string reason, Id<Account> by, Ids ids, Instant at)
    {
        if (judgement is not { } duty || duty.Status == VerdictStatus.NotApplicable) return WaiverErrors.NothingAsked(rule);
        if (duty.MetOn is { } day) return WaiverErrors.Met(day);
        if (duty.Status == VerdictStatus.Waived) return WaiverErrors.WaivedAlready;

        var period = duty.Slot.Period;
        var waiver = new DutyWaiver
        {
            Id = ids.New<DutyWaiver>(), OrganizationId = organization, RuleId = rule, PeriodFrom = period.From, PeriodTo = period.To, PeriodLabel = period.Label, Reason = reason,
            GivenBy = by, RecordedAt = at,
        };
        waiver.Raise(new("waiver.given"));
        return waiver;
    }

    /// <summary>Takes the waiver back: from now on the duty is asked again.</summary>
    public Result<Done> Withdraw(string reason, Instant at)
    {
        if (VoidedAt is not null) return WaiverErrors.WithdrawnAlready;
        (VoidedAt, WithdrawnBecause) = (at, reason);
        Raise(new("waiver.withdrawn"));
        return Done.It;
    }
}
