using PerfectviewFunctions.LocalHost.Demo;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Sending;

namespace PerfectviewFunctions.LocalHost;

/// <summary>The commands: none (serve), <c>demo</c>, <c>send</c>.</summary>
internal static class CommandLine
{
    private const string Usage = $"""
        Usage: dotnet run --project src/PerfectviewFunctions.LocalHost [-- COMMAND]
          (none)   host and sandbox, until Ctrl+C; settings: --Data --Url --SandboxPort --Books --Timer --DemoTenant --Engine:…
          demo     the whole cycle by itself, on a temporary store
          {SendCommand.Usage}
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var command = args is [var first, ..] && !first.StartsWith('-') ? first : "";
        var settings = new ConfigurationBuilder()
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables("PERFECTVIEWFUNCTIONS_")
            .AddCommandLine(SettingsOf(args))
            .Build()
            .Get<LocalHostSettings>() ?? new LocalHostSettings();
        var faults = settings.Faults().ToList();
        if (faults.Count > 0)
        {
            await output.WriteLineAsync(string.Join(Environment.NewLine, faults));
            return 2;
        }

        switch (command)
        {
            case "":
                return await ServeCommand.RunAsync(settings, output, cancellationToken);
            case "demo":
                return await DemoCommand.RunAsync(output, cancellationToken);
            case "send" when SendArguments.Parse(args[1..]) is { } arguments:
                return await SendCommand.RunAsync(arguments, settings, output, cancellationToken);
            default:
                await output.WriteLineAsync(Usage);
                return 2;
        }
    }

    /// <summary>The pairs of <c>--Name value</c>: files to send, which may begin with '/', are no settings.</summary>
    private static string[] SettingsOf(string[] args) =>
        [.. args.Zip(args.Skip(1)).Where(pair => pair.First.StartsWith("--", StringComparison.Ordinal)).SelectMany(pair => new[] { pair.First, pair.Second })];
}
