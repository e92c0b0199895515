using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Adds the member's own statement to the record (TWS-10.2). Nobody else writes it, and what he said before stays.</summary>
/// <param name="Admonition">The case.</param>
/// <param name="Text">His words, 1 to 4000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AdmonitionDesk.Parties, RuleId = "TWS-10.2")]
public sealed record AddAdmonitionStatement(Id<AdmonitionCase> Admonition, [Secret] string Text, ExpectedVersion Expected) : ICommand<AdmonitionCaseAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Text">His words, 1 to 4000 characters.</param>
    /// <example>{"text": "对缺席说明如下：……"}</example>
    public sealed record Body(string Text);
}

internal sealed class AddAdmonitionStatementValidator : AbstractValidator<AddAdmonitionStatement>
{
    public AddAdmonitionStatementValidator()
    {
        RuleFor(r => r.Text).HasNoFault(AdmonitionTexts.FaultIn);
    }
}

internal sealed class AddAdmonitionStatementHandler(AdmonitionDesk desk) : IHandler<AddAdmonitionStatement, AdmonitionCaseAnswer>
{
    public async Task<Result<AdmonitionCaseAnswer>> Handle(AddAdmonitionStatement request, CancellationToken cancellationToken)
    {
        var loaded = await desk.ToChange(request.Admonition, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (it, standing, act) = loaded.Value;
        var done = it.AddStatement(request.Text, standing, act);
        return done.Succeeded ? ((Result<AdmonitionCaseAnswer>)await desk.Tell(it, standing, cancellationToken)).With(done.Advices) : Result<AdmonitionCaseAnswer>.Failure(done.Errors);
    }
}
