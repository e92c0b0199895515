using System.Reflection;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>A shape of check: what rule files call it, and which parameters it takes.</summary>
/// <param name="name">The word under <c>is</c>.</param>
/// <param name="meaning">What a check of this shape asks.</param>
/// <param name="parameters">The parameters in the order in which they are documented.</param>
/// <param name="make">Makes the check out of parameters that are well, each by itself.</param>
/// <param name="faultOf">What is wrong with the parameters together, where each is well by itself; none when nothing is.</param>
public sealed class CheckShape(
    string name, Text meaning, IReadOnlyList<CheckParameter> parameters, Func<ParameterValues, Check> make, Func<ParameterValues, Text?>? faultOf = null)
{
    private static readonly Lazy<IReadOnlyDictionary<string, CheckShape>> Found = new(() => typeof(Check).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Check)) && !t.IsAbstract)
        .Select(t => t.GetProperty("Shape", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)?.GetValue(null) as CheckShape
            ?? throw new InvalidOperationException($"{t.Name} declares no static property Shape."))
        .ToDictionary(s => s.Name));

    /// <summary>Every shape by name: each sealed subclass of <see cref="Check"/> declares its own.</summary>
    public static IReadOnlyDictionary<string, CheckShape> All => Found.Value;

    /// <summary>The word under <c>is</c>.</summary>
    public string Name => name;

    /// <summary>What a check of this shape asks.</summary>
    public Text Meaning => meaning;

    /// <summary>Whether it can count kinds whose pieces name what they are for.</summary>
    public bool CountsWhatIsNamed { get; init; }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<CheckParameter> Parameters => parameters;

    /// <summary>What is wrong with the parameters together; none when nothing is.</summary>
    public Text? FaultOf(ParameterValues values) => faultOf?.Invoke(values);

    /// <summary>The check with these parameters, each of which is well.</summary>
    public Check Make(ParameterValues values) => make(values);
}
