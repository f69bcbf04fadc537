using PerfectviewFunctions.EndToEnd.Tests.Crashes;
using PerfectviewFunctions.EndToEnd.Tests.Support;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

/// <summary>Work on a relation by hosts on Table Storage.</summary>
public sealed class KilledRelationOnTableStorageTests : KilledRelationTests
{
    private protected override async Task<RowPlace?> RowsAsync() => await AzuriteTable.CreateAsync();
}
