using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>One host for all bad requests of a class, which is what a host has to stand: none of them may leave anything.</summary>
public sealed class HostileWorld : IAsyncLifetime
{
    internal const string Linked = "demo";
    internal const string Unlinked = "parted";
    internal const string Retired = "gone";

    internal World World { get; private set; } = null!;

    internal Host Host { get; private set; } = null!;

    internal string AdminKey { get; private set; } = "";

    public async Task InitializeAsync()
    {
        // One address tries more here within a moment than is let through; Access has the tests of that.
        (World, Host) = await World.StartAsync(configure: builder => builder.Services.AddSingleton(new GateOptions { MaxFailures = int.MaxValue }));
        await World.PlantTenantAsync(Unlinked);
        await World.PlantTenantAsync(Retired);
        await Host.SetStateAsync(Unlinked, TenantState.Unlinked);
        await Host.SetStateAsync(Retired, TenantState.Retired);
        AdminKey = (await Host.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(CancellationToken.None)).Value;
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    /// <summary>Sends what must be answered with a problem, and sees that neither store nor books noticed.</summary>
    internal async Task<Reply> ProblemAsync(int status, Func<Task<Reply>> send)
    {
        var before = StoreDump.Of(World);
        var calls = World.Sandbox.Books.Calls.Total;

        var reply = await send();

        ProblemAssert.Is(status, reply);
        Assert.Equal(before, StoreDump.Of(World));
        Assert.Equal(calls, World.Sandbox.Books.Calls.Total);
        return reply;
    }

    internal Task<Reply> ProblemAsync(int status, HttpRequestMessage request) => ProblemAsync(status, async () =>
    {
        using var answer = await Host.Http.SendAsync(request);
        return await Reply.ReadAsync(answer);
    });
}
