using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Secrets;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>
/// A tenant in an address that is none, sent to every endpoint and page by somebody who may do everything: no partition, file or secret of a tenant
/// is touched by it, and whoever looks for one finds none.
/// </summary>
public sealed class TenantAddressTests : IAsyncLifetime
{
    private World world = null!;
    private Host host = null!;
    private RecordingStore store = null!;
    private RecordingSecrets secrets = null!;
    private string adminKey = "";

    public static TheoryData<string> Addresses { get; } =
    [
        "Demo", "demo%20", "demo%2F..%2Fdemo", "..%2Fdemo", "demo%5C..%5Cdemo", "demo%00", "demo%0A", "demo.", "demo%3Aevent", "tenant%3Ademo", "demo~2E", "demo'--",
        "demo%EF%BC%8Fdemo", "%EF%BD%84emo", "demo%E2%80%AE", "demo%23", "demo%3Fx", "%2e%2e", "demo-demo-demo-demo-demo-demo-demo-demo-1", "%7Btenant%7D", "*", "demo;x=1",
    ];

    public async Task InitializeAsync()
    {
        world = await World.CreateAsync();
        store = new RecordingStore(world.Rows.Open());
        secrets = new RecordingSecrets(await FileSecretStore.OpenAsync(Path.Combine(world.Folder, "secrets")));
        host = await world.AddHostAsync(builder =>
        {
            builder.Services.AddSingleton<Core.Storage.IRowStore>(store);
            builder.Services.AddSingleton<ISecretStore>(secrets);
            builder.Services.AddSingleton(new GateOptions { MaxFailures = int.MaxValue });
        });
        await world.AddTenantAsync("demo");
        await host.SendAsync(Events.Invoice("1"));
        adminKey = (await host.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(CancellationToken.None)).Value;
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Tenant_that_is_none_reaches_nothing(string tenant)
    {
        var before = (Rows: StoreDump.Of(world), Files: FilesIn(world.Folder), Calls: world.Sandbox.Books.Calls.Total);
        store.Partitions.Clear();
        secrets.Names.Clear();

        foreach (var (method, address) in AllAddresses(tenant))
        {
            var reply = await SendAsync(method, address);

            Assert.True(reply.Status is 400 or 401 or 403 or 404 or 405 or 303 or 302 or 415 || (reply.Status == 200 && address.Contains("/koppeling", StringComparison.Ordinal)), $"{method} {address}: {reply.Status} {reply.Body}");
            Assert.DoesNotContain("demo-debiteur", reply.Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(store.Partitions, partition => partition.StartsWith("tenant:", StringComparison.Ordinal));
        Assert.DoesNotContain(secrets.Names, name => name.StartsWith("tenant-", StringComparison.Ordinal));
        Assert.Equal(before.Rows, StoreDump.Of(world));
        Assert.Equal(before.Files, FilesIn(world.Folder));
        Assert.Equal(before.Calls, world.Sandbox.Books.Calls.Total);
    }

    [Theory]
    [InlineData("due")]
    [InlineData("tenants")]
    [InlineData("demo--webhook")]
    [InlineData("-")]
    public async Task Tenant_that_does_not_exist_reaches_nothing_but_its_own_empty_place(string tenant)
    {
        var before = StoreDump.Of(world);
        store.Partitions.Clear();
        secrets.Names.Clear();

        foreach (var (method, address) in AllAddresses(tenant))
        {
            await SendAsync(method, address);
        }

        Assert.Contains($"tenant:{tenant}", store.Partitions);
        Assert.DoesNotContain(store.Partitions, partition => partition.StartsWith("tenant:", StringComparison.Ordinal) && partition != $"tenant:{tenant}");
        Assert.DoesNotContain(secrets.Names, name => name.StartsWith("tenant-", StringComparison.Ordinal) && !name.StartsWith($"tenant-{tenant}--", StringComparison.Ordinal));
        Assert.Equal(before, StoreDump.Of(world));
    }

    /// <summary>Every endpoint that names a tenant, and some pages.</summary>
    private IEnumerable<(string Method, string Address)> AllAddresses(string tenant) => host.Services.GetServices<IEndpoint>()
        .Select(endpoint => endpoint.Definition)
        .Where(definition => definition.Route.Contains("{tenant}", StringComparison.Ordinal))
        .Select(definition => (
            definition.Method ?? "GET",
            "/" + definition.Route.Replace("{tenant}", tenant, StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)))
        .Concat([("GET", $"/koppeling/{tenant}"), ("GET", $"/koppeling/{tenant}/boekingen"), ("POST", $"/koppeling/{tenant}/instellingen")]);

    private async Task<Reply> SendAsync(string method, string address)
    {
        using var signed = host.Signed("{}"u8.ToArray());
        var headers = string.Concat(signed.Headers.Select(header => $"\r\n{header.Key}: {header.Value.Single()}"));
        var head = $"{method} {address} HTTP/1.0\r\nContent-Type: application/json\r\n{AdminKey.Header}: {adminKey}{headers}";
        return await RawHttp.SendAsync(host.Http.BaseAddress!, head, "{}"u8.ToArray());
    }

    private static IReadOnlyList<string> FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
