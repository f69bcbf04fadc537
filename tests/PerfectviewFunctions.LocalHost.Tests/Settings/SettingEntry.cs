using System.Globalization;
using System.Reflection;

namespace PerfectviewFunctions.LocalHost.Tests.Settings;

/// <param name="Path">Such as <c>Callbacks:Timeout</c>.</param>
/// <param name="Kind">What can stand there, in a word.</param>
/// <param name="Usual">What it is where nobody sets it; empty when it is nothing.</param>
/// <param name="Meaning">What the property says of itself.</param>
/// <param name="Note">For whom it is, if not for everybody.</param>
internal sealed record SettingEntry(string Path, string Kind, string Usual, string Meaning, string Note)
{
    public static SettingEntry Of(string section, PropertyInfo property, object? usual) => new(
        section.Length == 0 ? property.Name : $"{section}:{property.Name}",
        KindOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType),
        Text(usual),
        XmlDocumentation.SummaryOf(property),
        XmlDocumentation.RemarksOf(property));

    private static string KindOf(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "number",
        _ when type == typeof(TimeSpan) => "duration",
        _ when type == typeof(Uri) => "address",
        _ => throw new NotSupportedException($"The page of settings has no word for {type}."),
    };

    private static string Text(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
