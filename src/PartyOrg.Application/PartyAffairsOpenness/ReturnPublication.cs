using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Returns a major matter for the superior (TWS-8.4b): its result is written anew and checked again.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers, RuleId = "TWS-8.4b")]
public sealed record ReturnPublication(Id<Publication> Publication, string Reason, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "请补充经费来源"}</example>
    public sealed record Body(string Reason);
}

internal sealed class ReturnPublicationValidator : AbstractValidator<ReturnPublication>
{
    public ReturnPublicationValidator() => RuleFor(r => r.Reason).HasNoFault(t => FreeText.FaultIn(t, Domain.PartyAffairsOpenness.Publication.ReasonLength));
}

internal sealed class ReturnPublicationHandler(PartyOrgContext db, Caller caller) : IHandler<ReturnPublication, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(ReturnPublication request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Told(it.Publication.Return(request.Reason, it.Standing));
    }
}
