using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Records the talk that was held, with its three contents (TWS-10.3): one that is missing gets an advice. The person in charge or the recorder does it.</summary>
/// <param name="Admonition">The case.</param>
/// <param name="HeldOn">When it was held: the agreed day or later, not in the future.</param>
/// <param name="Problem">The main problem and the matters to watch, as they were pointed out.</param>
/// <param name="Education">The criticism and education, with the term and the requirements for mending.</param>
/// <param name="Direction">The direction, and the measures for mending that were drawn up together.</param>
/// <param name="Attitude">How the member took it.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AdmonitionDesk.Parties, RuleId = "TWS-10.2")]
public sealed record RecordAdmonitionTalk(Id<AdmonitionCase> Admonition, LocalDate HeldOn, [Secret] string? Problem, [Secret] string? Education, [Secret] string? Direction, [Secret] string? Attitude, ExpectedVersion Expected) : ICommand<AdmonitionCaseAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="HeldOn">When it was held: the agreed day or later, not in the future.</param>
    /// <param name="Problem">The main problem and the matters to watch, as they were pointed out.</param>
    /// <param name="Education">The criticism and education, with the term and the requirements for mending.</param>
    /// <param name="Direction">The direction, and the measures for mending that were drawn up together.</param>
    /// <param name="Attitude">How the member took it.</param>
    /// <example>{"heldOn": "2024-05-20", "problem": "连续三次无故缺席支部活动", "education": "说明组织生活的要求，限三个月内改正", "direction": "制定参加活动的计划", "attitude": "态度诚恳"}</example>
    public sealed record Body(LocalDate HeldOn, string? Problem = null, string? Education = null, string? Direction = null, string? Attitude = null);
}

internal sealed class RecordAdmonitionTalkValidator : AbstractValidator<RecordAdmonitionTalk>
{
    public RecordAdmonitionTalkValidator(Clock clock)
    {
        RuleFor(r => r.HeldOn).NotInFuture(clock);
        RuleFor(r => r.Problem).HasNoFault(text => text is null ? null : AdmonitionTexts.FaultIn(text));
        RuleFor(r => r.Education).HasNoFault(text => text is null ? null : AdmonitionTexts.FaultIn(text));
        RuleFor(r => r.Direction).HasNoFault(text => text is null ? null : AdmonitionTexts.FaultIn(text));
        RuleFor(r => r.Attitude).HasNoFault(text => text is null ? null : AdmonitionTexts.FaultIn(text));
    }
}

internal sealed class RecordAdmonitionTalkHandler(AdmonitionDesk desk) : IHandler<RecordAdmonitionTalk, AdmonitionCaseAnswer>
{
    public async Task<Result<AdmonitionCaseAnswer>> Handle(RecordAdmonitionTalk request, CancellationToken cancellationToken)
    {
        var loaded = await desk.ToChange(request.Admonition, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (it, standing, act) = loaded.Value;
        var done = it.RecordTalk(new(request.HeldOn, request.Problem, request.Education, request.Direction, request.Attitude), standing, act);
        return done.Succeeded ? ((Result<AdmonitionCaseAnswer>)await desk.Tell(it, standing, cancellationToken)).With(done.Advices) : Result<AdmonitionCaseAnswer>.Failure(done.Errors);
    }
}
