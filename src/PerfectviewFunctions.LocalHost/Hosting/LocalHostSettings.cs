using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EBoekhouden.Soap;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>What can be set for a local host: by <c>appsettings.json</c>, environment or command line (<c>--Data /var/lib/pvf</c>).</summary>
internal sealed record LocalHostSettings
{
    /// <summary>The folder for store, secrets and the sandbox's books.</summary>
    public string Data { get; init; } = ".data";

    /// <summary>Where it listens.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5080";

    /// <summary>The SOAP address of the books; absent: a sandbox is started.</summary>
    public Uri? Books { get; init; }

    public int SandboxPort { get; init; } = 5085;

    /// <summary>Whether the minute timer runs.</summary>
    public bool Timer { get; init; } = true;

    /// <summary>Whether a demo tenant is made where there is no tenant; only with a sandbox.</summary>
    public bool DemoTenant { get; init; } = true;

    public EngineOptions Engine { get; init; } = new();

    public string StoreFile => Path.Combine(Data, "store.db");

    public string SecretsFolder => Path.Combine(Data, "secrets");

    public string SandboxFile => Path.Combine(Data, "sandbox.json");

    /// <summary>Reads the settings from all their sources; those of the command line win.</summary>
    /// <returns>The settings, or else what is wrong with them, in sentences that name the setting.</returns>
    public static (LocalHostSettings? Settings, IReadOnlyList<string> Faults) Read(IReadOnlyDictionary<string, string?> fromCommandLine)
    {
        try
        {
            var settings = new ConfigurationBuilder()
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables("PERFECTVIEWFUNCTIONS_")
                .AddInMemoryCollection(fromCommandLine)
                .Build()
                .Get<LocalHostSettings>() ?? new LocalHostSettings();
            return settings.Faults().ToList() is { Count: > 0 } faults ? (null, faults) : (settings, []);
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidDataException)
        {
            // A value that is no number, duration or address, or a file that is no JSON: the binder names which.
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

        foreach (var fault in Engine.Faults())
        {
            yield return "Engine: " + fault;
        }

        if (Books is not null)
        {
            foreach (var fault in new SoapOptions { Endpoint = Books }.Faults())
            {
                yield return "Books: " + fault;
            }
        }
    }
}
