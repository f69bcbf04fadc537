using System.Diagnostics;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Infra.Tests.Scripts;

/// <summary>
/// A script of infra/ on a machine where az and curl are ours: they note how they were called and answer what the test says. Nothing leaves the machine.
/// </summary>
internal sealed class ScriptScene : IDisposable
{
    public const string Group = "rg-perfectviewfunctions-bakker";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const string Az = """
        #!/usr/bin/env bash
        printf 'az %s\n' "$*" >> "$SCENE/calls"
        while IFS='|' read -r called answer; do
          [[ "$*" == $called ]] || continue
          [[ $answer != FAILS ]] || { echo "az failed" >&2; exit 1; }
          # As many times as the test says, by now.
          [[ $answer != FAILS?* ]] || (($(grep -Fxc "az $*" "$SCENE/calls") > ${answer#FAILS })) || { echo "az failed" >&2; exit 1; }
          [[ $answer != FAILS?* ]] || exit 0
          printf '%b' "$answer"
          exit
        done < "$SCENE/answers"
        """;

    // It prints a status where it is asked for one. What it is given by pipe is noted apart, since nobody else on the machine can see that. It fails as often as the test says.
    private const string Curl = """
        #!/usr/bin/env bash
        printf 'curl %s\n' "$*" >> "$SCENE/calls"
        [[ "$*" != *'--header @-'* ]] || cat >> "$SCENE/piped"
        [[ "$*" != *--write-out* ]] || { printf '%s' "$STATUS"; exit; }
        left=$(cat "$SCENE/failures")
        ((left == 0)) || { echo $((left - 1)) > "$SCENE/failures"; echo "what the app said"; exit 22; }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly List<string> answers = [];
    private readonly Dictionary<string, string> environment = [];

    public ScriptScene()
    {
        Directory.CreateDirectory(folder.File("bin"));
        Directory.CreateDirectory(folder.File("customers"));
        Program("az", Az);
        Program("curl", Curl);
        File.WriteAllText(folder.File("failures"), "0");
        Parameters("bakker", "param customer = 'bakker'\n");
        environment["SCENE"] = folder.Path;
        environment["STATUS"] = "401";
        environment["CUSTOMERS"] = folder.File("customers");
        environment["PATH"] = $"{folder.File("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        environment["READY_PAUSE"] = "0";
        environment["AZURE_SUBSCRIPTION_ID"] = environment["AZURE_RESOURCE_GROUP"] = environment["AZURE_LOCATION"] = "";
    }

    /// <summary>What the script handed to curl by a pipe.</summary>
    public string Piped => File.Exists(folder.File("piped")) ? File.ReadAllText(folder.File("piped")) : "";

    public string ParameterFile => folder.File("customers/bakker.bicepparam");

    /// <summary>What az prints when it is called so; of several that fit, the last one added.</summary>
    /// <param name="called">Its arguments, with * for anything.</param>
    public ScriptScene Says(string called, string answer)
    {
        answers.Insert(0, $"{called}|{answer.Replace("\n", "\\n", StringComparison.Ordinal)}");
        return this;
    }

    public ScriptScene Fails(string called) => Says(called, "FAILS");

    /// <summary>It fails so often, and works when it is called again in the same words.</summary>
    public ScriptScene Fails(string called, int times) => Says(called, $"FAILS {times}");

    public ScriptScene CurlFails(int times)
    {
        File.WriteAllText(folder.File("failures"), $"{times}");
        return this;
    }

    public ScriptScene With(string variable, string value)
    {
        environment[variable] = value;
        return this;
    }

    public void Parameters(string customer, string text) => File.WriteAllText(folder.File($"customers/{customer}.bicepparam"), text);

    public string Package()
    {
        File.WriteAllText(folder.File("app.zip"), "a package");
        return folder.File("app.zip");
    }

    /// <summary>Runs the script to its end.</summary>
    /// <param name="typed">What somebody types at the script's question.</param>
    public async Task<ScriptRun> RunAsync(string script, string typed, params string[] args)
    {
        await File.WriteAllLinesAsync(folder.File("answers"), answers);
        File.Delete(folder.File("calls"));
        var start = new ProcessStartInfo("bash", [Path.Combine(Root(), "infra", script), .. args])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var over = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(over.Token);
            var errors = process.StandardError.ReadToEndAsync(over.Token);
            await TypeAsync(process, typed);
            await process.WaitForExitAsync(over.Token);
            string[] calls = File.Exists(folder.File("calls")) ? await File.ReadAllLinesAsync(folder.File("calls"), over.Token) : [];
            return new ScriptRun(process.ExitCode, await output, await errors, calls);
        }
        finally
        {
            process.Kill(entireProcessTree: true); // does nothing when it has ended
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A script that asks nothing may have ended before.</summary>
    private static async Task TypeAsync(Process process, string typed)
    {
        try
        {
            await process.StandardInput.WriteAsync(typed);
            process.StandardInput.Close();
        }
        catch (IOException) when (process.HasExited)
        {
            return;
        }
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "PerfectviewFunctions.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests don't run in the repository.");
        }

        return at.FullName;
    }

    private void Program(string name, string text)
    {
        var file = folder.File($"bin/{name}");
        File.WriteAllText(file, text.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
