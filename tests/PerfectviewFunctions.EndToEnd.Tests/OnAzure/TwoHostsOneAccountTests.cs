using PerfectviewFunctions.EndToEnd.Tests.Crashes;
using PerfectviewFunctions.EndToEnd.Tests.Support;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

/// <summary>Two hosts on one storage account.</summary>
public sealed class TwoHostsOneAccountTests : TwoHostsTests
{
    private protected override async Task<RowPlace?> RowsAsync() => await AzuriteTable.CreateAsync();
}
