using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Tenants;

public sealed class ConnectionsTests
{
    private static readonly TenantId Tenant = TenantId.Parse("demo");

    private readonly Bench bench = new();

    [Fact]
    public async Task IsOpen_never_paused_costs_no_call()
    {
        Assert.True(await IsOpenAsync());
        Assert.Empty(bench.Books.Calls);
    }

    [Fact]
    public async Task Pause_rests_until_the_probe_and_is_told_once()
    {
        await PauseAsync();
        var since = bench.Clock.GetUtcNow();
        bench.Clock.Advance(bench.Options.ProbeInterval - TimeSpan.FromTicks(1));
        await PauseAsync("E0012");

        Assert.False(await IsOpenAsync());

        Assert.Empty(bench.Books.Calls);
        var pause = await bench.Connections.PauseOfAsync(Tenant, default);
        Assert.Equal(since, pause!.Since);
        Assert.Equal((ReasonCode.ConnectionPaused, "E0012"), (pause.Reason.Code, pause.Reason.Values["code"]));
        Assert.Single(bench.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IsOpen_probe_due_and_taken_resumes_for_good()
    {
        await PauseAsync();
        bench.Clock.Advance(bench.Options.ProbeInterval);

        Assert.True(await IsOpenAsync());
        Assert.True(await IsOpenAsync());

        Assert.Equal(["accounts"], bench.Books.Calls);
        Assert.Null(await bench.Connections.PauseOfAsync(Tenant, default));
    }

    [Fact]
    public async Task IsOpen_probe_due_and_refused_rests_again()
    {
        await PauseAsync();
        bench.Clock.Advance(bench.Options.ProbeInterval);
        bench.Books.OnReadAccounts = () => new Answer<IReadOnlyList<LedgerAccount>>.Refused("E0011");

        Assert.False(await IsOpenAsync());
        Assert.False(await IsOpenAsync());

        Assert.Equal(["accounts"], bench.Books.Calls);
        Assert.Equal(bench.Clock.GetUtcNow() + bench.Options.ProbeInterval, (await bench.Connections.PauseOfAsync(Tenant, default))!.ProbeAt);
    }

    [Fact]
    public async Task IsOpen_probe_without_an_answer_stays_closed_and_leaves_the_pause()
    {
        await PauseAsync();
        bench.Clock.Advance(bench.Options.ProbeInterval);
        bench.Books.OnReadAccounts = () => new Answer<IReadOnlyList<LedgerAccount>>.NotDone(CallFailure.Unreachable);

        Assert.False(await IsOpenAsync());

        Assert.Equal("E0011", (await bench.Connections.PauseOfAsync(Tenant, default))!.Reason.Values["code"]);
        bench.Books.OnReadAccounts = () => null;
        Assert.False(await IsOpenAsync());
        Assert.Single(bench.Books.Calls, "accounts");
        bench.Clock.Advance(bench.Options.FirstRetry);
        Assert.True(await IsOpenAsync());
    }

    [Fact]
    public async Task IsOpen_credentials_changed_are_tried_at_once()
    {
        await PauseAsync();
        var changed = (BookkeepingCredentials.Soap)Bench.Credentials with { SecurityCode1 = new string('d', 32) };

        Assert.True(await bench.Connections.IsOpenAsync(Tenant, changed, default));

        Assert.Equal(["accounts"], bench.Books.Calls);
    }

    [Fact]
    public async Task IsOpen_credentials_changed_and_refused_too_are_not_tried_each_time()
    {
        await PauseAsync();
        var changed = (BookkeepingCredentials.Soap)Bench.Credentials with { SecurityCode1 = new string('d', 32) };
        bench.Books.OnReadAccounts = () => new Answer<IReadOnlyList<LedgerAccount>>.Refused("E0011");

        Assert.False(await bench.Connections.IsOpenAsync(Tenant, changed, default));
        Assert.False(await bench.Connections.IsOpenAsync(Tenant, changed, default));

        Assert.Equal(["accounts"], bench.Books.Calls);
    }

    [Fact]
    public async Task Pause_of_one_tenant_is_not_another_tenants()
    {
        await PauseAsync();

        Assert.True(await bench.Connections.IsOpenAsync(TenantId.Parse("other"), Bench.Credentials, default));
    }

    private Task<bool> IsOpenAsync() => bench.Connections.IsOpenAsync(Tenant, Bench.Credentials, default);

    private Task PauseAsync(string code = "E0011") => bench.Connections.PauseAsync(Tenant, Bench.Credentials, code);
}
