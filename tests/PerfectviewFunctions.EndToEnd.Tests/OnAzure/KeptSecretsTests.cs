using System.Text;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.EndToEnd.Tests.Linking;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing.Vaults;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

/// <summary>Two hosts that keep secrets for five minutes each: what one of them changes, or an operator in the portal, counts on the other at once.</summary>
public sealed class KeptSecretsTests : IAsyncLifetime
{
    private const string NewCode = "0123456789abcdef0123456789abcdef";

    private AzureWorld azure = null!;
    private Host first = null!;
    private Host second = null!;

    private World World => azure.World;

    /// <summary>Both hosts have booked one invoice and keep what they read for it; the link is older than a moment.</summary>
    public async Task InitializeAsync()
    {
        (azure, first, second) = await AzureWorld.StartAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("booked", (await first.SendAsync(Events.Invoice("1"))).Outcome);
        Assert.Equal("booked", (await second.SendAsync(Events.Invoice("2"))).Outcome);
        World.Clock.Advance(SecretAge.AfterRefusal);
        azure.Vault.State.ForgetCalls();
    }

    public async Task DisposeAsync() => await azure.DisposeAsync();

    [Fact]
    public async Task Invoices_are_booked_without_a_call_to_the_vault_and_while_it_is_down()
    {
        azure.Vault.State.Break(VaultFault.Broken);

        Assert.Equal("booked", (await first.SendAsync(Events.Invoice("3"))).Outcome);
        Assert.Equal("booked", (await second.SendAsync(Events.Invoice("4"))).Outcome);

        Assert.Empty(azure.Vault.State.Calls);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Rotated_webhook_secret_counts_on_the_other_host_at_once(int hoursForTheOld)
    {
        var rotated = await first.RotateAsync(hoursForTheOld);

        // The old one first: nothing was refused yet that would make the other host look again.
        Assert.Equal(hoursForTheOld == 0 ? 401 : 200, (await second.SendAsync(Events.Invoice("3"))).Status);
        Assert.True(WebhookSecret.TryParse(rotated.Json["secret"]!.GetValue<string>(), out var fresh));
        Assert.Equal("booked", (await SignedAsync(second, "4", fresh)).Outcome);
    }

    [Fact]
    public async Task Webhook_secret_replaced_in_the_portal_is_taken_at_once()
    {
        var fresh = WebhookSecret.Generate();
        await azure.ReplaceInPortalAsync("webhook", $$"""{"current":"{{fresh.Reveal()}}"}""");

        Assert.Equal("booked", (await SignedAsync(second, "3", fresh)).Outcome);
        Assert.Equal(401, (await second.SendAsync(Events.Invoice("4"))).Status);
    }

    [Fact]
    public async Task Wrong_signatures_ask_the_vault_no_more_than_every_few_seconds()
    {
        for (var tries = 0; tries < 10; tries++)
        {
            Assert.Equal(401, (await SignedAsync(first, "3", WebhookSecret.Generate())).Status);
        }

        Assert.Single(azure.Vault.State.Calls, call => call.Path.Contains("tenant-demo--webhook", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Codes_saved_at_one_host_are_those_the_other_books_with()
    {
        World.Sandbox.Books.ChangeSecurityCode1(SandboxDemo.UserName, NewCode);
        World.Sandbox.Books.EndSessions();
        LinkApi.AssertStatus(200, await first.SaveAsync(LinkApi.Credentials(code1: NewCode)));

        Assert.Equal("booked", (await second.SendAsync(Events.Invoice("3"))).Outcome);
        Assert.DoesNotContain(World.Sandbox.Books.Calls.Log, call => call.Outcome.StartsWith("E001", StringComparison.Ordinal));
    }

    [SoapFact]
    public async Task Codes_replaced_in_the_portal_pause_nothing()
    {
        World.Sandbox.Books.ChangeSecurityCode1(SandboxDemo.UserName, NewCode);
        World.Sandbox.Books.EndSessions();
        await azure.ReplaceInPortalAsync(
            "bookkeeping",
            (await azure.Vault.NewClient().GetSecretAsync("tenant-demo--bookkeeping")).Value.Value.Replace(
                SandboxDemo.SecurityCode1, NewCode, StringComparison.OrdinalIgnoreCase));

        Assert.Equal("booked", (await second.SendAsync(Events.Invoice("3"))).Outcome);

        Assert.Contains(World.Sandbox.Books.Calls.Log, call => call.Outcome.StartsWith("E001", StringComparison.Ordinal));
        Assert.DoesNotContain(second.Logs.Lines, line => line.Contains("is paused", StringComparison.Ordinal));
        Assert.Equal("working", LinkApi.ConnectionOf(await second.TenantAsync()));
    }

    [Fact]
    public async Task Move_to_another_administration_is_followed_by_the_other_host_at_once()
    {
        LinkApi.AssertStatus(200, await first.SaveAsync(LinkApi.Second(confirm: true)));

        Assert.Equal("booked", (await second.SendAsync(Events.Invoice("3"))).Outcome);

        Assert.Single(World.Sandbox.Books.Administration(SandboxDemo.SecondSecurityCode2).Mutations, mutation => mutation.InvoiceNumber == "3");
        Assert.Equal(["1", "2"], World.Books.Mutations.Select(mutation => mutation.InvoiceNumber).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Link_that_ended_and_began_again_elsewhere_books_on_with_what_was_recovered()
    {
        LinkApi.AssertStatus(200, await first.UnlinkAsync());
        Assert.Equal(409, (await second.SendAsync(Events.Invoice("3"))).Status);
        Assert.True(azure.Vault.State.IsDeleted("tenant-demo--bookkeeping"));

        LinkApi.AssertStatus(200, await WhileTimePassesAsync(second.SaveAsync(LinkApi.Credentials())));

        Assert.Equal("booked", (await first.SendAsync(Events.Invoice("3"))).Outcome);
        Assert.Single(azure.Vault.State.VersionsOf("tenant-demo--bookkeeping"), version => version.Enabled);
    }

    [Fact]
    public async Task Missing_role_is_told_to_the_log_in_words_and_to_callers_not_at_all()
    {
        azure.Vault.State.Break(VaultFault.NoRole);
        World.Clock.Advance(SecretAge.Usual);

        var reply = await first.SendAsync(Events.Invoice("3"));

        Assert.Equal(503, reply.Status);
        Assert.DoesNotContain("role", reply.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(first.Logs.Lines, line => line.Contains("Key Vault Secrets Officer", StringComparison.Ordinal));
        using var ready = await first.Http.GetAsync(new Uri("/api/health/ready", UriKind.Relative));
        Assert.Equal("""{"status":"not-ready","store":"up","secrets":"down"}""", await ready.Content.ReadAsStringAsync());

        azure.Vault.State.Mend();
        Assert.Equal("booked", (await first.SendAsync(Events.Invoice("3"))).Outcome);
    }

    /// <summary>For what waits between its looks at the vault, which takes a moment to bring a deleted name back.</summary>
    private async Task<ApiReply> WhileTimePassesAsync(Task<ApiReply> call)
    {
        while (await Task.WhenAny(call, Task.Delay(10)) != call)
        {
            World.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await call;
    }

    private static async Task<Reply> SignedAsync(Host host, string number, WebhookSecret secret)
    {
        using var request = host.Signed(Encoding.UTF8.GetBytes(Events.Invoice(number).ToJsonString()), secret: secret);
        using var answer = await host.Http.SendAsync(request);
        return await Reply.ReadAsync(answer);
    }
}
