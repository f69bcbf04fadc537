using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>What the store says of payments at one moment.</summary>
/// <param name="ReadAt">When the administration of each tenant was last read in full.</param>
internal sealed record Look(IReadOnlyDictionary<Sale, (Row Row, InvoicePayment Payment)> Payments, IReadOnlyDictionary<Firm, DateTimeOffset?> ReadAt)
{
    /// <summary>Looks now. Each booked invoice has one row, and no other has any.</summary>
    public static async Task<Look> AtAsync(Scene scene)
    {
        var host = scene.Hosts[0];
        var (payments, readAt) = (new Dictionary<Sale, (Row, InvoicePayment)>(), new Dictionary<Firm, DateTimeOffset?>());
        foreach (var firm in scene.Firms)
        {
            var partition = Partition.Of(firm.Id);
            var rows = (await host.RowsAsync(partition, "payment:")).Concat(await host.RowsAsync(partition, "settled:")).ToList();
            Assert.Equal(
                firm.Sales.Select(sale => sale.Number).Order(StringComparer.Ordinal),
                rows.Select(row => row.Values.Text("number")).Order(StringComparer.Ordinal));
            foreach (var sale in firm.Sales)
            {
                var row = rows.Single(row => row.Values.Text("number") == sale.Number);
                if (sale.Row is null || sale.Row.ETag != row.ETag)
                {
                    (sale.Row, sale.Payment) = (row, await host.PaymentAsync(sale.Number, firm.Name));
                }

                payments.Add(sale, (sale.Row, sale.Payment));
            }

            readAt.Add(firm, (await host.Services.GetRequiredService<ReadingStates>().OfAsync(firm.Administration, CancellationToken.None)).ReadAt);
        }

        return new Look(payments, readAt);
    }
}
