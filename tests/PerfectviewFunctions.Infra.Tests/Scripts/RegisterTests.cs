using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Scripts;

public sealed class RegisterTests : IDisposable
{
    private const string Principal = "11111111-1111-1111-1111-111111111111";
    private const string App = "22222222-2222-2222-2222-222222222222";
    private const string Directory = "33333333-3333-3333-3333-333333333333";
    private const string Redirect = "https://func-bakker-x.azurewebsites.net/.auth/login/aad/callback";

    private readonly ScriptScene scene = new ScriptScene()
        .Says("account show --query tenantId*", Directory)
        .Says("account show --query name*", "A subscription")
        .Says("group exists*", "false")
        .Says("deployment group show*identityPrincipalId*", Principal)
        .Says("deployment group show*address*", "https://func-bakker-x.azurewebsites.net")
        .Says("ad app create*", App);

    public void Dispose() => scene.Dispose();

    [UnixFact]
    public async Task Nothing_there_yet_makes_all_in_order_and_prints_the_client_id()
    {
        var run = (await scene.RunAsync("register.sh", "", "bakker")).Succeeded();

        Assert.Contains($"--name {ScriptScene.Group} --location westeurope", run.Call("az group create"), StringComparison.Ordinal);
        Assert.Contains("infra/prestep.bicep --parameters customer=bakker", run.Call("az deployment group create"), StringComparison.Ordinal);
        var app = run.Call("az ad app create");
        Assert.Contains($"--web-redirect-uris {Redirect}", app, StringComparison.Ordinal);
        Assert.Contains("--sign-in-audience AzureADMyOrg --enable-id-token-issuance true", app, StringComparison.Ordinal);
        var trust = run.Call("az ad app federated-credential create");
        Assert.Contains($"--id {App}", trust, StringComparison.Ordinal);
        Assert.Contains(
            $$"""{"name":"identity","issuer":"https://login.microsoftonline.com/{{Directory}}/v2.0","subject":"{{Principal}}","audiences":["api://AzureADTokenExchange"]}""",
            trust,
            StringComparison.Ordinal);
        Assert.True(run.Place("az group create") < run.Place("az deployment group create"));
        Assert.True(run.Place("az deployment group create") < run.Place("az ad app create"));
        Assert.True(run.Place("az ad app create") < run.Place("az ad sp create"));
        Assert.Contains($"param signInClientId = '{App}'", run.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task All_there_already_makes_nothing_again()
    {
        scene.Says("group exists*", "true")
            .Says("ad app list*", App)
            .Says("ad app show*", $"https://own.test/callback\n{Redirect}\n")
            .Says("ad app federated-credential list*", Principal)
            .Says("ad sp list*", "44444444-4444-4444-4444-444444444444");

        var run = (await scene.RunAsync("register.sh", "", "bakker")).Succeeded();

        Assert.False(run.Called("az group create"));
        Assert.False(run.Called("az ad app create"));
        Assert.False(run.Called("az ad app update"));
        Assert.False(run.Called("az ad app federated-credential create"));
        Assert.False(run.Called("az ad app federated-credential update"));
        Assert.False(run.Called("az ad sp create"));
        Assert.Contains($"param signInClientId = '{App}'", run.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Redirect_address_is_added_to_those_that_are_there()
    {
        scene.Says("ad app list*", App).Says("ad app show*", "https://own.test/callback\n");

        var run = (await scene.RunAsync("register.sh", "", "bakker")).Succeeded();

        Assert.Contains($"--web-redirect-uris https://own.test/callback {Redirect} ", run.Call("az ad app update"), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task App_that_trusts_an_identity_of_before_trusts_the_present_one()
    {
        scene.Says("ad app list*", App).Says("ad app federated-credential list*", "55555555-5555-5555-5555-555555555555");

        var run = (await scene.RunAsync("register.sh", "", "bakker")).Succeeded();

        Assert.Contains(Principal, run.Call("az ad app federated-credential update"), StringComparison.Ordinal);
        Assert.False(run.Called("az ad app federated-credential create"));
    }

    [UnixFact]
    public async Task No_secret_is_ever_made()
    {
        var run = (await scene.RunAsync("register.sh", "", "bakker")).Succeeded();

        Assert.DoesNotContain(run.Calls, call => call.Contains("credential reset", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Calls, call => call.Contains("password", StringComparison.OrdinalIgnoreCase));
    }

    [UnixFact]
    public async Task Assignment_is_required_only_when_asked_for()
    {
        var without = (await scene.RunAsync("register.sh", "", "bakker")).Succeeded();
        var with = (await scene.RunAsync("register.sh", "", "bakker", "--assigned-only")).Succeeded();

        Assert.False(without.Called("az ad sp update"));
        Assert.Contains("appRoleAssignmentRequired=true", with.Call("az ad sp update"), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Two_apps_of_the_name_are_for_a_person_to_sort_out()
    {
        scene.Says("ad app list*", $"{App}\n66666666-6666-6666-6666-666666666666\n");

        var run = (await scene.RunAsync("register.sh", "", "bakker")).Refused("several apps");

        Assert.False(run.Called("az ad app update"));
    }

    [UnixFact]
    public async Task Subscription_of_another_directory_is_refused_before_anything_is_made()
    {
        scene.With("AZURE_SUBSCRIPTION_ID", "other").Says("account show --query tenantId*--subscription other", "77777777-7777-7777-7777-777777777777");

        var run = (await scene.RunAsync("register.sh", "", "bakker")).Refused("another directory");

        Assert.False(run.Called("az group"));
        Assert.False(run.Called("az ad"));
    }

    [UnixFact]
    public async Task Step_that_fails_ends_the_script()
    {
        scene.Fails("deployment group create*");

        var run = (await scene.RunAsync("register.sh", "", "bakker")).Refused("az failed");

        Assert.False(run.Called("az ad app create"));
    }

    [UnixFact]
    public async Task Customer_whose_name_can_not_be_one_is_refused()
    {
        foreach (var name in (string[])["B", "Bakker", "1bakker", "bak ker", "bakker'; x", new string('b', 21)])
        {
            var run = (await scene.RunAsync("register.sh", "", name)).Refused("is no customer");
            Assert.Empty(run.Calls);
        }
    }
}
