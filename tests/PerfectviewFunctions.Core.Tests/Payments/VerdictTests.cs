using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments;

public sealed class VerdictTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(PaymentState.NotRead, 0, 121, PaymentState.Open)]
    [InlineData(PaymentState.Open, 50, 71, PaymentState.PartlyPaid)]
    [InlineData(PaymentState.PartlyPaid, 0, 121, PaymentState.Open)]
    [InlineData(PaymentState.Open, 130, -9, PaymentState.Overpaid)]
    [InlineData(PaymentState.Open, 121, 0, PaymentState.Paid)]
    [InlineData(PaymentState.Paid, 0, 121, PaymentState.Reopened)]
    [InlineData(PaymentState.Paid, 50, 71, PaymentState.Reopened)]
    [InlineData(PaymentState.Paid, 130, -9, PaymentState.Overpaid)]
    [InlineData(PaymentState.ClosedNotVerified, 0, 121, PaymentState.Reopened)]
    [InlineData(PaymentState.Removed, 50, 71, PaymentState.PartlyPaid)]
    [InlineData(PaymentState.Reopened, 50, 71, PaymentState.PartlyPaid)]
    [InlineData(PaymentState.CreditsNotTracked, 0, 121, PaymentState.Open)]
    public void Row_of_the_list_gives_the_state(PaymentState before, decimal paid, decimal open, PaymentState after)
    {
        var payment = Payment(before);

        var verdict = Verdict.Of(payment, new ListMatch.Row(Item(paid: paid, open: open)), At);

        var next = Assert.IsType<Verdict.Changed>(verdict).Next;
        Assert.Equal((after, paid, open), (next.Status.State, next.Status.Paid, next.Status.Open));
        Assert.Equal(payment.Revision + 1, next.Revision);
        Assert.Equal(payment.Status, next.Earlier[0]);
    }

    [Fact]
    public void Same_row_again_changes_nothing()
    {
        var first = Assert.IsType<Verdict.Changed>(Verdict.Of(Payment(PaymentState.Paid), new ListMatch.Row(Item(paid: 0m, open: 121m)), At)).Next;

        Assert.IsType<Verdict.Unchanged>(Verdict.Of(first, new ListMatch.Row(Item(paid: 0m, open: 121m)), At.AddHours(1)));
        Assert.Equal(PaymentState.Reopened, first.Status.State);
    }

    [Theory]
    [InlineData(PaymentState.Open, 121, typeof(Verdict.Vanished))]
    [InlineData(PaymentState.NotRead, 121, typeof(Verdict.Vanished))]
    [InlineData(PaymentState.NotRead, -121, typeof(Verdict.Changed))]
    [InlineData(PaymentState.CreditsNotTracked, -121, typeof(Verdict.Unchanged))]
    [InlineData(PaymentState.Removed, 121, typeof(Verdict.Unchanged))]
    [InlineData(PaymentState.ClosedNotVerified, 121, typeof(Verdict.Vanished))]
    public void Invoice_without_a_row_is_looked_up_where_that_may_tell_something(PaymentState before, decimal amount, Type verdict) =>
        Assert.IsType(verdict, Verdict.Of(Payment(before, amount), new ListMatch.None(), At));

    [Fact]
    public void Invoice_that_was_looked_up_is_not_looked_up_again_until_it_was_seen() => Assert.IsType<Verdict.Unchanged>(
        Verdict.Of(Payment(PaymentState.ClosedNotVerified) with { WasLookedUp = true }, new ListMatch.None(), At));

    [Theory]
    [InlineData(4, 10, false)]
    [InlineData(5, 10, true)]
    [InlineData(5, 25, false)]
    [InlineData(5, 24, true)]
    [InlineData(5, 5, true)]
    [InlineData(20, 100, false)]
    [InlineData(21, 100, true)]
    public void Many_is_at_least_five_and_more_than_a_fifth(int vanished, int before, bool isMany) =>
        Assert.Equal(isMany, MassVanishing.Is(vanished, before));

    [Fact]
    public void Two_rows_for_one_key_are_nobodys_and_the_right_debtor_code_is_preferred_to_the_amount()
    {
        var twice = new OpenList([Item(), Item()], At);
        var another = new OpenList([Item(code: "K2"), Item(paid: 21m, open: 100m)], At);
        var changed = new OpenList([Item(code: "K2")], At);
        var changedTwice = new OpenList([Item(code: "K2"), Item(code: "K3")], At);
        var payment = Payment(PaymentState.Open);

        Assert.IsType<ListMatch.Ambiguous>(twice.Find(payment));
        Assert.Equal(100m, Assert.IsType<ListMatch.Row>(another.Find(payment)).Item.Open);
        Assert.Equal("K2", Assert.IsType<ListMatch.Row>(changed.Find(payment)).Item.DebtorCode);
        Assert.IsType<ListMatch.Ambiguous>(changedTwice.Find(payment));
        Assert.IsType<ListMatch.None>(new OpenList([Item(code: "K2", amount: 100m)], At).Find(payment));
    }

    [Fact]
    public void List_of_a_round_number_of_rows_may_be_cut_off()
    {
        Assert.False(new OpenList([], At).MayBeCut);
        Assert.False(new OpenList([.. Enumerable.Repeat(Item(), 499)], At).MayBeCut);
        Assert.True(new OpenList([.. Enumerable.Repeat(Item(), 500)], At).MayBeCut);
        Assert.True(new OpenList([.. Enumerable.Repeat(Item(), 1000)], At).MayBeCut);
    }

    [Fact]
    public void Only_the_last_fifty_statuses_are_kept()
    {
        var payment = Payment(PaymentState.Open);
        for (var paid = 1; paid <= 120; paid++)
        {
            payment = Verdict.Seen(payment, Item(paid: paid, open: 121 - paid), At.AddHours(paid));
        }

        Assert.Equal((50, 119m, 120L), (payment.Earlier.Count, payment.Earlier[0].Paid, payment.Revision));
    }

    private static InvoicePayment Payment(PaymentState state, decimal amount = 121m) => new(
        "F1", new AdministrationKey("a"), 7, "F1", "K1", amount, At.AddDays(-1), new PaymentStatus(state, At.AddDays(-1)))
    {
        WasSeen = state is not (PaymentState.NotRead or PaymentState.CreditsNotTracked),
    };

    private static OpenItem Item(string code = "K1", decimal amount = 121m, decimal paid = 0m, decimal open = 121m) =>
        new("F1", code, "Debtor", new DateOnly(2026, 3, 2), amount, paid, open);
}
