using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace PerfectviewFunctions.Testing;

/// <summary>
/// A Table Storage on this machine for the tests of one process: started at the first need on a port of its own, with a key of its own and
/// nothing but memory. It ends with the process, even if that is killed, since it lives as long as its standard input. Tests keep apart by
/// each using a table of its own.
/// </summary>
public sealed class Azurite
{
    private const string Account = "tests";
    private const string PortMark = "port ";

    private static readonly Lazy<Task<Azurite>> Shared = new(StartAsync);

    /// <summary>Kept, so that its standard input stays open.</summary>
    private readonly Process node;

    private Azurite(Process node, int port, string key)
    {
        this.node = node;
        Port = port;
        Key = key;
    }

    public int Port { get; }

    /// <summary>The account's key, which must show up nowhere.</summary>
    public string Key { get; }

    public string ConnectionString => ConnectionStringThrough(Port);

    /// <exception cref="InvalidOperationException">It can't be installed or started; the message says what to do.</exception>
    public static Task<Azurite> StartedAsync() => Shared.Value;

    /// <summary>A name that no other test uses.</summary>
    public static string NewTable() => $"t{Guid.NewGuid():N}";

    /// <summary>Connects to a port that passes calls on to this one.</summary>
    public string ConnectionStringThrough(int port) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/{Account};");

    /// <summary>Ends what keeps it alive, as the end of this process does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return node.ExitCode;
    }

    /// <summary>Starts one that no other test shares.</summary>
    public static async Task<Azurite> StartAsync()
    {
        var folder = await NpmTool.EnsureAsync("azurite");
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        string[] args =
        [
            Path.Combine(NpmTool.RecipeOf("azurite"), "serve.js"), folder, "--tableHost", "127.0.0.1", "--tablePort", "0",
            "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        var started = NodeTool.Start(NodeTool.Node, folder, args, ("AZURITE_ACCOUNTS", $"{Account}:{key}"));
        var errors = started.StandardError.ReadToEndAsync();
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(PortMark, StringComparison.Ordinal))
            {
                _ = started.StandardOutput.ReadToEndAsync(); // a full pipe would stop it
                return new Azurite(started, int.Parse(line[PortMark.Length..], CultureInfo.InvariantCulture), key);
            }
        }

        throw new InvalidOperationException($"Azurite ended before it listened:\n{await errors}");
    }
}
