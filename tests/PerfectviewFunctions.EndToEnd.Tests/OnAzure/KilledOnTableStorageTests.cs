using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Crashes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

/// <summary>Hosts on Table Storage. (PVF_STORE=azurite runs all the kills of a local host's tests there too.)</summary>
public sealed class KilledOnTableStorageTests : KilledAndSentAgainTests
{
    public static TheoryData<WorkStep> AllSteps => new(Steps.All);

    private protected override async Task<RowPlace?> RowsAsync() => await AzuriteTable.CreateAsync();

    [Theory]
    [MemberData(nameof(AllSteps))]
    public Task Invoice_is_booked_once_after_a_kill_and_the_senders_retry(WorkStep step) => KillAsync(step);
}
