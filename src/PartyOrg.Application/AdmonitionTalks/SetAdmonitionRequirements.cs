using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Sets what is to be mended by when, by the nature of the problem and the member's attitude, and names who follows up (TWS-10.2). Those who decide, or the person in charge, do it.</summary>
/// <param name="Admonition">The case.</param>
/// <param name="Requirements">What is to be mended, 1 to 4000 characters.</param>
/// <param name="Term">The last day for it, after today.</param>
/// <param name="FollowerId">Who follows up: not the member.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AdmonitionDesk.Parties, RuleId = "TWS-10.2")]
public sealed record SetAdmonitionRequirements(Id<AdmonitionCase> Admonition, [Secret] string Requirements, LocalDate Term, Id<Person> FollowerId, ExpectedVersion Expected) : ICommand<AdmonitionCaseAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Requirements">What is to be mended, 1 to 4000 characters.</param>
    /// <param name="Term">The last day for it, after today.</param>
    /// <param name="FollowerId">Who follows up: not the member.</param>
    /// <example>{"requirements": "按时参加组织生活，每月书面汇报", "term": "2024-08-31", "followerId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03"}</example>
    public sealed record Body(string Requirements, LocalDate Term, Id<Person> FollowerId);
}

internal sealed class SetAdmonitionRequirementsValidator : AbstractValidator<SetAdmonitionRequirements>
{
    public SetAdmonitionRequirementsValidator()
    {
        RuleFor(r => r.Requirements).HasNoFault(AdmonitionTexts.FaultIn);
    }
}

internal sealed class SetAdmonitionRequirementsHandler(AdmonitionDesk desk) : IHandler<SetAdmonitionRequirements, AdmonitionCaseAnswer>
{
    public async Task<Result<AdmonitionCaseAnswer>> Handle(SetAdmonitionRequirements request, CancellationToken cancellationToken)
    {
        var loaded = await desk.ToChange(request.Admonition, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (it, standing, act) = loaded.Value;
        var done = it.SetRequirements(request.Requirements, request.Term, request.FollowerId, standing, act);
        if (!done.Succeeded) return Result<AdmonitionCaseAnswer>.Failure(done.Errors);
        // Whoever may not take the step learns nothing of the register.
        if (!await desk.Knows(request.FollowerId, cancellationToken)) return AdmonitionErrors.PersonUnknown.At("/followerId");
        return ((Result<AdmonitionCaseAnswer>)await desk.Tell(it, standing, cancellationToken)).With(done.Advices);
    }
}
