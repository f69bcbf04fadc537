using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace PerfectviewFunctions.Infra.Tests.Delivery;

/// <summary>What holds for every workflow of ours.</summary>
internal static partial class WorkflowRules
{
    private const int LongestJob = 60;

    /// <param name="isScript">Whether a file of the repository is there and can be run.</param>
    /// <returns>What breaks a rule, in sentences; empty when nothing does.</returns>
    public static IEnumerable<string> Faults(Workflow workflow, Predicate<string> isScript) =>
    [
        .. OfWorkflow(workflow),
        .. OfActions(workflow),
        .. workflow.Jobs.SelectMany(job => (string[])[.. OfJob(job), .. OfSteps(job), .. OfScripts(job, isScript), .. OfDeployment(workflow, job)]),
    ];

    private static IEnumerable<string> OfWorkflow(Workflow workflow)
    {
        if (workflow.Root.Map("permissions") is not { Children.Count: 0 })
        {
            yield return "The workflow as a whole has permissions: write {}, and give each job its own.";
        }

        if (workflow.Root.Map("defaults")?.Map("run")?.Text("shell") != "bash")
        {
            yield return "Without shell: bash by name a step goes on after the first half of a pipe failed.";
        }

        if (!workflow.Text.Contains("concurrency:", StringComparison.Ordinal))
        {
            yield return "Nothing says what happens when it runs twice: concurrency is missing.";
        }

        if (workflow.Text.Contains("pull_request_target", StringComparison.Ordinal))
        {
            yield return "pull_request_target runs a stranger's code with our rights.";
        }

        foreach (var secret in Secret().Matches(workflow.Text).Select(match => match.Value).Where(secret => secret != "secrets.GITHUB_TOKEN"))
        {
            yield return $"'{secret}': nothing here needs a secret.";
        }
    }

    private static IEnumerable<string> OfActions(Workflow workflow)
    {
        var used = workflow.Jobs.SelectMany(job => job.Steps).Count(step => step.Text("uses") is not null);
        var lines = Uses().Matches(workflow.Text);
        if (used != lines.Count)
        {
            yield return $"{used} steps use an action, but {lines.Count} lines say so.";
        }

        foreach (var line in lines.Select(match => match.Groups["what"].Value).Where(what => !Pinned().IsMatch(what)))
        {
            yield return $"'{line}' is not pinned: write the commit, and the version as a comment behind it.";
        }
    }

    private static IEnumerable<string> OfJob(WorkflowJob job)
    {
        if (!job.Permissions.Any())
        {
            yield return $"{job.Name} does not say what it may.";
        }

        foreach (var (scope, level) in job.Permissions)
        {
            var may = (scope, level) switch
            {
                ("contents", "read") => true,
                ("contents", "write") => job.Runs.Contains("gh release create", StringComparison.Ordinal),
                ("id-token", "write") => job.Environment is not null && job.Steps.Any(IsSignIn),
                _ => false,
            };
            if (!may)
            {
                yield return $"{job.Name} needs no {scope}: {level}.";
            }
        }

        if (!int.TryParse(job.Node.Text("timeout-minutes"), CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > LongestJob)
        {
            yield return $"{job.Name} may run for hours: give it timeout-minutes, {LongestJob} at most.";
        }

        if (job.Node.Text("runs-on") is not { } machine || machine.EndsWith("-latest", StringComparison.Ordinal))
        {
            yield return $"{job.Name} runs on whatever is the latest: name the version.";
        }
    }

    private static IEnumerable<string> OfSteps(WorkflowJob job)
    {
        foreach (var step in job.Steps)
        {
            if (step.Text("run")?.Contains("${{", StringComparison.Ordinal) == true)
            {
                yield return $"{job.Name} puts a value into a script, where it could be read as code: pass it in env.";
            }

            if (Is(step, "actions/checkout") && step.Map("with")?.Text("persist-credentials") != "false")
            {
                yield return $"{job.Name} leaves the token in the working tree: persist-credentials: false is missing.";
            }

            if (IsSignIn(step) && !SignsInWithoutSecret(step))
            {
                yield return $"{job.Name} has to sign in to Azure with client-id, tenant-id and subscription-id from vars, and nothing else.";
            }
        }
    }

    private static IEnumerable<string> OfScripts(WorkflowJob job, Predicate<string> isScript) =>
        Script().Matches(job.Runs).Select(match => match.Value).Distinct().Where(script => !isScript(script))
            .Select(script => $"{job.Name} runs {script}, which is not there or can't be run.");

    /// <summary>Whatever deploys without asking has been shown before, and approved.</summary>
    private static IEnumerable<string> OfDeployment(Workflow workflow, WorkflowJob job)
    {
        if (!Deploys(job, "--yes"))
        {
            yield break;
        }

        if (!job.Needs.Any(need => Deploys(workflow.Job(need), "--what-if")))
        {
            yield return $"{job.Name} deploys without needing a job that shows what would change.";
        }

        if (job.Environment is null || workflow.Jobs.Any(other => other != job && other.Environment == job.Environment))
        {
            yield return $"{job.Name} deploys without an environment of its own, in which somebody approves.";
        }

        if (job.Node.Map("concurrency")?.Text("cancel-in-progress") != "false")
        {
            yield return $"{job.Name} may be broken off in the middle of a deployment.";
        }
    }

    private static bool Deploys(WorkflowJob job, string how) => job.Runs.Split('\n').Any(
        line => line.Contains("infra/deploy.sh", StringComparison.Ordinal) && line.Contains(how, StringComparison.Ordinal));

    private static bool Is(YamlMappingNode step, string action) => step.Text("uses")?.StartsWith(action + "@", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsSignIn(YamlMappingNode step) => Is(step, "azure/login");

    private static bool SignsInWithoutSecret(YamlMappingNode step) =>
        step.Map("with")?.Children.ToDictionary(one => ((YamlScalarNode)one.Key).Value!, one => ((YamlScalarNode)one.Value).Value!) is { Count: 3 } with
        && new[] { "client-id", "tenant-id", "subscription-id" }.All(
            name => with.TryGetValue(name, out var value) && value.StartsWith("${{ vars.", StringComparison.Ordinal));

    [GeneratedRegex(@"\bsecrets\s*[.:\[]\s*\w*", RegexOptions.None, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex(@"^\s*(- )?uses: *(?<what>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Uses();

    [GeneratedRegex(@"\A[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(?<![\w/.])(\.ci/[\w-]+|(eng|infra)/[\w.-]+\.sh)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();
}
