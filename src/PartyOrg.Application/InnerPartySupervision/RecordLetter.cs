using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Records a letter that came on paper, or a visit (TWS-9.2.7). The answer holds a code, shown once, that can be given to the sender.</summary>
/// <param name="OrganizationId">Who answers it.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ReceivedOn">The day on which it came, today or before; the term runs from it.</param>
/// <param name="Text">What it says, 1 to 10,000 characters.</param>
/// <param name="Name">What the sender calls himself, 1 to 100 characters; left out where he is unknown.</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "channel": "visit", "receivedOn": "2026-03-02", "text": "来访反映加班费发放问题。"}</example>
[AllowedTo(Role.BranchSecretary | Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.7")]
public sealed record RecordLetter(Id<Organization> OrganizationId, LetterChannel Channel, LocalDate ReceivedOn, [property: Secret] string Text, [property: Secret] string? Name = null) : ICreate<RecordedLetter>;

/// <summary>A letter was recorded.</summary>
/// <param name="Letter">The letter, without its text.</param>
/// <param name="Code">With this its sender follows it. It is shown once; a repeated request does not show it again.</param>
public sealed record RecordedLetter(LetterSummary Letter, [property: Secret] string? Code = null) : Answer, IVersioned
{
    /// <inheritdoc/>
    public int Version => Letter.Version;
}

/// <summary>A letter in a list, without its text.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Who answers it.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ReceivedOn">The day on which it came.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Number">Its number in the register.</param>
/// <param name="AnsweredOn">When it was answered.</param>
/// <param name="ClosedOn">When it was closed.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record LetterSummary(
    Id<Letter> Id, Id<Organization> OrganizationId, LetterChannel Channel, LocalDate ReceivedOn, LetterStatus Status, string? Number, LocalDate? AnsweredOn, LocalDate? ClosedOn,
    IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static LetterSummary Of(Letter l, Standing standing) => new(
        l.Id, l.OrganizationId, l.Channel, l.ReceivedOn, l.Status, l.Number, l.AnsweredOn, l.ClosedOn, Letter.Procedure.NextFor(l.Status, standing), l.Version);
}

internal sealed class RecordLetterValidator : AbstractValidator<RecordLetter>
{
    public RecordLetterValidator(Clock clock)
    {
        RuleFor(r => r.ReceivedOn).NotInFuture(clock);
        RuleFor(r => r.Text).HasNoFault(t => FreeText.FaultIn(t, Letter.TextLength));
        RuleFor(r => r.Name).HasNoFault(t => t is null ? null : FreeText.FaultIn(t, SupervisionTalk.NameLength));
    }
}

internal sealed class RecordLetterHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<RecordLetter, RecordedLetter>
{
    public async Task<Result<RecordedLetter>> Handle(RecordLetter request, CancellationToken cancellationToken)
    {
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.OrganizationId).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound.At("/organizationId");
        var code = OneTimeSecret.New();
        var letter = db.Add(Letter.Receive(request.OrganizationId, request.Channel, request.Text, request.Name, null, request.ReceivedOn, code, ids)).Entity;
        return new RecordedLetter(LetterSummary.Of(letter, new(caller.RolesOver(path))), code.Text);
    }
}
