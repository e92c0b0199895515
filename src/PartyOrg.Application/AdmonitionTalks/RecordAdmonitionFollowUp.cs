using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Records what the follow-up found (TWS-10.2). The person named for it does it, as often as it is needed.</summary>
/// <param name="Admonition">The case.</param>
/// <param name="On">On which day, since the requirements were set and up to today.</param>
/// <param name="Found">What was found, 1 to 4000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AdmonitionDesk.Parties, RuleId = "TWS-10.2")]
public sealed record RecordAdmonitionFollowUp(Id<AdmonitionCase> Admonition, LocalDate On, [Secret] string Found, ExpectedVersion Expected) : ICommand<AdmonitionCaseAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="On">On which day, since the requirements were set and up to today.</param>
    /// <param name="Found">What was found, 1 to 4000 characters.</param>
    /// <example>{"on": "2024-06-30", "found": "六月两次活动均按时参加"}</example>
    public sealed record Body(LocalDate On, string Found);
}

internal sealed class RecordAdmonitionFollowUpValidator : AbstractValidator<RecordAdmonitionFollowUp>
{
    public RecordAdmonitionFollowUpValidator(Clock clock)
    {
        RuleFor(r => r.On).NotInFuture(clock);
        RuleFor(r => r.Found).HasNoFault(AdmonitionTexts.FaultIn);
    }
}

internal sealed class RecordAdmonitionFollowUpHandler(AdmonitionDesk desk) : IHandler<RecordAdmonitionFollowUp, AdmonitionCaseAnswer>
{
    public async Task<Result<AdmonitionCaseAnswer>> Handle(RecordAdmonitionFollowUp request, CancellationToken cancellationToken)
    {
        var loaded = await desk.ToChange(request.Admonition, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (it, standing, _) = loaded.Value;
        var done = it.RecordFollowUp(new(request.On, request.Found), standing);
        return done.Succeeded ? ((Result<AdmonitionCaseAnswer>)await desk.Tell(it, standing, cancellationToken)).With(done.Advices) : Result<AdmonitionCaseAnswer>.Failure(done.Errors);
    }
}
