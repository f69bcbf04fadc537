using System.Net.Sockets;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Backup;
using PerfectviewFunctions.LocalHost.Demo;
using PerfectviewFunctions.LocalHost.Doctor;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Sending;
using PerfectviewFunctions.LocalHost.Setup;

namespace PerfectviewFunctions.LocalHost;

/// <summary>The commands: none (serve), <c>demo</c>, <c>send</c>, <c>tenant</c>, <c>doctor</c>, <c>backup</c>, <c>restore</c>.</summary>
internal static class CommandLine
{
    private const string Usage = $"""
        Usage: dotnet run --project src/PerfectviewFunctions.LocalHost [-- COMMAND]
          (none)   host and sandbox, until Ctrl+C; settings: --Data --Url --SandboxPort --Books --Timer --DemoTenant --Engine:… --Gate:…
          {DemoCommand.Usage}
          {SendCommand.Usage}
          {TenantCommand.Usage}
          {DoctorCommand.Usage}
          {BackupCommand.Usage}
          {RestoreCommand.Usage}
        """;

    /// <returns>0 when it did what was asked, 1 when it could not, 2 when it was not asked properly.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (Arguments.Parse(args) is not { } arguments)
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var (settings, faults) = LocalHostSettings.Read(arguments.Settings, Environment.GetEnvironmentVariables(), OthersOf(arguments.Command));
        if (settings is null)
        {
            await output.WriteLineAsync(string.Join(Environment.NewLine, faults));
            return 2;
        }

        try
        {
            return await RunAsync(arguments, settings, output, cancellationToken);
        }
        catch (Exception exception) when (exception
            is IOException or SocketException or UnauthorizedAccessException or InvalidDataException
            or SecretsUnavailableException or StoreUnavailableException)
        {
            // A taken port, a folder without rights, a file of another version: the sentence says it, a stack trace would hide it.
            await output.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(
        Arguments arguments, LocalHostSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        switch (arguments)
        {
            case { Command: "" }:
                return await ServeCommand.RunAsync(settings, output, cancellationToken);
            case { Command: "demo" } when DemoCommand.IsAsked(arguments, out var api):
                return await DemoCommand.RunAsync(output, api, configure: null, cancellationToken);
            case { Command: "send", Files: not [] } when SendCommand.TenantOf(arguments) is { } tenant:
                return await SendCommand.RunAsync(arguments, tenant, settings, output, cancellationToken);
            case { Command: "tenant", Files: [] }:
                return await TenantCommand.RunAsync(arguments, settings, output, cancellationToken);
            case { Command: "doctor", Files: [] } when DoctorCommand.IsAsked(arguments, out var only, out var compares):
                return await DoctorCommand.RunAsync(only, compares, settings, output, cancellationToken);
            case { Command: "backup", Files: [var folder] }:
                return await BackupCommand.RunAsync(folder, settings, output, cancellationToken);
            case { Command: "restore", Files: [var folder] }:
                return await RestoreCommand.RunAsync(folder, settings, output, cancellationToken);
            default:
                await output.WriteLineAsync(Usage);
                return 2;
        }
    }

    /// <summary>What a command takes besides the settings.</summary>
    private static string[] OthersOf(string command) => command switch
    {
        "demo" => [DemoCommand.Api],
        "send" => [SendCommand.Tenant, SendCommand.Secret],
        "tenant" => [TenantCommand.Key],
        "doctor" => [DoctorCommand.Tenant, DoctorCommand.Compare],
        _ => [],
    };
}
