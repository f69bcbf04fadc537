using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Scripts;

public sealed class FirstOperatorTests : IDisposable
{
    private const string Key = "pva_not-to-be-seen";
    private const string Person = "0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e";

    private readonly ScriptScene scene = new ScriptScene()
        .Says("account show*", "A subscription")
        .Says("deployment group show*vaultName*", "kv-bakker-x")
        .Says("deployment group show*outputs.address*", "https://site.test")
        .Says("keyvault secret show --vault-name kv-bakker-x --name deployment--admin-key *", Key);

    public void Dispose() => scene.Dispose();

    [UnixFact]
    public async Task Person_is_made_an_operator_with_the_key_of_the_vault()
    {
        var run = (await scene.RunAsync("first-operator.sh", "", "bakker", Person.ToUpperInvariant(), "Chris \"C\" Jansen")).Succeeded();

        var call = run.Call("curl");
        Assert.Contains("--request PUT", call, StringComparison.Ordinal);
        Assert.EndsWith($"https://site.test/api/operators/{Person}", call, StringComparison.Ordinal);
        Assert.Contains("""--data {"name":"Chris \"C\" Jansen"}""", call, StringComparison.Ordinal);
        Assert.Equal($"X-Admin-Key: {Key}\n", scene.Piped);
    }

    [UnixFact]
    public async Task Key_is_in_no_argument_and_on_no_screen_not_even_traced()
    {
        scene.With("SHELLOPTS", "xtrace");

        var run = (await scene.RunAsync("first-operator.sh", "", "bakker", Person)).Succeeded();

        Assert.DoesNotContain(run.Calls, call => call.Contains(Key, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, run.Output + run.Errors, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Name_may_be_left_out()
    {
        Assert.Contains("--data {} ", (await scene.RunAsync("first-operator.sh", "", "bakker", Person)).Succeeded().Call("curl"), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task What_the_app_refuses_is_told()
    {
        scene.CurlFails(1);

        (await scene.RunAsync("first-operator.sh", "", "bakker", Person)).Refused("what the app said");
    }

    [UnixFact]
    public async Task Vault_that_may_not_be_read_ends_it()
    {
        scene.Fails("keyvault*");

        Assert.False((await scene.RunAsync("first-operator.sh", "", "bakker", Person)).Refused("az failed").Called("curl"));
    }

    [UnixFact]
    public async Task What_is_no_object_id_is_refused_before_anything_is_asked()
    {
        foreach (var id in (string[])["chris@example.com", Person[..^1], $"{Person}/../x"])
        {
            Assert.Empty((await scene.RunAsync("first-operator.sh", "", "bakker", id)).Refused("is no object id").Calls);
        }
    }
}
