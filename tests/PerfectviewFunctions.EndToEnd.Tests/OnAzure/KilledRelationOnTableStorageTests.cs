using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Crashes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

/// <summary>
/// Work on a relation by hosts on Table Storage: the steps that no invoice passes through, and the worst of those that both do. (PVF_STORE=azurite runs
/// the kills at all of them there.)
/// </summary>
public sealed class KilledRelationOnTableStorageTests : KilledRelationTests
{
    private protected override async Task<RowPlace?> RowsAsync() => await AzuriteTable.CreateAsync();

    [Theory]
    [InlineData(WorkStep.DebtorAnswered)]
    [InlineData(WorkStep.RelationStored)]
    public Task New_relation_stands_in_the_books_once_after_a_kill(WorkStep step) => KillCreatingAsync(step);

    [Theory]
    [InlineData(WorkStep.CardIntentStored)]
    [InlineData(WorkStep.CardAnswered)]
    [InlineData(WorkStep.RelationStored)]
    public Task Changed_relation_says_what_Perfectview_says_after_a_kill_by_the_timer_alone(WorkStep step) => KillChangingAsync(step);
}
