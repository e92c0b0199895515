using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.PartyAffairsOpenness;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>
/// Sends a letter to an organization, or about it to its superior (TWS-9.2.7). Nobody needs an account; who is signed in may sign. What is not signed stays anonymous: neither account, session nor address is kept anywhere.
/// It needs a one-time ticket (POST /api/v1/public/tickets); the answer holds a code, shown once, with which the letter is followed. It is answered within the term of the rule.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="Text">1 to 10,000 characters.</param>
/// <param name="Name">What the sender calls himself, 1 to 100 characters; left out by who wants to stay unknown.</param>
/// <param name="ToSuperior">Whether its superior reads and answers it, and nobody in the organization.</param>
/// <param name="Sign">Whether the account that is signed in signs it.</param>
/// <param name="Ticket">A one-time ticket.</param>
[AllowedToEveryone]
public sealed record SendLetter(Id<Organization> Organization, [property: Secret] string Text, [property: Secret] string? Name, bool ToSuperior, bool Sign, [property: Secret] string Ticket)
    : ICommand<FollowUpAnswer>, IMayBeAnonymous
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsAnonymous => !Sign;

    /// <summary>The letter.</summary>
    /// <param name="Text">1 to 10,000 characters.</param>
    /// <param name="Sign">Whether the account that is signed in signs it.</param>
    /// <param name="Ticket">A one-time ticket.</param>
    /// <param name="Name">What the sender calls himself, 1 to 100 characters; left out by who wants to stay unknown.</param>
    /// <param name="ToSuperior">Whether its superior reads and answers it, and nobody in the organization.</param>
    /// <example>{"text": "食堂招标没有公示。", "sign": false, "ticket": "Vd3kq0m1xJ0mYb8mR1n0bQyqk1bqv7n0o3c2Zt5uW9A", "toSuperior": false}</example>
    public sealed record Body([property: Secret] string Text, bool Sign, [property: Secret] string Ticket, [property: Secret] string? Name = null, bool ToSuperior = false);
}

internal sealed class SendLetterValidator : AbstractValidator<SendLetter>
{
    public SendLetterValidator()
    {
        RuleFor(r => r.Text).HasNoFault(t => FreeText.FaultIn(t, Letter.TextLength));
        RuleFor(r => r.Name).HasNoFault(t => t is null ? null : FreeText.FaultIn(t, SupervisionTalk.NameLength));
    }
}

internal sealed class SendLetterHandler(PartyOrgContext db, Caller caller, Rights rights, ISubmissionTickets tickets, Ids ids, Clock clock) : IHandler<SendLetter, FollowUpAnswer>
{
    public async Task<Result<FollowUpAnswer>> Handle(SendLetter request, CancellationToken cancellationToken)
    {
        var signer = await rights.SignerOf(caller, request.Sign, cancellationToken);
        if (!signer.Succeeded) return signer.Errors[0];
        // Anybody may write to any organization: that is what letters are for.
        var found = await db.Organizations.Where(o => o.Id == request.Organization && o.Type != OrganizationType.PartyGroup).Select(o => new { o.Id, o.SuperiorId }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return SupervisionErrors.AddresseeNotFound;
        var addressee = request.ToSuperior ? found.SuperiorId ?? found.Id : found.Id;
        await db.LockChain(addressee.Value, cancellationToken);
        if (await db.Spend(tickets, request.Ticket, clock, cancellationToken) is { } refusal) return refusal;
        var code = OneTimeSecret.New();
        var letter = db.Add(Letter.Receive(addressee, LetterChannel.Online, request.Text, request.Name, signer.Value, clock.Today, code, ids.Of(request))).Entity;
        return new FollowUpAnswer(code.Text, letter.ReceivedOn);
    }
}
