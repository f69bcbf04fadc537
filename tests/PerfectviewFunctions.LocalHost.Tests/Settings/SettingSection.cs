using System.Reflection;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.LocalHost.Tests.Settings;

/// <summary>The settings of one record, found as the program finds them when it reads them.</summary>
/// <param name="Path">Empty for those that stand in no section.</param>
/// <param name="Meaning">What the property says that holds the section.</param>
/// <param name="Note">For whom it is, if not for everybody.</param>
internal sealed record SettingSection(string Path, string Meaning, string Note, IReadOnlyList<SettingEntry> Entries)
{
    /// <param name="record">With its defaults.</param>
    /// <returns>Those in no section first; a section without settings of its own is left out.</returns>
    public static IEnumerable<SettingSection> Of(object record, PropertyInfo? holder = null)
    {
        var path = holder?.Name ?? "";
        var properties = record.GetType().GetProperties()
            .Where(property => property.CanWrite && !property.IsDefined(typeof(ReadApartAttribute)))
            .ToLookup(property => SettingValue.IsValue(property.PropertyType));
        var entries = properties[true].Select(property => SettingEntry.Of(path, property, property.GetValue(record))).ToList();
        if (entries.Count > 0)
        {
            yield return new SettingSection(
                path, holder is null ? "" : XmlDocumentation.SummaryOf(holder), holder is null ? "" : XmlDocumentation.RemarksOf(holder), entries);
        }

        foreach (var section in properties[false].SelectMany(inner => Of(inner.GetValue(record)!, inner)))
        {
            yield return section with { Path = path.Length == 0 ? section.Path : $"{path}:{section.Path}" };
        }
    }
}
