using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.RuleBooks;

/// <summary>
/// Computes the amount that a formula gives on a base, exact to the fen, and explains it line by line. Nothing is stored. The book's own rates are taken;
/// what a jurisdiction has changed is not.
/// </summary>
/// <param name="Rule">The formula's id, <c>TWS-D1</c>.</param>
/// <param name="For">For whom: a name in the formula's table, <c>wage</c>.</param>
/// <param name="Base">The base: yuan, or a number of persons or things where the rate is for each; 0 to 9999999999.99, at most two decimals.</param>
/// <param name="On">The day whose rates are taken; today where it is left out.</param>
[AllowedTo(Role.Anyone)]
public sealed partial record ComputeAmount(string Rule, string For, string Base, LocalDate? On) : IQuery<AmountAnswer>
{
    /// <summary>The base as a number; none where it is none.</summary>
    internal decimal? BaseValue => Number().IsMatch(Base) ? decimal.Parse(Base, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^[0-9]{1,10}(\.[0-9]{1,2})?\z")]
    private static partial Regex Number();
}

/// <summary>What a formula gives.</summary>
/// <param name="RuleId">The formula.</param>
/// <param name="RuleVersion">The first day of the version that was in force; it names the version.</param>
/// <param name="Title">The formula as a sentence.</param>
/// <param name="Citation">Where it stands.</param>
/// <param name="Basis">On what the version rests.</param>
/// <param name="For">For whom.</param>
/// <param name="Base">The base.</param>
/// <param name="Amount">The amount in yuan, with two decimals.</param>
/// <param name="Lines">How it came about, line by line.</param>
/// <param name="Parameters">The shape and the table in force.</param>
public sealed record AmountAnswer(
    string RuleId, LocalDate RuleVersion, Text Title, Citation Citation, Basis Basis, string For, string Base, string Amount, IReadOnlyList<Text> Lines,
    IReadOnlyDictionary<string, JsonElement> Parameters);

internal sealed class ComputeAmountHandler(RuleCatalog catalog, Clock clock) : IHandler<ComputeAmount, AmountAnswer>
{
    public Task<Result<AmountAnswer>> Handle(ComputeAmount request, CancellationToken cancellationToken) => Task.FromResult(Compute(request));

    private Result<AmountAnswer> Compute(ComputeAmount request)
    {
        if (!catalog.TryFindRule(request.Rule, out var rule)) return RuleBookErrors.RuleNotFound(request.Rule);
        if (!rule.Versions.Any(v => v.Check is AmountByRates)) return RuleBookErrors.NoFormula(rule.Id);
        if (request.BaseValue is not { } onBase) return RuleBookErrors.BaseMalformed;
        var day = request.On ?? clock.Today;
        if (rule.On(day) is not { Check: AmountByRates formula } version) return RuleBookErrors.NoFormulaOn(rule.Id, day);
        if (!formula.Names.Contains(request.For)) return RuleBookErrors.NoSuchRates(request.For, formula.Names);

        var amount = formula.On(request.For, onBase);
        return new AmountAnswer(
            rule.Id, version.InForceFrom, rule.Title, rule.Citation, version.Basis, request.For, onBase.ToString(CultureInfo.InvariantCulture),
            amount.Yuan.ToString("0.00", CultureInfo.InvariantCulture), amount.Lines, formula.Parameters);
    }
}
