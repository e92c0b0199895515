using System.Reflection;

namespace PartyOrg.Domain.Names;

/// <summary>Every list of codes of the product, found where it stands: beside the enumeration that it labels. Nobody keeps a second list.</summary>
public sealed class CodeBook
{
    private readonly SortedDictionary<string, ICodeList> lists = new(StringComparer.Ordinal);

    /// <summary>The lists that the assemblies' types hold in static properties and fields. Two different ones of one enumeration are a mistake.</summary>
    public CodeBook(params Assembly[] assemblies)
    {
        const BindingFlags Held = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var type in assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters))
        {
            var held = type.GetProperties(Held).Where(p => p.PropertyType.IsAssignableTo(typeof(ICodeList))).Select(p => p.GetValue(null))
                .Concat(type.GetFields(Held).Where(f => f.FieldType.IsAssignableTo(typeof(ICodeList))).Select(f => f.GetValue(null)));
            foreach (var list in held.OfType<ICodeList>().Where(l => l.IsPublic))
            {
                if (!lists.TryAdd(list.Name, list) && !ReferenceEquals(lists[list.Name], list)) throw new InvalidOperationException($"{list.Name} has two lists of labels.");
            }
        }
    }

    /// <summary>The lists by name.</summary>
    public IReadOnlyCollection<ICodeList> Lists => lists.Values;

    /// <summary>The list of this name; none where there is no such list.</summary>
    public ICodeList? Find(string name) => lists.GetValueOrDefault(name);
}
