using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.PartyAffairsOpenness;

/// <summary>How far an opinion is.</summary>
public enum OpinionStatus
{
    /// <summary>Received; it awaits an answer.</summary>
    Received,

    /// <summary>Answered. Nothing follows.</summary>
    Answered,
}

/// <summary>Which stage an opinion is about.</summary>
public enum OpinionTiming
{
    /// <summary>On a matter that is open before its decision (TWS-8.3).</summary>
    BeforeDecision,

    /// <summary>On a published result (TWS-8.5).</summary>
    OnResult,
}

/// <summary>
/// What an employee or member thinks of a publication (TWS-8.3, TWS-8.5). Whoever does not sign is not known to the product: neither account nor address nor session is kept anywhere, and the day is the finest time. He follows
/// the answer with a code, of which only the hash is kept.
/// </summary>
public sealed class Opinion : Aggregate
{
    /// <summary>The longest opinion or answer, in characters.</summary>
    public const int TextLength = 4_000;

    private Opinion() { }

    /// <summary>The steps.</summary>
    public static Procedure<OpinionStatus> Procedure { get; } = new("opinion-on-openness", new("An opinion on a publication", "对公开事项的意见"), OpennessLabels.OpinionStatuses,
        new("giveOpinion", new("give an opinion", "提出意见"), "TWS-8.5", [], OpinionStatus.Received, Role.Member, Publication.Employee),
        new("answerOpinion", new("answer the opinion", "答复意见"), "TWS-8.5", [OpinionStatus.Received], OpinionStatus.Answered, Role.BranchSecretary | Role.CommitteeMember));

    /// <summary>The opinion's id.</summary>
    public Id<Opinion> Id { get; private set; }

    /// <summary>On what.</summary>
    public Id<Publication> PublicationId { get; private set; }

    /// <summary>Whose publication it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Which stage it is about.</summary>
    public OpinionTiming Timing { get; private set; }

    /// <summary>What it says.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whose account signed it; none of an anonymous one.</summary>
    public Id<Account>? SignedBy { get; private set; }

    /// <summary>SHA-256 of the code with which its sender follows it.</summary>
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>The day on which it came; no finer time is kept.</summary>
    public LocalDate ReceivedOn { get; private set; }

    /// <summary>How far it is.</summary>
    public OpinionStatus Status { get; private set; }

    /// <summary>The answer.</summary>
    public string? Answer { get; private set; }

    /// <summary>The day of the answer.</summary>
    public LocalDate? AnsweredOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Takes the opinion on a matter that takes opinions now.</summary>
    /// <param name="publication">On what.</param>
    /// <param name="text">What it says.</param>
    /// <param name="signedBy">Whose account signs it; none when it is anonymous.</param>
    /// <param name="code">With what its sender will follow it.</param>
    /// <param name="ids">Makes its id.</param>
    /// <param name="today">Today.</param>
    public static Result<Opinion> Give(Publication publication, string text, Id<Account>? signedBy, OneTimeSecret code, Ids ids, LocalDate today)
    {
        if (publication.TakesOpinions is not { } timing) return PublicationErrors.TakesNoOpinions;
        var opinion = new Opinion
        {
            Id = ids.New<Opinion>(), PublicationId = publication.Id, OrganizationId = publication.OrganizationId, Timing = timing, Text = text, SignedBy = signedBy, CodeHash = code.Hash, ReceivedOn = today,
        };
        opinion.Raise(new EvidenceGained(opinion.OrganizationId.Value, "opinionReceived", today, opinion.Key));
        opinion.Raise(new("opinion.received"));
        return opinion;
    }

    /// <summary>Answers it.</summary>
    public Result<Done> Reply(string answer, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("answerOpinion", Status, standing) is { } refusal) return refusal;
        (Status, Answer, AnsweredOn) = (OpinionStatus.Answered, answer, today);
        Raise(new EvidenceGained(OrganizationId.Value, "opinionAnswered", today, Key, For: ReceivedOn));
        Raise(new("opinion.answered"));
        return Done.It;
    }
}
