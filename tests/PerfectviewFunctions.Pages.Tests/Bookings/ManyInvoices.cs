using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Bookings;

/// <summary>More invoices than it would take the time to send.</summary>
internal static class ManyInvoices
{
    /// <summary>Copies the rows of an invoice under other numbers; each came in a second after the one before.</summary>
    public static async Task PlantAsync(this Host host, string number, IEnumerable<string> copies)
    {
        var partition = Partition.Of(TenantId.Parse("demo"));
        var row = (await host.Store.GetAsync(partition, "invoice:" + StorageKey.Encode(number), CancellationToken.None))!;
        var at = row.Values.Instant("firstSeenAt");
        foreach (var part in copies.Chunk(50))
        {
            var batch = new List<RowWrite>();
            foreach (var copy in part)
            {
                at = at.AddSeconds(1);
                var values = new RowValues { { "number", copy }, { "firstSeenAt", at } };
                foreach (var (name, value) in row.Values.Where(value => value.Key is not ("number" or "firstSeenAt")))
                {
                    values.Add(name, value);
                }

                batch.Add(new RowWrite.Insert("invoice:" + StorageKey.Encode(copy), values));
                batch.Add(new RowWrite.Insert(
                    $"recent:{StorageKey.Descending(at)}:{StorageKey.Encode(copy)}", new RowValues { { "invoice", copy } }));
            }

            await host.Store.WriteAsync(partition, batch, CancellationToken.None);
        }
    }
}
