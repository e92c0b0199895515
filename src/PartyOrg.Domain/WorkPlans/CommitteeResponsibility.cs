using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>Which part of Party building a committee member answers for, from when to when (TWS-1.1): the secretary answers for the whole, the others for a part each.</summary>
public sealed class CommitteeResponsibility : Aggregate
{
    /// <summary>The longest description of the part, in characters.</summary>
    public const int AreaLength = 500;

    private CommitteeResponsibility() { }

    /// <summary>The assignment's id.</summary>
    public Id<CommitteeResponsibility> Id { get; private set; }

    /// <summary>The organization.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Who answers for it.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>For what.</summary>
    public string Area { get; private set; } = "";

    /// <summary>The first day.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day, itself included; none while it goes on.</summary>
    public LocalDate? To { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Assigns a part to somebody who sits on the committee on that day (TWS-1.1).</summary>
    public static Result<CommitteeResponsibility> Assign(Organization organization, Id<Person> person, bool sitsOnCommittee, string area, LocalDate from, Ids ids)
    {
        if (!organization.Type.PlansItsWork()) return WorkPlanErrors.MakesNoPlans("TWS-1.1");
        if (!sitsOnCommittee) return ResponsibilityErrors.NotOnCommittee(from);

        var assigned = new CommitteeResponsibility { Id = ids.New<CommitteeResponsibility>(), OrganizationId = organization.Id, PersonId = person, Area = area, From = from };
        assigned.Raise(new("responsibility.assigned"));
        return assigned;
    }

    /// <summary>Two records of one person were merged (REG-23): it is the other's.</summary>
    public void PassTo(Id<Person> survivor)
    {
        PersonId = survivor;
        Raise(new("responsibility.assigned"));
    }

    /// <summary>Ends it after its last day.</summary>
    public Result<Done> End(LocalDate lastDay)
    {
        if (To is { } ended) return ResponsibilityErrors.EndedAlready(ended);
        if (lastDay < From) return ResponsibilityErrors.EndsBeforeItBegins(From);
        To = lastDay;
        Raise(new("responsibility.ended"));
        return Done.It;
    }
}

/// <summary>Refusals of responsibilities.</summary>
public static class ResponsibilityErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("responsibility-not-found",
        "There is no such responsibility in an organization in your scope. Look it up with GET /api/v1/organizations/{organization}/responsibilities.",
        "在您的权限范围内没有该项分工。请通过 GET /api/v1/organizations/{organization}/responsibilities 查询。");

    /// <summary>He holds no post of the committee on that day (TWS-1.1).</summary>
    public static Error NotOnCommittee(LocalDate day) => Error.RuleBroken("TWS-1.1", "responsibility-of-no-committee-member",
        $"Responsibilities are assigned to those who sit on the committee, and on {day:uuuu-MM-dd} this person holds no such post here. Fill the post first, or choose another day.",
        $"责任分工限于委员会成员，此人在 {day:uuuu-MM-dd} 未担任本组织的委员职务。请先登记任职，或改选日期。") with { Pointer = "/personId" };

    /// <summary>It has an end (TWS-1.1).</summary>
    public static Error EndedAlready(LocalDate on) => Error.RuleBroken("TWS-1.1", "responsibility-ended",
        $"The responsibility ended on {on:uuuu-MM-dd}. Assign it anew if it goes on.", $"该项分工已于 {on:uuuu-MM-dd} 结束。如需继续，请重新分工。");

    /// <summary>The last day comes before the first (TWS-1.1).</summary>
    public static Error EndsBeforeItBegins(LocalDate from) => Error.RuleBroken("TWS-1.1", "responsibility-ends-before-it-begins",
        $"The responsibility begins on {from:uuuu-MM-dd}; it ends then or later.", $"该项分工自 {from:uuuu-MM-dd} 开始，结束日期不得早于该日。") with { Pointer = "/lastDay" };
}
