using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>
/// Gives an opinion on a publication: before the decision while it is open, or on its published result (TWS-8.3, TWS-8.5). Nobody needs an account; who is signed in may sign. What is not signed stays anonymous: neither account, session nor
/// address is kept anywhere. What is for members only takes opinions of members who are signed in, anonymous ones too. It needs a one-time ticket (POST /api/v1/public/tickets); the answer holds a code, shown once, with which the reply is followed.
/// </summary>
/// <param name="Publication">The publication.</param>
/// <param name="Text">1 to 4,000 characters.</param>
/// <param name="Sign">Whether the account that is signed in signs it.</param>
/// <param name="Ticket">A one-time ticket.</param>
[AllowedToEveryone]
public sealed record GiveOpinion(Id<Publication> Publication, [property: Secret] string Text, bool Sign, [property: Secret] string Ticket) : ICommand<FollowUpAnswer>, IMayBeAnonymous
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsAnonymous => !Sign;

    /// <summary>What somebody thinks of it.</summary>
    /// <param name="Text">1 to 4,000 characters.</param>
    /// <param name="Sign">Whether the account that is signed in signs it.</param>
    /// <param name="Ticket">A one-time ticket.</param>
    /// <example>{"text": "建议增加一线职工名额。", "sign": false, "ticket": "Vd3kq0m1xJ0mYb8mR1n0bQyqk1bqv7n0o3c2Zt5uW9A"}</example>
    public sealed record Body([property: Secret] string Text, bool Sign, [property: Secret] string Ticket);
}

/// <summary>A text was received.</summary>
/// <param name="Code">With this its sender follows it. It is shown once and kept nowhere.</param>
/// <param name="ReceivedOn">The day; no finer time is kept.</param>
public sealed record FollowUpAnswer([property: Secret] string? Code, LocalDate ReceivedOn) : Answer;

internal sealed class GiveOpinionValidator : AbstractValidator<GiveOpinion>
{
    public GiveOpinionValidator() => RuleFor(r => r.Text).HasNoFault(t => FreeText.FaultIn(t, Opinion.TextLength));
}

internal sealed class GiveOpinionHandler(PartyOrgContext db, Caller caller, Rights rights, ISubmissionTickets tickets, Ids ids, Clock clock) : IHandler<GiveOpinion, FollowUpAnswer>
{
    public async Task<Result<FollowUpAnswer>> Handle(GiveOpinion request, CancellationToken cancellationToken)
    {
        var signer = await rights.SignerOf(caller, request.Sign, cancellationToken);
        if (!signer.Succeeded) return signer.Errors[0];
        var found = await (from p in db.Publications join o in db.Organizations on p.OrganizationId equals o.Id where p.Id == request.Publication select new { p.OrganizationId, p.Audience, o.Path })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || (found.Audience == PublicationAudience.Members && !(await rights.Read(caller, cancellationToken) && caller.IsOfTheParty(found.Path)))) return PublicationErrors.NotFound;

        await db.LockChain(found.OrganizationId.Value, cancellationToken);
        var publication = await db.Publications.AsNoTracking().SingleAsync(p => p.Id == request.Publication, cancellationToken);
        if (!publication.IsOnView) return PublicationErrors.NotFound;
        if (await db.Spend(tickets, request.Ticket, clock, cancellationToken) is { } refusal) return refusal;
        var code = OneTimeSecret.New();
        var given = Opinion.Give(publication, request.Text, signer.Value, code, ids.Of(request), clock.Today);
        if (!given.Succeeded) return given.Errors[0];
        db.Add(given.Value);
        return new FollowUpAnswer(code.Text, given.Value.ReceivedOn);
    }
}

/// <summary>Who signs.</summary>
internal static class Signing
{
    /// <summary>The account that signs; none of what is not signed. Whoever is not signed in cannot sign.</summary>
    public static async Task<Result<Id<Account>?>> SignerOf(this Rights rights, Caller caller, bool signs, CancellationToken cancellation) =>
        !signs ? (Id<Account>?)null : await rights.Read(caller, cancellation) ? caller.AccountId : PublicationErrors.SignatureWithoutAccount;
}
