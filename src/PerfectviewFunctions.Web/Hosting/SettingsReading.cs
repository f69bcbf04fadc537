using System.Reflection;
using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Web.Hosting;

/// <summary>
/// Reads a host's settings from all their sources into records, and collects everything that is wrong with them, in sentences that name each
/// setting as it was typed, or has to be.
/// </summary>
/// <param name="sources">Of two that have a setting the later one wins; one that is set nowhere is named in the form of the last.</param>
public sealed partial class SettingsReading(params IReadOnlyList<SettingsSource> sources)
{
    private readonly Dictionary<string, Setting> settings = Winning(sources);
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> faults = [];

    /// <summary>Reads a record; what it says itself of its values is asked only where all of them could be read.</summary>
    /// <param name="check">Sentences that begin with the setting, as <c>Books</c> or <c>Engine:CallTimeout</c>; further ones in them with their section.</param>
    public T Read<T>(Func<T, IEnumerable<string>> check)
        where T : class, new()
    {
        var before = faults.Count;
        var record = new T();
        Fill(record, "");
        if (faults.Count == before)
        {
            faults.AddRange(check(record).Select(WithNames));
        }

        return record;
    }

    /// <summary>Names settings that somebody else reads from the same sources.</summary>
    public void Know(params IEnumerable<string> paths) => known.UnionWith(paths);

    /// <summary>All that is wrong, settings that nobody knows included. For when everything was read.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. faults,
        .. sources.SelectMany(source => source.Settings.Where(setting => !known.Contains(setting.Path)).Select(setting => Unknown(setting, source))),
    ];

    private string NameOf(string path) => settings.TryGetValue(path, out var setting) ? setting.TypedAs : sources[^1].Form(path);

    private void Fill(object record, string section)
    {
        foreach (var property in record.GetType().GetProperties().Where(property => property.CanWrite && !property.IsDefined(typeof(ReadApartAttribute))))
        {
            var path = section + property.Name;
            if (!SettingValue.IsValue(property.PropertyType))
            {
                Fill(property.GetValue(record)!, path + ":");
                continue;
            }

            known.Add(path);
            if (!settings.TryGetValue(path, out var setting))
            {
                continue;
            }

            if (SettingValue.TryRead(property.PropertyType, setting.Value, out var value, out var fault))
            {
                property.SetValue(record, value);
            }
            else
            {
                faults.Add($"{setting.TypedAs}: {fault}");
            }
        }
    }

    private string WithNames(string sentence) =>
        Path().Replace(sentence, match => known.TryGetValue(match.Value, out var path) ? NameOf(path) : match.Value);

    private string Unknown(Setting setting, SettingsSource source) =>
        $"{setting.TypedAs}: there is no such setting"
        + (NearestName.Of(setting.TypedAs, known.Select(source.Form)) is { } meant ? $"; {meant} may be meant." : ". Take it away.");

    private static Dictionary<string, Setting> Winning(IReadOnlyList<SettingsSource> sources)
    {
        var winning = new Dictionary<string, Setting>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in sources.SelectMany(source => source.Settings))
        {
            winning[setting.Path] = setting;
        }

        return winning;
    }

    /// <summary>A setting in a section, wherever it stands, or any word that begins a sentence.</summary>
    [GeneratedRegex(@"^\w+(:\w+)*|\b\w+(:\w+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();
}
