using System.Text;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Scripts;

public sealed class DeployTests : IDisposable
{
    private const string Create = "az deployment group create";
    private const string WhatIf = "az deployment group what-if";
    private const string Ready = "curl --fail";
    private const string Forged = "curl --silent --output /dev/null --max-time 60 --write-out";
    private const string Publish = "az functionapp deployment source config-zip";

    private readonly ScriptScene scene = new ScriptScene()
        .Says("account show*", "A subscription")
        .Says("group exists*", "true")
        .Says("deployment group show*siteName*", "func-bakker-x")
        .Says("deployment group show*outputs.address*", "https://site.test")
        .Says("deployment group show*pageAddress*", "https://site.test/koppeling")
        .Says("deployment group show*webhookAddress*", "https://site.test/api/webhooks/{tenant}");

    public void Dispose() => scene.Dispose();

    [UnixFact]
    public async Task Yes_shows_deploys_publishes_and_waits_in_this_order()
    {
        var package = scene.Package();

        var run = (await scene.RunAsync("deploy.sh", "", "bakker", "--yes", "--package", package)).Succeeded();

        Assert.Contains($"--resource-group {ScriptScene.Group} --name main --parameters {scene.ParameterFile}", run.Call(Create), StringComparison.Ordinal);
        Assert.Contains($"--name func-bakker-x --src {package}", run.Call(Publish), StringComparison.Ordinal);
        Assert.Contains("https://site.test/api/health/ready", run.Call(Ready), StringComparison.Ordinal);
        Assert.True(run.Place(WhatIf) < run.Place(Create));
        Assert.True(run.Place(Create) < run.Place(Publish));
        Assert.True(run.Place(Publish) < run.Place(Ready));
        Assert.True(run.Place(Ready) < run.Place(Forged));
        Assert.Contains("https://site.test/koppeling", run.Output, StringComparison.Ordinal);
        Assert.Contains("https://site.test/api/webhooks/{tenant}", run.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Without_yes_only_the_customers_name_deploys()
    {
        foreach (var typed in (string[])["", "y\n", "yes\n", "slager\n"])
        {
            var run = (await scene.RunAsync("deploy.sh", typed, "bakker")).Refused("Nothing was deployed");
            Assert.True(run.Called(WhatIf));
            Assert.False(run.Called(Create));
        }

        Assert.True((await scene.RunAsync("deploy.sh", "bakker\n", "bakker")).Succeeded().Called(Create));
    }

    [UnixFact]
    public async Task What_if_changes_nothing()
    {
        var run = (await scene.RunAsync("deploy.sh", "", "bakker", "--what-if", "--yes")).Succeeded();

        Assert.True(run.Called(WhatIf));
        Assert.False(run.Called(Create));
    }

    [UnixFact]
    public async Task What_if_of_a_new_customer_does_not_even_make_the_group()
    {
        scene.Says("group exists*", "false");

        var run = (await scene.RunAsync("deploy.sh", "", "bakker", "--what-if")).Succeeded();

        Assert.False(run.Called("az group create"));
        Assert.Contains("no resource group", run.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task New_customer_gets_a_group_where_the_environment_says()
    {
        scene.Says("group exists*", "false").With("AZURE_LOCATION", "northeurope").With("AZURE_RESOURCE_GROUP", "rg-own").With("AZURE_SUBSCRIPTION_ID", "sub");

        var run = (await scene.RunAsync("deploy.sh", "", "bakker", "--yes")).Succeeded();

        Assert.Contains("--name rg-own --location northeurope", run.Call("az group create"), StringComparison.Ordinal);
        Assert.Contains("--resource-group rg-own", run.Call(Create), StringComparison.Ordinal);
        Assert.All(run.Calls.Where(call => call.StartsWith("az ", StringComparison.Ordinal)), call => Assert.EndsWith("--subscription sub", call, StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task App_that_is_ready_at_the_third_try_is_waited_for()
    {
        scene.CurlFails(2);

        var run = (await scene.RunAsync("deploy.sh", "", "bakker", "--yes")).Succeeded();

        Assert.Equal(3, run.Calls.Count(call => call.StartsWith(Ready, StringComparison.Ordinal)));
        Assert.Contains("It is ready.", run.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Package_is_tried_again_until_the_new_roles_work()
    {
        scene.Fails("functionapp deployment source config-zip*", 2);

        var run = (await scene.RunAsync("deploy.sh", "", "bakker", "--yes", "--package", scene.Package())).Succeeded();

        Assert.Equal(3, run.Calls.Count(call => call.StartsWith(Publish, StringComparison.Ordinal)));
    }

    [UnixFact]
    public async Task Package_that_is_never_taken_fails_within_the_time()
    {
        scene.Fails("functionapp deployment source config-zip*").With("READY_WITHIN", "1").With("READY_PAUSE", "0.2");

        var run = (await scene.RunAsync("deploy.sh", "", "bakker", "--yes", "--package", scene.Package())).Refused("It was not published");

        Assert.False(run.Called(Ready));
    }

    [UnixFact]
    public async Task Only_who_deploys_has_to_be_allowed_to()
    {
        var shown = (await scene.RunAsync("deploy.sh", "", "bakker", "--what-if")).Succeeded();
        var deployed = (await scene.RunAsync("deploy.sh", "", "bakker", "--yes")).Succeeded();

        Assert.Contains(" --validation-level ProviderNoRbac", shown.Call(WhatIf), StringComparison.Ordinal);
        Assert.DoesNotContain("--validation-level", deployed.Call(WhatIf), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task App_that_is_never_ready_fails_within_the_time()
    {
        scene.CurlFails(int.MaxValue).With("READY_WITHIN", "1").With("READY_PAUSE", "0.2");

        (await scene.RunAsync("deploy.sh", "", "bakker", "--yes")).Refused("It is not");
    }

    [UnixFact]
    public async Task App_that_believes_a_forged_sign_in_fails_the_deployment()
    {
        foreach (var status in (string[])["403", "200", "000"])
        {
            var run = (await scene.With("STATUS", status).RunAsync("deploy.sh", "", "bakker", "--yes")).Refused($"answered {status} instead of 401");

            var forged = run.Call(Forged);
            Assert.EndsWith("https://site.test/api/operators", forged, StringComparison.Ordinal);
            var principal = forged.Split("X-MS-CLIENT-PRINCIPAL: ")[1].Split(' ')[0];
            Assert.Contains("\"auth_typ\":\"aad\"", Encoding.UTF8.GetString(Convert.FromBase64String(principal)), StringComparison.Ordinal);
        }
    }

    [UnixFact]
    public async Task No_wait_asks_the_app_nothing()
    {
        scene.CurlFails(int.MaxValue);

        Assert.False((await scene.RunAsync("deploy.sh", "", "bakker", "--yes", "--no-wait")).Succeeded().Called("curl"));
    }

    [UnixFact]
    public async Task Deployment_that_fails_publishes_nothing()
    {
        scene.Fails("deployment group create*");

        Assert.False((await scene.RunAsync("deploy.sh", "", "bakker", "--yes", "--package", scene.Package())).Refused("az failed").Called(Publish));
    }

    [UnixFact]
    public async Task File_of_another_customer_is_refused_before_anything_is_asked()
    {
        scene.Parameters("bakker", "param customer = 'slager'\n");

        Assert.Empty((await scene.RunAsync("deploy.sh", "", "bakker", "--yes")).Refused("is not of bakker").Calls);
    }

    [UnixFact]
    public async Task What_is_missing_is_said_before_anything_is_asked()
    {
        Assert.Empty((await scene.RunAsync("deploy.sh", "", "slager", "--yes")).Refused("slager.bicepparam is missing").Calls);
        Assert.Empty((await scene.RunAsync("deploy.sh", "", "bakker", "--yes", "--package", "none.zip")).Refused("none.zip is missing").Calls);
        Assert.Empty((await scene.RunAsync("deploy.sh", "", "bakker", "--ye")).Refused("Unknown option --ye").Calls);
        Assert.Empty((await scene.RunAsync("deploy.sh", "")).Calls);
    }
}
