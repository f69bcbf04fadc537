using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>People who enter payments in the books as soon as the invoices stand there.</summary>
internal sealed class Payer(Plan plan, Stage stage, Figures figures)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private volatile int rounds;

    /// <summary>How often all that can be paid was paid.</summary>
    public int Rounds => rounds;

    public async Task RunAsync(CancellationToken stop)
    {
        var left = plan.Tenants.ToDictionary(tenant => tenant, tenant => tenant.Payments.ToList());
        while (left.Values.Any(payments => payments.Count > 0) && !stop.IsCancellationRequested)
        {
            foreach (var (tenant, payments) in left)
            {
                var booked = stage.BooksOf(tenant).Mutations
                    .Where(mutation => mutation.Kind == MutationKind.FactuurVerstuurd)
                    .GroupBy(mutation => mutation.InvoiceNumber)
                    .ToDictionary(found => found.Key, found => found.First());
                payments.RemoveAll(payment => TryPay(tenant, payment, booked));
            }

            Interlocked.Increment(ref rounds);
            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool TryPay(PlannedTenant tenant, PlannedPayment payment, Dictionary<string, SandboxMutation> booked)
    {
        if (!booked.TryGetValue(tenant.Prefix + payment.Number, out var invoice))
        {
            return false;
        }

        if (payment.Together is null)
        {
            stage.BooksOf(tenant).RegisterPayment(
                invoice.InvoiceNumber, Math.Round(invoice.Total * payment.Share, 2, MidpointRounding.AwayFromZero), invoice.RelationCode);
            figures.Add(payment.Share == 1 ? "payments in full" : "payments in part");
            return true;
        }

        if (!booked.TryGetValue(tenant.Prefix + payment.Together, out var other))
        {
            return false;
        }

        stage.BooksOf(tenant).RegisterCombinedPayment(
            [new PaymentPart(invoice.InvoiceNumber, invoice.Total), new PaymentPart(other.InvoiceNumber, other.Total)],
            relationCode: invoice.RelationCode);
        figures.Add("payments of two together");
        return true;
    }
}
