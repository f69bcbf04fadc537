using PerfectviewFunctions.EndToEnd.Tests.Properties;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>
/// Random walks through all that bookkeepers, the books, time and a receiver of messages can do to the payments of one or two tenants (see
/// <see cref="PaymentWalk"/>): after each reading no invoice is called paid that the books don't show as settled, and at the end what we say, what
/// the books say and what the receiver was told is the same. <c>PVF_SEED=seed PVF_WALKS=1</c> takes a failed walk again, and <c>PVF_WALKS=480</c> many
/// more than the usual number.
/// </summary>
public sealed class PaymentWalkTests
{
    private const int Steps = 40;

    [Fact]
    public Task Walk_of_payments_corrections_faults_and_time_ends_where_the_books_are_and_nothing_was_called_paid_before() => WalkRun.TakeAsync(
        Setting.Combinations, Steps, PaymentWalk.StartAsync, walk => walk.StepAsync(), walk => walk.HealAsync(), walk => walk.Journal);

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Usual_number_of_walks_takes_every_combination_of_what_the_books_leave_open(int first)
    {
        var taken = Enumerable.Range(first, Setting.Combinations)
            .Select(seed => Setting.Of(seed).Switches)
            .Select(switches => (switches.Credits, switches.OverpaidShown, switches.FilterFindsLines, switches.EmptyLists))
            .ToHashSet();

        Assert.Equal(
            from credits in Enum.GetValues<CreditForm>()
            from overpaid in (bool[])[false, true]
            from lines in (bool[])[false, true]
            from empty in Enum.GetValues<EmptyListForm>()
            orderby credits, overpaid, lines, empty
            select (credits, overpaid, lines, empty),
            taken.Order());
    }
}
