using PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>
/// Random walks of tenants (see <see cref="TenantWalk"/>): whatever people change while invoices come in and the books fail, each invoice
/// stands in the books of one administration once, as it was frozen, or is shown as held back or ignored. <c>PVF_SEED=seed PVF_WALKS=1</c> takes
/// a failed walk again, and <c>PVF_WALKS=300</c> many more than the usual number.
/// </summary>
public sealed class TenantWalkTests
{
    private const int Walks = 8;
    private const int Steps = 60;

    [Fact]
    public Task Walk_of_people_senders_and_faults_books_every_invoice_once_and_loses_none() => WalkRun.TakeAsync(
        Walks, Steps, TenantWalk.StartAsync, walk => walk.StepAsync(), walk => walk.HealAsync(), walk => walk.Journal);
}
