using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Writes title and text anew: before the secrecy check the text, after the decision the text of the result (TWS-8.3).</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Text">1 to 20,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.3")]
public sealed record RevisePublication(Id<Publication> Publication, string Title, string Text, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Title">1 to 200 characters.</param>
    /// <param name="Text">1 to 20,000 characters.</param>
    /// <example>{"title": "2026年度发展党员计划", "text": "拟于本年度发展党员三名。"}</example>
    public sealed record Body(string Title, string Text);
}

internal sealed class RevisePublicationValidator : AbstractValidator<RevisePublication>
{
    public RevisePublicationValidator()
    {
        RuleFor(r => r.Title).HasNoFault(t => FreeText.FaultIn(t, Domain.PartyAffairsOpenness.Publication.TitleLength));
        RuleFor(r => r.Text).HasNoFault(t => FreeText.FaultIn(t, Domain.PartyAffairsOpenness.Publication.TextLength));
    }
}

internal sealed class RevisePublicationHandler(PartyOrgContext db, Caller caller) : IHandler<RevisePublication, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(RevisePublication request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Told(it.Publication.Revise(request.Title, request.Text, it.Standing));
    }
}
