using System.Globalization;
using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.InnerPartySupervision;

/// <summary>How a letter or visit came.</summary>
public enum LetterChannel
{
    /// <summary>Through the product.</summary>
    Online,

    /// <summary>On paper.</summary>
    Paper,

    /// <summary>Somebody came in person or rang.</summary>
    Visit,
}

/// <summary>How far a letter is.</summary>
public enum LetterStatus
{
    /// <summary>Received; it awaits its number.</summary>
    Received,

    /// <summary>Entered in the register.</summary>
    Registered,

    /// <summary>Given to somebody who answers it.</summary>
    Assigned,

    /// <summary>Answered; the sender reads the answer with his code.</summary>
    Answered,

    /// <summary>Closed. Nothing follows.</summary>
    Closed,
}

/// <summary>
/// A letter or visit (群众来信来访; TWS-9.2.7): received, registered, assigned, answered within the rule's term, closed. Whoever does not sign is not known to the product: neither account nor address nor session is kept
/// anywhere, and the day is the finest time. He follows the letter with a code, of which only the hash is kept.
/// </summary>
public sealed class Letter : Aggregate, IConfidential
{
    /// <summary>The longest letter, in characters.</summary>
    public const int TextLength = 10_000;

    /// <summary>The longest answer or conclusion, in characters.</summary>
    public const int AnswerLength = 4_000;

    private const Role Keepers = Role.BranchSecretary | Role.DisciplineInspector | Role.Officers;

    private Letter() { }

    /// <summary>Whoever wrote it; he needs no account.</summary>
    public static Part Sender { get; } = new("sender", new("The sender, with or without an account", "来信来访人（可不登录）"));

    /// <summary>The one to whom it was given.</summary>
    public static Part Assignee { get; } = new("assignee", new("The person to whom it was assigned", "承办人"));

    /// <summary>The steps.</summary>
    public static Procedure<LetterStatus> Procedure { get; } = new("letter", new("Letters and visits", "来信来访"), SupervisionLabels.LetterStatuses,
        new("sendLetter", new("send a letter", "来信"), "TWS-9.2.7", [], LetterStatus.Received, Role.None, Sender),
        new("recordLetter", new("record a letter on paper or a visit", "登记纸质来信或来访"), "TWS-9.2.7", [], LetterStatus.Received, Keepers),
        new("registerLetter", new("register it", "登记编号"), "TWS-9.2.7", [LetterStatus.Received], LetterStatus.Registered, Keepers),
        new("assignLetter", new("assign it", "交办"), "TWS-9.2.7", [LetterStatus.Registered, LetterStatus.Assigned], LetterStatus.Assigned, Keepers),
        new("answerLetter", new("answer it", "答复"), "TWS-9.2.7", [LetterStatus.Assigned], LetterStatus.Answered, Role.None, Assignee),
        new("closeLetter", new("close it", "办结"), "TWS-9.2.7", [LetterStatus.Answered], LetterStatus.Closed, Keepers));

    /// <summary>The letter's id.</summary>
    public Id<Letter> Id { get; private set; }

    /// <summary>Who answers it: the organization, or its superior where the sender asked for that.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>How it came.</summary>
    public LetterChannel Channel { get; private set; }

    /// <summary>What it says.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the sender calls himself; none of an anonymous one.</summary>
    public string? SenderName { get; private set; }

    /// <summary>Whose account signed it; none of an anonymous one.</summary>
    public Id<Account>? SignedBy { get; private set; }

    /// <summary>SHA-256 of the code with which its sender follows it.</summary>
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>The day on which it came; no finer time is kept.</summary>
    public LocalDate ReceivedOn { get; private set; }

    /// <summary>How far it is.</summary>
    public LetterStatus Status { get; private set; }

    /// <summary>Its number in the organization's register, <c>2026-003</c>.</summary>
    public string? Number { get; private set; }

    /// <summary>Who answers it.</summary>
    public Id<Person>? AssignedTo { get; private set; }

    /// <summary>The answer.</summary>
    public string? Answer { get; private set; }

    /// <summary>The day of the answer.</summary>
    public LocalDate? AnsweredOn { get; private set; }

    /// <summary>How it ended.</summary>
    public string? Conclusion { get; private set; }

    /// <summary>The day on which it was closed.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Takes a letter.</summary>
    /// <param name="organization">Who answers it.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="text">What it says.</param>
    /// <param name="senderName">What the sender calls himself; none of an anonymous one.</param>
    /// <param name="signedBy">Whose account signs it; none of an anonymous one.</param>
    /// <param name="receivedOn">The day on which it came.</param>
    /// <param name="code">With what its sender will follow it.</param>
    /// <param name="ids">Makes its id.</param>
    public static Letter Receive(Id<Organization> organization, LetterChannel channel, string text, string? senderName, Id<Account>? signedBy, LocalDate receivedOn, OneTimeSecret code, Ids ids)
    {
        var letter = new Letter
        {
            Id = ids.New<Letter>(), OrganizationId = organization, Channel = channel, Text = text, SenderName = senderName, SignedBy = signedBy, CodeHash = code.Hash, ReceivedOn = receivedOn,
        };
        letter.Raise(new EvidenceGained(organization.Value, "letterReceived", receivedOn, letter.Key));
        letter.Raise(new("letter.received"));
        return letter;
    }

    /// <summary>Enters it in the register, under the next number of the year in which it came.</summary>
    public Result<Done> Register(int sequence, Standing standing)
    {
        if (Procedure.RefusalOf("registerLetter", Status, standing) is { } refusal) return refusal;
        (Status, Number) = (LetterStatus.Registered, string.Create(CultureInfo.InvariantCulture, $"{ReceivedOn.Year:0000}-{sequence:000}"));
        Raise(new("letter.registered"));
        return Done.It;
    }

    /// <summary>Gives it to somebody, or from one to another.</summary>
    public Result<Done> Assign(Id<Person> person, Standing standing)
    {
        if (Procedure.RefusalOf("assignLetter", Status, standing) is { } refusal) return refusal;
        (Status, AssignedTo) = (LetterStatus.Assigned, person);
        Raise(new("letter.assigned"));
        return Done.It;
    }

    /// <summary>Answers it.</summary>
    public Result<Done> Reply(string answer, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("answerLetter", Status, standing) is { } refusal) return refusal;
        (Status, Answer, AnsweredOn) = (LetterStatus.Answered, answer, today);
        Raise(new EvidenceGained(OrganizationId.Value, "letterAnswered", today, Key, For: ReceivedOn));
        Raise(new("letter.answered"));
        return Done.It;
    }

    /// <summary>Closes it.</summary>
    public Result<Done> Close(string conclusion, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("closeLetter", Status, standing) is { } refusal) return refusal;
        (Status, Conclusion, ClosedOn) = (LetterStatus.Closed, conclusion, today);
        Raise(new("letter.closed"));
        return Done.It;
    }

    /// <summary>Who answers it turned out to be registered twice (REG-23).</summary>
    public void PassPerson(Id<Person> survivor)
    {
        AssignedTo = survivor;
        Raise(new("letter.personPassed"));
    }
}
