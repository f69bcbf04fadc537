using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PerfectviewFunctions.LocalHost.Tests.Settings;

/// <summary>What the doc comments of our assemblies say, from the files that the build puts beside them, as Markdown.</summary>
internal static partial class XmlDocumentation
{
    private static readonly Dictionary<Assembly, Dictionary<string, XElement>> Read = [];
    private static readonly Lock Reading = new();

    /// <returns>Empty when the property has none.</returns>
    public static string SummaryOf(PropertyInfo property) => Of(property, "summary");

    /// <summary>Of a setting they say for whom it is: a developer alone, or nobody.</summary>
    public static string RemarksOf(PropertyInfo property) => Of(property, "remarks");

    private static string Of(PropertyInfo property, string part)
    {
        var members = MembersOf(property.DeclaringType!.Assembly);
        return members.TryGetValue($"P:{property.DeclaringType.FullName}.{property.Name}", out var member) && member.Element(part) is { } element
            ? Space().Replace(string.Concat(element.Nodes().Select(Markdown)), " ").Trim()
            : "";
    }

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } target => $"`{target.Value[(target.Value.LastIndexOf('.') + 1)..]}`",
        _ => throw new NotSupportedException($"The page of settings has no form for {node}."),
    };

    private static Dictionary<string, XElement> MembersOf(Assembly assembly)
    {
        lock (Reading)
        {
            if (!Read.TryGetValue(assembly, out var members))
            {
                var file = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
                Read[assembly] = members = XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);
            }

            return members;
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
