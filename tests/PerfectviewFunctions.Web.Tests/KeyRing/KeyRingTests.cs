using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Web.KeyRing;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.KeyRing;

public sealed class KeyRingTests : IDisposable
{
    private const string Secret = "deployment--key-ring-key";
    private static readonly byte[] Hello = [.. "hello"u8];
    private static readonly byte[] More = [.. "more"u8];

    private readonly InMemoryRowStore store = new();
    private readonly MemorySecrets secrets = [];
    private readonly ManualTimeProvider clock = new();
    private readonly List<IHost> hosts = [];

    public void Dispose() => hosts.ForEach(host => host.Dispose());

    [Fact]
    public void What_one_host_protects_another_and_the_next_start_read()
    {
        var text = NewHost().Protect(Hello);

        Assert.Equal(Hello, NewHost().Unprotect(text));
        Assert.Equal(-1, text.AsSpan().IndexOf(Hello));
    }

    [Fact]
    public async Task Two_hosts_that_both_made_a_key_read_each_other()
    {
        var (one, other) = (NewHost(), NewHost());
        byte[] otherText = [];
        store.Before = call =>
        {
            if (call is StoreCall.Write { Partition: "key-ring" })
            {
                store.Before = null;
                otherText = other.Protect("of the other"u8.ToArray());
            }

            return Task.CompletedTask;
        };

        var text = one.Protect("of the one"u8.ToArray());

        Assert.Equal(2, (await RowsAsync()).Count);
        Assert.Equal("of the other"u8, one.Unprotect(otherText));
        Assert.Equal("of the one"u8, other.Unprotect(text));
    }

    [Fact]
    public async Task Starting_a_host_asks_neither_store_nor_vault()
    {
        var host = Build();

        await host.StartAsync();
        await host.StopAsync();

        Assert.Equal((0, 0, 0, 0), (store.Gets, store.Queries, store.Writes, secrets.Reads));
    }

    [Fact]
    public async Task Starting_a_host_with_antiforgery_asks_neither_store_nor_vault()
    {
        var host = Build(services => services.AddAntiforgery());

        await host.StartAsync();
        await host.StopAsync();

        Assert.Equal((0, 0, 0, 0), (store.Gets, store.Queries, store.Writes, secrets.Reads));
    }

    [Fact]
    public async Task Row_holds_no_plain_key()
    {
        NewHost().Protect(Hello);

        var xml = Assert.Single(await RowsAsync()).Values.Text("xml");
        Assert.Contains("<sealed ", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", xml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("unencrypted", xml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secrets[Secret], xml, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(secrets[Secret]).Length);
    }

    [Fact]
    public async Task Row_that_was_tampered_with_opens_nothing()
    {
        var text = NewHost().Protect(Hello);
        var row = Assert.Single(await RowsAsync());
        var xml = row.Values.Text("xml");
        var at = xml.IndexOf("</sealed>", StringComparison.Ordinal) - 8;
        var changed = xml[..at] + (xml[at] == 'A' ? 'B' : 'A') + xml[(at + 1)..];
        await store.TryReplaceAsync(row, new RowValues { { "xml", changed } }, default);

        Assert.ThrowsAny<CryptographicException>(() => NewHost().Unprotect(text));
    }

    [Fact]
    public async Task Ring_of_another_deployment_opens_nothing()
    {
        using var elsewhere = new KeyRingTests();
        var text = elsewhere.NewHost().Protect(Hello);
        var foreign = Assert.Single(await elsewhere.RowsAsync());
        await store.TryInsertAsync(foreign.Partition, foreign.Key, foreign.Values, default);

        Assert.ThrowsAny<CryptographicException>(() => NewHost().Unprotect(text));
    }

    [Fact]
    public async Task Vault_outage_is_told_as_such_and_makes_no_key()
    {
        var text = NewHost().Protect(Hello);
        secrets.Fault = new SecretsUnavailableException("down");
        var host = NewHost();

        Assert.Same(secrets.Fault, Assert.Throws<SecretsUnavailableException>(() => host.Unprotect(text)));
        Assert.Same(secrets.Fault, Assert.Throws<SecretsUnavailableException>(() => host.Protect(More)));
        Assert.Single(await RowsAsync());

        secrets.Fault = null;
        Assert.Equal(Hello, host.Unprotect(text));
        host.Protect(More);
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task Vault_outage_at_the_first_use_of_all_makes_no_key()
    {
        secrets.Fault = new SecretsUnavailableException("down");
        var host = NewHost();
        Assert.Throws<SecretsUnavailableException>(() => host.Protect(Hello));
        Assert.Empty(await RowsAsync());

        secrets.Fault = null;
        Assert.Equal(Hello, NewHost().Unprotect(host.Protect(Hello)));
    }

    [Fact]
    public void Vault_outage_after_the_first_use_stops_nothing()
    {
        var host = NewHost();
        var text = host.Protect(Hello);
        secrets.Fault = new SecretsUnavailableException("down");

        Assert.Equal(Hello, host.Unprotect(text));
    }

    [Fact]
    public void Store_outage_is_told_as_such()
    {
        store.Before = _ => throw new StoreUnavailableException("down");

        Assert.Throws<StoreUnavailableException>(() => NewHost().Protect(Hello));
    }

    [Fact]
    public async Task Key_that_was_exchanged_or_lost_is_told_and_makes_no_new_ring()
    {
        var text = NewHost().Protect(Hello);
        var right = secrets[Secret];
        secrets[Secret] = Convert.ToBase64String(new byte[32]);
        Assert.Throws<SecretsUnavailableException>(() => NewHost().Unprotect(text));
        secrets.Remove(Secret);
        Assert.Throws<SecretsUnavailableException>(() => NewHost().Protect(More));

        secrets[Secret] = right;

        Assert.Equal(Hello, NewHost().Unprotect(text));
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public void Forged_text_is_refused_and_no_outage()
    {
        var host = NewHost();
        host.Protect(Hello);

        Assert.ThrowsAny<CryptographicException>(() => host.Unprotect("forged"u8.ToArray()));
    }

    private IDataProtector NewHost() => Build().Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("tests");

    private IHost Build(Action<IServiceCollection>? before = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        before?.Invoke(builder.Services);
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IRowStore>(store).AddSingleton<ISecretStore>(secrets).AddKeyRing();
        var host = builder.Build();
        hosts.Add(host);
        return host;
    }

    private async Task<List<Row>> RowsAsync()
    {
        var rows = new List<Row>();
        await foreach (var row in store.QueryPrefixAsync("key-ring", "element:", default))
        {
            rows.Add(row);
        }

        return rows;
    }
}
