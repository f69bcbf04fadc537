using System.Globalization;
using System.Runtime.InteropServices;

namespace PerfectviewFunctions.Sandbox;

/// <summary>The sandbox as a process of its own.</summary>
internal static class SandboxProgram
{
    private const int DefaultPort = 5085;

    private const string Usage = "Usage: dotnet run --project src/PerfectviewFunctions.Sandbox [-- [--port N] [--data FILE]]";

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (Parse(args) is not { } options)
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            await ServeAsync(options, output);
            return 0;
        }
        catch (IOException taken)
        {
            await output.WriteLineAsync(taken.Message);
            return 1;
        }
    }

    internal static SandboxOptions? Parse(IReadOnlyList<string> args)
    {
        var options = new SandboxOptions { Port = DefaultPort, Logging = true };
        for (var index = 0; index < args.Count; index += 2)
        {
            var value = index + 1 < args.Count ? args[index + 1] : "";
            switch (args[index])
            {
                case "--port" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port):
                    options = options with { Port = port };
                    break;
                case "--data" when value.Length > 0:
                    options = options with { DataFile = Path.GetFullPath(value) };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    private static async Task ServeAsync(SandboxOptions options, TextWriter output)
    {
        await using var server = await SandboxServer.StartAsync(options);
        await output.WriteLineAsync($"""
            A local e-Boekhouden, for development only.
            SOAP address:    {server.SoapAddress}
            REST address:    {server.RestAddress}
            Page:            {server.PageAddress}
            User name:       {SandboxDemo.UserName}
            Security code 1: {SandboxDemo.SecurityCode1}
            Security code 2: {SandboxDemo.SecurityCode2} ({SandboxDemo.AdministrationName})
                             {SandboxDemo.SecondSecurityCode2} ({SandboxDemo.SecondAdministrationName})
            API token:       {SandboxDemo.ApiToken} ({SandboxDemo.AdministrationName})
                             {SandboxDemo.SecondApiToken} ({SandboxDemo.SecondAdministrationName})
            Books:           {options.DataFile ?? "in memory"}
            Stop with Ctrl+C.
            """);
        await StopSignalAsync();
    }

    private static async Task StopSignalAsync()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stopped.TrySetResult();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await stopped.Task;
    }
}
