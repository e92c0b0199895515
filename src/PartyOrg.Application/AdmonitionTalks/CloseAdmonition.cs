using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>States the outcome on what the follow-up found (TWS-10.2): improved, affirmed and encouraged; or no clear change, with the handling that the organization proposes.</summary>
/// <param name="Admonition">The case.</param>
/// <param name="Improved">Whether he has improved.</param>
/// <param name="Assessment">What has changed, 1 to 4000 characters.</param>
/// <param name="Handling">The handling that is proposed; exactly where nothing clear has changed.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AdmonitionDesk.Parties, RuleId = "TWS-10.2")]
public sealed record CloseAdmonition(Id<AdmonitionCase> Admonition, [Secret] bool Improved, [Secret] string Assessment, [Secret] string? Handling, ExpectedVersion Expected) : ICommand<AdmonitionCaseAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Improved">Whether he has improved.</param>
    /// <param name="Assessment">What has changed, 1 to 4000 characters.</param>
    /// <param name="Handling">The handling that is proposed; exactly where nothing clear has changed.</param>
    /// <example>{"improved": true, "assessment": "已按要求改正，予以肯定和鼓励"}</example>
    public sealed record Body(bool Improved, string Assessment, string? Handling = null);
}

internal sealed class CloseAdmonitionValidator : AbstractValidator<CloseAdmonition>
{
    public CloseAdmonitionValidator()
    {
        RuleFor(r => r.Assessment).HasNoFault(AdmonitionTexts.FaultIn);
        RuleFor(r => r.Handling).HasNoFault(text => text is null ? null : AdmonitionTexts.FaultIn(text));
    }
}

internal sealed class CloseAdmonitionHandler(AdmonitionDesk desk) : IHandler<CloseAdmonition, AdmonitionCaseAnswer>
{
    public async Task<Result<AdmonitionCaseAnswer>> Handle(CloseAdmonition request, CancellationToken cancellationToken)
    {
        var loaded = await desk.ToChange(request.Admonition, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (it, standing, act) = loaded.Value;
        var done = it.CloseWith(request.Improved, request.Assessment, request.Handling, standing, act);
        return done.Succeeded ? ((Result<AdmonitionCaseAnswer>)await desk.Tell(it, standing, cancellationToken)).With(done.Advices) : Result<AdmonitionCaseAnswer>.Failure(done.Errors);
    }
}
