using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Demo;
using PerfectviewFunctions.Testing.Vaults;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

public sealed class DemoOnAzureTests
{
    [Fact]
    public async Task Demo_passes_with_table_storage_and_key_vault()
    {
        await using var vault = await FakeVault.StartAsync();
        var table = await AzuriteTable.CreateAsync();
        var output = new StringWriter();

        var code = await DemoCommand.RunAsync(
            output,
            BookkeepingApi.Soap,
            builder =>
            {
                table.Use(builder.Services);
                AzureWorld.UseVault(builder.Services, vault);
            },
            CancellationToken.None);

        Assert.True(code == 0, output.ToString());
        Assert.Contains(table.Dump(), row => row.StartsWith("tenant:demo invoice:2026-0042 ", StringComparison.Ordinal));
        Assert.Contains(table.Dump(), row => row.StartsWith("tenant:demo relation:d4a7f0b2-3e58-4c1d-9a66-7b0c2e8f1d35 ", StringComparison.Ordinal));
        Assert.Contains(table.Dump(), row => row.StartsWith("tenant:demo settled:2026-0042 ", StringComparison.Ordinal));
        Assert.DoesNotContain(table.Dump(), row => row.StartsWith("tenant:demo callback:", StringComparison.Ordinal));
        Assert.Single(vault.State.VersionsOf("tenant-demo--bookkeeping"), version => version.Enabled);
    }
}
