using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Crashes;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnRest;

/// <summary>Hosts that book by REST. (PVF_API=rest runs all the other kills by it too.)</summary>
public sealed class KilledOnRestTests : KilledAndSentAgainTests
{
    public static TheoryData<WorkStep> AllSteps => new(Steps.All);

    private protected override BookkeepingApi? Api => BookkeepingApi.Rest;

    [Theory]
    [MemberData(nameof(AllSteps))]
    public Task Invoice_is_booked_once_after_a_kill_and_the_senders_retry(WorkStep step) => KillAsync(step);
}
