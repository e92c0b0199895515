using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Decides on a proposed talk (TWS-10.2): the committee, the general meeting where there is none, the superior where the member is the secretary. Names who is in charge of the talk, or decides against it.</summary>
/// <param name="Admonition">The case.</param>
/// <param name="TalkerId">Who is in charge of the talk; none where it is decided that no talk is held.</param>
/// <param name="NoTalk">Whether it is decided that no talk is held: then nobody is named, and the case ends.</param>
/// <param name="Reason">Why it was decided so, 1 to 4000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AdmonitionDesk.Parties, RuleId = "TWS-10.2")]
public sealed record DecideAdmonition(Id<AdmonitionCase> Admonition, [Secret] Id<Person>? TalkerId, [Secret] bool NoTalk, [Secret] string Reason, ExpectedVersion Expected) : ICommand<AdmonitionCaseAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="TalkerId">Who is in charge of the talk; none where it is decided that no talk is held.</param>
    /// <param name="Reason">Why it was decided so, 1 to 4000 characters.</param>
    /// <param name="NoTalk">Whether it is decided that no talk is held: then nobody is named, and the case ends.</param>
    /// <example>{"talkerId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "reason": "支委会研究，同意进行诫勉谈话"}</example>
    public sealed record Body(string Reason, Id<Person>? TalkerId = null, bool NoTalk = false);
}

internal sealed class DecideAdmonitionValidator : AbstractValidator<DecideAdmonition>
{
    public DecideAdmonitionValidator()
    {
        RuleFor(r => r.Reason).HasNoFault(AdmonitionTexts.FaultIn);
    }
}

internal sealed class DecideAdmonitionHandler(AdmonitionDesk desk) : IHandler<DecideAdmonition, AdmonitionCaseAnswer>
{
    public async Task<Result<AdmonitionCaseAnswer>> Handle(DecideAdmonition request, CancellationToken cancellationToken)
    {
        var loaded = await desk.ToChange(request.Admonition, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (it, standing, act) = loaded.Value;
        var done = it.Decide(request.TalkerId, request.NoTalk, request.Reason, standing, act);
        if (!done.Succeeded) return Result<AdmonitionCaseAnswer>.Failure(done.Errors);
        // Whoever may not take the step learns nothing of the register.
        if (request.TalkerId is { } talker && !await desk.Knows(talker, cancellationToken)) return AdmonitionErrors.PersonUnknown.At("/talkerId");
        return ((Result<AdmonitionCaseAnswer>)await desk.Tell(it, standing, cancellationToken)).With(done.Advices);
    }
}
