using PerfectviewFunctions.EndToEnd.Tests.Crashes;
using PerfectviewFunctions.EndToEnd.Tests.Support;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

/// <summary>Hosts on Table Storage. (PVF_STORE=azurite runs all the kills of a local host's tests there too.)</summary>
public sealed class KilledOnTableStorageTests : KilledAndSentAgainTests
{
    private protected override async Task<RowPlace?> RowsAsync() => await AzuriteTable.CreateAsync();
}
