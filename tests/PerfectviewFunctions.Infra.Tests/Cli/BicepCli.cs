using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Infra.Tests.Cli;

/// <summary>The compiler of Bicep, where a machine has it: on its own, or as the Azure CLI installed it.</summary>
/// <param name="program">Its path.</param>
internal sealed partial class BicepCli(string program)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>That of this machine; null where it has none.</summary>
    public static BicepCli? Installed { get; } = Find([
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        Path.Combine(
            Environment.GetEnvironmentVariable("AZURE_CONFIG_DIR") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".azure"),
            "bin"),
    ]);

    public static BicepCli? Find(IEnumerable<string> folders) => folders
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "bicep.exe" : "bicep"))
        .FirstOrDefault(File.Exists) is { } program ? new BicepCli(program) : null;

    /// <summary>What it says against the template and the parameters files of a folder; empty when it takes them.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string folder)
    {
        var parameters = Directory.EnumerateFiles(folder, "*.bicepparam", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

        // It refuses a file that asks the environment for what is not there.
        var asked = parameters.SelectMany(file => Asked().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value).Distinct().ToList();
        string[][] commands =
        [
            ["build", "main.bicep", "--stdout"],
            ["lint", "main.bicep"],
            .. parameters.Select(file => (string[])["build-params", Path.GetRelativePath(folder, file), "--stdout"]),
        ];
        var faults = new List<string>();
        foreach (var command in commands)
        {
            var (code, errors) = await RunAsync(folder, command, asked);
            if (code != 0 || errors.Contains(" : Warning ", StringComparison.Ordinal))
            {
                faults.Add($"bicep {string.Join(' ', command)} ended with {code}: {errors.Trim()}");
            }
        }

        return faults;
    }

    private async Task<(int Code, string Errors)> RunAsync(string folder, string[] command, IReadOnlyList<string> variables)
    {
        var start = new ProcessStartInfo(program, command)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in variables)
        {
            start.Environment.TryAdd(name, "example");
        }

        using var process = Process.Start(start)!;
        using var over = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(over.Token);
        var errors = process.StandardError.ReadToEndAsync(over.Token);
        try
        {
            await process.WaitForExitAsync(over.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true); // does nothing when it has ended
        }

        await output;
        return (process.ExitCode, await errors);
    }

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>\w+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();
}
