using System.Collections;
using PerfectviewFunctions.Web.Hosting;
using PerfectviewFunctions.Web.Telemetry;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>What can be set for a local host: by <c>appsettings.json</c>, environment or command line (<c>--Data /var/lib/pvf</c>).</summary>
internal sealed record LocalHostSettings
{
    private const string File = "appsettings.json";

    /// <summary>The folder for store, secrets and the sandbox's books, from where it is started.</summary>
    public string Data { get; init; } = ".data";

    /// <summary>The address at which it listens.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5080";

    /// <summary>The port of the sandbox on 127.0.0.1; 0 takes a free one.</summary>
    public int SandboxPort { get; init; } = 5085;

    /// <summary>Whether the timers run.</summary>
    public bool Timer { get; init; } = true;

    /// <summary>Whether a demo tenant is made where there is no tenant; only with a sandbox.</summary>
    public bool DemoTenant { get; init; } = true;

    /// <summary>The settings that every host has. Without an address of the books a sandbox is started.</summary>
    [ReadApart]
    public ProductSettings Product { get; init; } = new();

    public string StoreFile => Path.Combine(Data, "store.db");

    public string SecretsFolder => Path.Combine(Data, "secrets");

    public string SandboxFile => Path.Combine(Data, "sandbox.json");

    /// <summary>Reads the settings from all their sources; those of the command line win.</summary>
    /// <param name="variables">The environment.</param>
    /// <param name="others">What else may stand on the command line, for a command of its own.</param>
    /// <returns>The settings, or else what is wrong with them, in sentences that name the setting.</returns>
    public static (LocalHostSettings? Settings, IReadOnlyList<string> Faults) Read(
        IReadOnlyDictionary<string, string?> fromCommandLine, IDictionary variables, params IEnumerable<string> others)
    {
        try
        {
            var reading = new SettingsReading(
                SettingsSource.JsonFile(File), SettingsSource.Environment(variables), SettingsSource.CommandLine(fromCommandLine));
            reading.Know(others);
            var own = reading.Read<LocalHostSettings>(settings => settings.Faults());
            var product = reading.Read<ProductSettings>(settings => settings.Faults());
            return (string[])[.. reading.Faults(), .. OtlpSettings.Faults(name => variables[name] as string)] is { Length: > 0 } faults
                ? (null, faults)
                : (own with { Product = product }, []);
        }
        catch (InvalidDataException exception)
        {
            // A file that is no JSON: the sentence names it.
            return (null, [exception.Message]);
        }
    }

    private IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Data))
        {
            yield return "Data: name the folder for store and secrets.";
        }

        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return $"Url: '{Url}' is no address such as http://127.0.0.1:5080.";
        }

        if (SandboxPort is < 0 or > ushort.MaxValue)
        {
            yield return $"SandboxPort: {SandboxPort} is no port; 0 takes a free one.";
        }
    }
}
