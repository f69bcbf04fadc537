using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Payments.Balances;

/// <summary>Tells what is open of a tenant's invoices. It only reads what is stored; the books are not asked.</summary>
public sealed class OpenBalances
{
    private readonly PaymentStore payments;
    private readonly CallbackOutbox outbox;
    private readonly ReadingStandings standings;
    private readonly TimeProvider time;
    private readonly PaymentOptions options;

    internal OpenBalances(PaymentStore payments, CallbackOutbox outbox, ReadingStandings standings, TimeProvider time, PaymentOptions options) =>
        (this.payments, this.outbox, this.standings, this.time, this.options) = (payments, outbox, standings, time, options);

    /// <summary>Only how fresh it is.</summary>
    public Task<ReadingStanding> StandingAsync(Tenant tenant, CancellationToken cancellationToken) => standings.OfAsync(tenant, cancellationToken);

    /// <summary>All that is not settled.</summary>
    public async Task<BalanceReport> OfAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        // Before the rows: whatever is read meanwhile makes them newer than they are said to be, never older.
        var standing = await standings.OfAsync(tenant, cancellationToken);
        var (today, rows) = (DutchTime.DateOf(time.GetUtcNow()), new List<BalanceRow>());
        await foreach (var payment in payments.ListOpenAsync(tenant.Id, cancellationToken))
        {
            rows.Add(BalanceRow.Of(payment, IsFollowed(tenant, payment), today, options.LookupsPerMonth));
        }

        var waiting = await WaitingAsync(tenant, cancellationToken);
        return new BalanceReport(
            today,
            standing,
            [
                .. rows.OrderBy(row => row.DueDate).ThenBy(row => row.Number, StringComparer.Ordinal)
                    .Select(row => row with { Callback = waiting.GetValueOrDefault(row.Number) }),
            ]);
    }

    /// <summary>One booked invoice, settled or not; null when none of that number was booked.</summary>
    public async Task<PaymentReport?> OfAsync(Tenant tenant, string number, CancellationToken cancellationToken)
    {
        var standing = await standings.OfAsync(tenant, cancellationToken);
        if (await payments.FindAsync(tenant.Id, number, cancellationToken) is not { } payment)
        {
            return null;
        }

        var isFollowed = IsFollowed(tenant, payment);
        return new PaymentReport(payment, isFollowed, standing)
        {
            Reason = PaymentReason.Of(payment, isFollowed, options.LookupsPerMonth),
            Callback = Tells(tenant) ? await outbox.FindAsync(tenant.Id, number, cancellationToken) : null,
        };
    }

    private async Task<Dictionary<string, WaitingCallback>> WaitingAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var waiting = new Dictionary<string, WaitingCallback>(StringComparer.Ordinal);
        if (Tells(tenant))
        {
            await foreach (var callback in outbox.ListAsync(tenant.Id, cancellationToken))
            {
                waiting[callback.Number] = callback;
            }
        }

        return waiting;
    }

    /// <summary>What waits from before the address was taken away is sent nowhere.</summary>
    private static bool Tells(Tenant tenant) => tenant.Settings.CallbackAddress is not null;

    private static bool IsFollowed(Tenant tenant, InvoicePayment payment) => payment.Administration == tenant.Administration;
}
