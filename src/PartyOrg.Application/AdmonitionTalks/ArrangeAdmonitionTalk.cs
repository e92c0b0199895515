using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Tells the member in advance and records the time, place and requirements agreed with him, and who takes the record (TWS-10.2). The person in charge of the talk does it, and may agree them anew before the talk. From now on the member reads the case.</summary>
/// <param name="Admonition">The case.</param>
/// <param name="On">The day of the talk: the day after today at the earliest.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Place">Where, 1 to 200 characters.</param>
/// <param name="Requirements">How he is to prepare, 1 to 1000 characters.</param>
/// <param name="RecorderId">Who takes the record: neither the person in charge nor the member.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AdmonitionDesk.Parties, RuleId = "TWS-10.2")]
public sealed record ArrangeAdmonitionTalk(Id<AdmonitionCase> Admonition, LocalDate On, LocalTime StartsAt, [Secret] string Place, [Secret] string Requirements, Id<Person> RecorderId, ExpectedVersion Expected) : ICommand<AdmonitionCaseAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="On">The day of the talk: the day after today at the earliest.</param>
    /// <param name="StartsAt">When it begins.</param>
    /// <param name="Place">Where, 1 to 200 characters.</param>
    /// <param name="Requirements">How he is to prepare, 1 to 1000 characters.</param>
    /// <param name="RecorderId">Who takes the record: neither the person in charge nor the member.</param>
    /// <example>{"on": "2024-05-20", "startsAt": "15:00", "place": "党员活动室", "requirements": "准备说明缺席原因", "recorderId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03"}</example>
    public sealed record Body(LocalDate On, LocalTime StartsAt, string Place, string Requirements, Id<Person> RecorderId);
}

internal sealed class ArrangeAdmonitionTalkValidator : AbstractValidator<ArrangeAdmonitionTalk>
{
    public ArrangeAdmonitionTalkValidator()
    {
        RuleFor(r => r.Place).HasNoFault(text => FreeText.FaultIn(text, TalkArrangement.PlaceLength));
        RuleFor(r => r.Requirements).HasNoFault(text => FreeText.FaultIn(text, TalkArrangement.RequirementsLength));
    }
}

internal sealed class ArrangeAdmonitionTalkHandler(AdmonitionDesk desk) : IHandler<ArrangeAdmonitionTalk, AdmonitionCaseAnswer>
{
    public async Task<Result<AdmonitionCaseAnswer>> Handle(ArrangeAdmonitionTalk request, CancellationToken cancellationToken)
    {
        var loaded = await desk.ToChange(request.Admonition, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (it, standing, act) = loaded.Value;
        var done = it.Arrange(request.On, request.StartsAt, request.Place, request.Requirements, request.RecorderId, standing, act);
        if (!done.Succeeded) return Result<AdmonitionCaseAnswer>.Failure(done.Errors);
        // Whoever may not take the step learns nothing of the register.
        if (!await desk.Knows(request.RecorderId, cancellationToken)) return AdmonitionErrors.PersonUnknown.At("/recorderId");
        return ((Result<AdmonitionCaseAnswer>)await desk.Tell(it, standing, cancellationToken)).With(done.Advices);
    }
}
