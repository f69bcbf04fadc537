using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Hosting;
using PerfectviewFunctions.Web.Secrets;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Store or secrets fail, at any call: the sender is told to come again, and then every invoice is booked once.</summary>
public sealed class UnavailableTests : IAsyncLifetime
{
    private World world = null!;
    private Host host = null!;
    private BreakableStore store = null!;
    private BreakableSecrets secrets = null!;

    public async Task InitializeAsync()
    {
        world = await World.CreateAsync();
        store = new BreakableStore(world.Rows.Open());
        secrets = new BreakableSecrets(await FileSecretStore.OpenAsync(Path.Combine(world.Folder, "secrets")));
        host = await world.AddHostAsync(builder =>
        {
            builder.Services.AddSingleton<IRowStore>(store);
            builder.Services.AddSingleton<ISecretStore>(secrets);
        });
        await world.AddTenantAsync("demo");
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Store_that_fails_at_any_one_call_loses_nothing_and_doubles_nothing(bool after)
    {
        await host.SendAsync(Events.Invoice("known debtor"));
        for (var call = 1; ; call++)
        {
            var sent = Events.Invoice($"{after}-{call}");
            store.Reset();
            Func<int, Exception?> fails = number => number == call ? new StoreUnavailableException("Out of reach (marked).") : null;
            (store.Before, store.After) = after ? (store.Before, fails) : (fails, store.After);

            var reply = await host.SendAsync(sent);

            var isOver = store.Calls < call;
            store.Reset();
            Assert.True(reply.Status is 200 or 202 or 503, $"call {call}: {reply.Status} {reply.Body}");
            Assert.DoesNotContain("marked", reply.Body, StringComparison.Ordinal);
            await SettleAsync(sent.NumberOf());
            Assert.Equal(200, (await host.SendAsync(sent)).Status);
            Assert.Equal(("booked", 1), (await host.StateAsync(sent.NumberOf()), world.Books.Mutations.Count(one => one.InvoiceNumber == sent.NumberOf())));
            if (isOver)
            {
                Assert.InRange(call, 10, 200);
                return;
            }
        }
    }

    [Fact]
    public async Task Store_out_of_reach_is_said_with_a_time_to_come_again()
    {
        await host.GetAsync("/api/tenants/demo/invoices");
        store.Before = _ => new StoreUnavailableException("The store '/somewhere/marked.db' is away.");

        foreach (var address in new[] { "invoices", "invoices/1", "attention" })
        {
            using var answer = await host.GetAsync($"/api/tenants/demo/{address}");
            await UnavailableAsync(answer);
        }

        using var request = host.Signed("[]"u8.ToArray());
        using var webhook = await host.Http.SendAsync(request);
        await UnavailableAsync(webhook);
    }

    [Fact]
    public async Task Secrets_out_of_reach_are_said_with_a_time_to_come_again()
    {
        await host.GetAsync("/api/tenants/demo/invoices");
        var key = await host.Services.GetRequiredService<ISecretStore>().GetAsync(SecretName.ForDeployment("admin-key"), SecretAge.Now, CancellationToken.None);
        secrets.Fault = _ => new SecretsUnavailableException("The vault marked is away.");

        using var request = host.Signed("[]"u8.ToArray());
        using var webhook = await host.Http.SendAsync(request);
        await UnavailableAsync(webhook);
        using var read = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/tenants/demo/invoices", UriKind.Relative));
        read.Headers.Add(Web.Gate.AdminKey.Header, key);
        using var answer = await host.Http.SendAsync(read);
        await UnavailableAsync(answer);
    }

    [Fact]
    public async Task Credentials_out_of_reach_after_the_event_is_stored_lose_nothing()
    {
        var sent = Events.Invoice("1");
        secrets.Fault = name => name.Value.Contains("bookkeeping", StringComparison.Ordinal) ? new SecretsUnavailableException("Away.") : null;

        var first = await host.SendAsync(sent);

        Assert.Equal((202, "accepted"), (first.Status, first.Outcome));
        secrets.Fault = _ => null;
        await SettleAsync("1");
        Assert.Equal((200, "duplicate"), ((await host.SendAsync(sent)).Status, (await host.SendAsync(sent)).Outcome));
        Assert.Single(world.Books.Mutations);
    }

    [Fact]
    public async Task Health_is_told_without_store_and_secrets()
    {
        store.Before = _ => new StoreUnavailableException("Away.");
        secrets.Fault = _ => new SecretsUnavailableException("Away.");

        using var answer = await host.Http.GetAsync(new Uri("/api/health", UriKind.Relative));

        Assert.Equal($$"""{"status":"healthy","version":"{{ProductVersion.Text}}"}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(false, false, 200, """{"status":"ready","store":"up","secrets":"up"}""")]
    [InlineData(true, false, 503, """{"status":"not-ready","store":"down","secrets":"up"}""")]
    [InlineData(false, true, 503, """{"status":"not-ready","store":"up","secrets":"down"}""")]
    public async Task Readiness_names_what_is_down_and_tells_why_to_the_log_alone(bool storeIsDown, bool secretsAreDown, int status, string body)
    {
        store.Before = _ => storeIsDown ? new StoreUnavailableException("Marked: the account is gone.") : null;
        secrets.Fault = _ => secretsAreDown ? new SecretsUnavailableException("Marked: the vault is closed.") : null;

        using var answer = await host.Http.GetAsync(new Uri("/api/health/ready", UriKind.Relative));

        Assert.Equal((status, body), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(status == 503, host.Logs.Lines.Any(line => line.Contains("Marked", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Fault_of_our_own_is_answered_without_a_word_of_it_and_logged_in_full()
    {
        store.Before = _ => new InvalidOperationException("Marked: what nobody thought of.");

        var reply = await host.SendAsync(Events.Invoice("1"));

        ProblemAssert.Is(500, reply);
        Assert.DoesNotContain("Marked", reply.Body, StringComparison.Ordinal);
        var logged = Assert.Single(host.Logs.Lines, line => line.StartsWith("Error PerfectviewFunctions", StringComparison.Ordinal));
        Assert.Contains("Marked: what nobody thought of.", logged, StringComparison.Ordinal);
        Assert.Contains("   at ", logged, StringComparison.Ordinal);
    }

    /// <summary>Lets the minutes pass that a dead lease, a retry or a look-up needs, as the timer sees them.</summary>
    private async Task SettleAsync(string number)
    {
        for (var turn = 0; turn < 6 && await host.StateAsync(number) is not "booked"; turn++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(2));
            await host.SweepAsync();
        }
    }

    private static async Task UnavailableAsync(HttpResponseMessage answer)
    {
        var reply = await Reply.ReadAsync(answer);
        ProblemAssert.Is(503, reply);
        Assert.DoesNotContain("marked", reply.Body, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
    }
}
