using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartyOrg.WebApi.OpenApi;

/// <summary>The documentation comments of the product's own types: what stands on a request becomes the documentation of its operation.</summary>
internal static partial class XmlDocs
{
    private static readonly FrozenDictionary<string, XElement> Members = Files().SelectMany(f => WithoutMarkup(XDocument.Load(f)).Descendants("member"))
        .Where(m => m.Attribute("name")!.Value.Contains(":PartyOrg.", StringComparison.Ordinal)).ToFrozenDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>The documentation files of the product's assemblies.</summary>
    public static IEnumerable<string> Files() => new[] { typeof(Domain.Aggregate), typeof(Application.PartyOrgContext), typeof(XmlDocs) }
        .Select(t => Path.ChangeExtension(t.Assembly.Location, "xml")).Where(File.Exists);

    /// <summary>What the type is or does.</summary>
    public static string? Summary(Type type) => Text(Of(type)?.Element("summary"));

    /// <summary>What one of the type's values means.</summary>
    public static string? Parameter(Type type, string name) =>
        Text(Of(type)?.Elements("param").FirstOrDefault(p => string.Equals(p.Attribute("name")!.Value, name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>An example of the type as JSON.</summary>
    public static string? Example(Type type) => Of(type)?.Element("example")?.Value.Trim();

    /// <summary>What a property or enum value means.</summary>
    public static string? Summary(MemberInfo member) =>
        Text(Members.GetValueOrDefault($"{(member is FieldInfo ? 'F' : 'P')}:{NameOf(member.DeclaringType!)}.{member.Name}")?.Element("summary"));

    private static XElement? Of(Type type) => Members.GetValueOrDefault("T:" + NameOf(type));

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element) => element is null ? null : Spaces().Replace(element.Value.Trim(), " ");

    // Once, when it is read: requests that come at the same time share the elements, and elements that two threads change are broken.
    private static XDocument WithoutMarkup(XDocument file)
    {
        foreach (var code in file.Descendants("c").ToList()) code.ReplaceWith($"`{code.Value}`");
        foreach (var reference in file.Descendants("see").ToList()) reference.ReplaceWith(reference.Attribute("cref")?.Value.Split('.')[^1] ?? "");
        return file;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
