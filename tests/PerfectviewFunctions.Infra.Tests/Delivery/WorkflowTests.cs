using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Delivery;

public sealed class WorkflowTests
{
    private const string Build = "build.yml";
    private const string Deploy = "deploy.yml";

    private const UnixFileMode CanRun = UnixFileMode.UserExecute;

    [Fact]
    public void There_are_no_workflows_but_these() =>
        Assert.Equal([Build, Deploy], Directory.GetFiles(Sources.PathOf(".github/workflows")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Build)]
    [InlineData(Deploy)]
    public async Task Workflow_keeps_the_rules(string file) => Assert.Empty(WorkflowRules.Faults(Workflow.Parse(await TextAsync(file)), IsScript));

    [Theory]
    [InlineData(Build, "permissions: {}", "permissions: write-all", "The workflow as a whole has permissions")]
    [InlineData(Build, "    shell: bash", "    shell: sh", "Without shell: bash")]
    [InlineData(Build, "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "is not pinned")]
    [InlineData(Build, "      contents: read", "      packages: write", "needs no packages: write")]
    [InlineData(Build, "      contents: read", "      contents: write", "test needs no contents: write")]
    [InlineData(Build, "persist-credentials: false", "show-progress: false", "leaves the token in the working tree")]
    [InlineData(Build, "run: .ci/run", "run: .ci/walk", "test runs .ci/walk")]
    [InlineData(Build, "eng/publish.sh artifacts", "eng/pack.sh artifacts", "package runs eng/pack.sh")]
    [InlineData(Build, "    timeout-minutes: 20\n", "", "package may run for hours")]
    [InlineData(Build, "ubuntu-24.04", "ubuntu-latest", "runs on whatever is the latest")]
    [InlineData(Build, "  pull_request:", "  pull_request_target:", "pull_request_target runs a stranger's code")]
    [InlineData(Build, "github.token", "secrets.MY_TOKEN", "'secrets.MY_TOKEN'")]
    [InlineData(Deploy, "client-id: ${{ vars.AZURE_CLIENT_ID }}", "creds: ${{ vars.AZURE_CREDENTIALS }}", "has to sign in to Azure with")]
    [InlineData(Deploy, "needs: [choose, what-if]", "needs: [choose]", "deploys without needing a job that shows")]
    [InlineData(Deploy, "    environment: ${{ matrix.customer }}\n", "", "deploy deploys without an environment")]
    [InlineData(Deploy, "environment: ${{ matrix.customer }}-what-if", "environment: ${{ matrix.customer }}", "deploys without an environment of its own")]
    [InlineData(Deploy, "--what-if 2>&1", "--no-wait 2>&1", "deploys without needing a job that shows")]
    [InlineData(Deploy, "cancel-in-progress: false", "cancel-in-progress: true", "may be broken off")]
    [InlineData(Deploy, "infra/deploy.sh \"$CUSTOMER\" --yes", "infra/deploy.sh \"${{ matrix.customer }}\" --yes", "puts a value into a script")]
    public async Task Broken_rule_is_named(string file, string what, string by, string fault)
    {
        var text = await TextAsync(file);
        Assert.Contains(what, text, StringComparison.Ordinal);

        var faults = WorkflowRules.Faults(Workflow.Parse(text.Replace(what, by, StringComparison.Ordinal)), IsScript);

        Assert.Contains(faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_push_is_tested_before_its_package_is_kept_and_released()
    {
        var build = Workflow.Parse(await TextAsync(Build));

        Assert.Equal(["push", "pull_request"], build.Root.Map("on")!.Children.Keys.Select(key => key.ToString()));
        Assert.Contains(".ci/run", build.Job("test").Runs, StringComparison.Ordinal);
        Assert.Contains("test", build.Job("package").Needs);
        Assert.Equal("github.event_name == 'push'", build.Job("package").Node.Text("if"));
        Assert.Contains("package", build.Job("release").Needs);
        Assert.Equal("github.ref_type == 'tag'", build.Job("release").Node.Text("if"));
    }

    [Fact]
    public async Task Deployed_is_what_was_released_and_its_sum_is_checked()
    {
        var deploy = Workflow.Parse(await TextAsync(Deploy));

        Assert.Equal(["workflow_dispatch", "release"], deploy.Root.Map("on")!.Children.Keys.Select(key => key.ToString()));
        Assert.Contains("gh release download", deploy.Job("deploy").Runs, StringComparison.Ordinal);
        Assert.Contains("sha256sum --check", deploy.Job("deploy").Runs, StringComparison.Ordinal);
        Assert.DoesNotContain("--no-wait", deploy.Job("deploy").Runs, StringComparison.Ordinal);
    }

    /// <summary>A release runs on its tag, and what its tag says of a customer may be older than what stands in Azure.</summary>
    [Fact]
    public async Task Customers_are_those_of_now_whatever_version_is_deployed()
    {
        var deploy = Workflow.Parse(await TextAsync(Deploy));
        var checkouts = deploy.Jobs.SelectMany(job => job.Steps).Where(step => step.Text("uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true)
            .Select(step => step.Map("with")!.Text("ref")!)
            .ToList();

        Assert.All(checkouts, from => Assert.Contains(from, (string[])[
            "${{ needs.choose.outputs.version }}",
            "${{ github.event_name == 'release' && github.event.repository.default_branch || github.ref }}"]));
        Assert.Equal(5, checkouts.Count);
    }

    private static Task<string> TextAsync(string file) => File.ReadAllTextAsync(Sources.PathOf($".github/workflows/{file}"));

    private static bool IsScript(string path)
    {
        if (path.StartsWith("infra/", StringComparison.Ordinal) && !Directory.Exists(Sources.PathOf("infra")))
        {
            // Sources without what Azure is made of: there is nothing to deploy with, nor to look for.
            return true;
        }

        var file = Sources.PathOf(path);
        return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & CanRun) == CanRun);
    }
}
