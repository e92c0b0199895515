using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Domain.AdmonitionTalks;

/// <summary>A person decided that the facts of a candidate lead to no case (TWS-10.1). It stands for these facts; with new ones the candidate appears again.</summary>
public sealed class CandidateDismissal : Aggregate, IConfidential
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private CandidateDismissal() { }

    /// <summary>The id.</summary>
    public Id<CandidateDismissal> Id { get; private set; }

    /// <summary>Whose member he is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>The ground.</summary>
    public Ground Ground { get; private set; }

    /// <summary>The facts on which it was decided.</summary>
    public IReadOnlyList<TriggerFact> Facts { get; private set; } = [];

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whose account decided.</summary>
    public Id<Account> DismissedBy { get; private set; }

    /// <summary>When.</summary>
    public Instant DismissedAt { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Two records of one person were merged (REG-23): the facts are the other's from now on.</summary>
    public void PassTo(Id<Person> survivor)
    {
        PersonId = survivor;
        Raise(new Step("admonition.personPassed"));
    }

    /// <summary>Dismisses the candidate.</summary>
    public static CandidateDismissal Of(Candidate candidate, Id<Organization> organization, string reason, Id<Account> by, Ids ids, Instant at)
    {
        var dismissal = new CandidateDismissal
        {
            Id = ids.New<CandidateDismissal>(), OrganizationId = organization, PersonId = candidate.PersonId, Ground = candidate.Ground, Facts = candidate.Facts, Reason = reason, DismissedBy = by, DismissedAt = at,
        };
        dismissal.Raise(new Step("admonition.candidateDismissed"));
        return dismissal;
    }
}
