using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments;

public sealed class PaymentRowsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Row_keeps_everything()
    {
        var payment = new InvoicePayment(
            "2026/1", new AdministrationKey("a"), 7, "A-2026/1", "K1", -121.5m, At,
            new PaymentStatus(PaymentState.PartlyPaid, At) { Paid = -21m, Open = -100.5m, PaidOn = new DateOnly(2026, 3, 1) })
        {
            DebtorName = "Bakkerij",
            Date = new DateOnly(2026, 2, 28),
            DueDate = new DateOnly(2026, 3, 14),
            Revision = 3,
            WasSeen = true,
            LeftWithMany = true,
            WasLookedUp = true,
            Earlier = [new PaymentStatus(PaymentState.Open, At.AddHours(-1)) { Open = -121.5m }],
            Notes = [new PaymentNote(PaymentNoteKind.Renumbered, "A-1", "A-2026/1", At)],
        };

        var read = PaymentRows.Read(new Row("tenant:demo", PaymentRows.KeyOf(payment), PaymentRows.ToValues(payment)));

        Assert.Equal(payment, read with { Earlier = payment.Earlier, Notes = payment.Notes });
        Assert.Equal(payment.Earlier, read.Earlier);
        Assert.Equal(payment.Notes, read.Notes);
    }

    [Theory]
    [InlineData(PaymentState.Paid, "settled:F1")]
    [InlineData(PaymentState.NothingToCollect, "settled:F1")]
    [InlineData(PaymentState.Overpaid, "payment:F1")]
    [InlineData(PaymentState.Removed, "payment:F1")]
    public void Settled_payments_stand_apart(PaymentState state, string key) => Assert.Equal(
        key, PaymentRows.KeyOf(new InvoicePayment("F1", new AdministrationKey("a"), 7, "F1", "K1", 121m, At, new PaymentStatus(state, At))));
}
