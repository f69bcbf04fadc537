using PerfectviewFunctions.Chaos;
using PerfectviewFunctions.Chaos.Running;
using PerfectviewFunctions.Testing;
using Xunit;
using Xunit.Abstractions;

namespace PerfectviewFunctions.EndToEnd.Tests.Chaos;

/// <summary>
/// The short form of <c>tests/PerfectviewFunctions.Chaos</c>: what it does, and the command of the long one, stands in docs/reliability.md. <c>PVF_SEED</c>
/// makes another plan; with <c>PVF_STORE=azurite</c> the hosts share a table.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    [UnixFact]
    public async Task Nothing_is_booked_twice_and_nothing_is_lost_by_two_hosts_in_chaos()
    {
        var options = new ChaosOptions
        {
            Events = 250,
            Hosts = 2,
            Tenants = 3,
            Senders = 4,
            Seed = Seeds.Or(20260302),
            OnAzurite = Environment.GetEnvironmentVariable("PVF_STORE") == "azurite",
        };

        var outcome = await ChaosRun.RunAsync(options, output.WriteLine);

        output.WriteLine(outcome.Table);
        Assert.True(outcome.Differences.Count == 0, $"seed {options.Seed}\n{string.Join('\n', outcome.Differences)}\n{outcome.Table}");
    }
}
