using System.Collections;
using Microsoft.Extensions.Configuration;

namespace PerfectviewFunctions.Web.Hosting;

/// <summary>Where settings come from, and how a setting is typed there.</summary>
/// <param name="Form">From a path such as <c>Engine:CallTimeout</c> to what an operator types.</param>
public sealed record SettingsSource(Func<string, string> Form, IReadOnlyList<Setting> Settings)
{
    public const string Prefix = "PERFECTVIEWFUNCTIONS_";

    private const string SectionMark = "__";

    /// <summary>What others may have put into the same file: it is theirs to judge.</summary>
    private static readonly string[] SectionsOfOthers = ["Logging", "AllowedHosts", "Kestrel", "$schema"];

    /// <summary>The variables with our prefix. An empty one is as one that is not there, as is usual among variables.</summary>
    public static SettingsSource Environment(IDictionary variables) => new(
        path => Prefix + path.Replace(":", SectionMark, StringComparison.Ordinal),
        [
            .. variables.Keys.Cast<string>()
                .Select(name => (Name: name, Value: (string?)variables[name]))
                .Where(variable => variable.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(variable.Value))
                .OrderBy(variable => variable.Name, StringComparer.Ordinal)
                .Select(variable => new Setting(
                    variable.Name[Prefix.Length..].Replace(SectionMark, ":", StringComparison.Ordinal), variable.Name, variable.Value!)),
        ]);

    /// <param name="arguments">By their names without the dashes.</param>
    public static SettingsSource CommandLine(IReadOnlyDictionary<string, string?> arguments) => new(
        FormOfCommandLine, [.. arguments.Select(argument => new Setting(argument.Key, FormOfCommandLine(argument.Key), argument.Value ?? ""))]);

    /// <param name="path">A JSON file that may be missing.</param>
    /// <exception cref="InvalidDataException">It is no JSON.</exception>
    public static SettingsSource JsonFile(string path) => new(
        setting => FormOfFile(setting, path),
        [
            .. new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(path), optional: true).Build().AsEnumerable()
                .Where(entry => entry.Value is not null && !SectionsOfOthers.Contains(entry.Key.Split(':')[0], StringComparer.OrdinalIgnoreCase))
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => new Setting(entry.Key, FormOfFile(entry.Key, path), entry.Value!)),
        ]);

    private static string FormOfCommandLine(string path) => "--" + path;

    private static string FormOfFile(string path, string file) => $"{path} in {file}";
}
