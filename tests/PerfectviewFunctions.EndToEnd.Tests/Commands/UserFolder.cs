using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.EndToEnd.Tests.Commands;

/// <summary>A working folder in which a user runs the product's commands.</summary>
internal sealed class UserFolder : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<ChildProcess> running = [];
    private readonly HttpClient http = new();

    public string Path => folder.Path;

    public ChildProcess Start(params IEnumerable<string> args)
    {
        var child = ChildProcess.Start(typeof(LocalHostApp).Assembly, folder.Path, args);
        running.Add(child);
        return child;
    }

    /// <summary>Runs a command to its end as the README has it: <c>dotnet run --project …</c>.</summary>
    public async Task<(int ExitCode, string Output)> DotnetRunAsync(params IEnumerable<string> args)
    {
        var project = System.IO.Path.Combine(Repository.Root, "src", "PerfectviewFunctions.LocalHost");
        var child = ChildProcess.Dotnet(folder.Path, ["run", "--no-build", "--project", project, "--", .. args]);
        running.Add(child);
        return (await child.EndAsync(), child.Output);
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params IEnumerable<string> args)
    {
        var child = Start(args);
        return (await child.EndAsync(), child.Output);
    }

    /// <summary>Starts host and sandbox on free ports.</summary>
    public async Task<ServingHost> ServeAsync(params IEnumerable<string> more)
    {
        var host = Start(["--Url=http://127.0.0.1:0", "--SandboxPort", "0", .. more]);
        await host.PrintedAsync("Stop with Ctrl+C");
        return new ServingHost(
            host,
            new Uri(await host.PrintedAsync("PerfectviewFunctions listens at ")),
            new Uri(await host.PrintedAsync("the sandbox: ")),
            await host.PrintedAsync("admin key    "),
            await host.PrintedAsync("PerfectviewFunctions.LocalHost -- "));
    }

    public async Task<JsonNode> GetAsync(Uri address, string? adminKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(AdminKey.Header, adminKey);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>Puts the repository's samples where the printed command looks for them.</summary>
    /// <returns>Their paths in the working folder, as a shell would put them in place of <c>samples/*.json</c>.</returns>
    public IReadOnlyList<string> CopySamples()
    {
        var samples = Directory.CreateDirectory(folder.File("samples"));
        var program = typeof(LocalHostApp).Assembly;
        foreach (var name in program.GetManifestResourceNames().Where(name => name.StartsWith("samples/", StringComparison.Ordinal)))
        {
            using var source = program.GetManifestResourceStream(name)!;
            using var copy = File.Create(folder.File(name));
            source.CopyTo(copy);
        }

        return [.. samples.GetFiles("*.json").Select(file => "samples/" + file.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>What kinds of events stand in files of the working folder, one for each.</summary>
    public IReadOnlyList<string> EventTypesIn(IEnumerable<string> files) =>
    [
        .. files.Select(file => JsonNode.Parse(File.ReadAllText(folder.File(file)))!)
            .SelectMany(sent => sent is JsonArray several ? [.. several] : (IEnumerable<JsonNode?>)[sent])
            .Select(sent => sent!["type"]!.GetValue<string>()),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var child in running)
        {
            await child.DisposeAsync();
        }

        http.Dispose();
        folder.Dispose();
    }
}

/// <summary>A host that serves, and what it printed.</summary>
internal sealed record ServingHost(ChildProcess Process, Uri Address, Uri Sandbox, string AdminKey, string SendCommand);
