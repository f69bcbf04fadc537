using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Crashes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

/// <summary>Payments read and told by hosts on Table Storage; at every step with <c>PVF_LONG=1</c>.</summary>
public sealed class KilledPaymentOnTableStorageTests : KilledPaymentTests
{
    public static TheoryData<WorkStep> Tried => LongRun.Of(Steps.OfPayments, WorkStep.PaymentsStored, WorkStep.PaymentLookedUp, WorkStep.CallbackAnswered);

    private protected override async Task<RowPlace?> RowsAsync() => await AzuriteTable.CreateAsync();

    [Theory]
    [MemberData(nameof(Tried))]
    public Task Payment_is_known_and_told_as_it_is_after_a_kill(WorkStep step) => KillAsync(step);
}
