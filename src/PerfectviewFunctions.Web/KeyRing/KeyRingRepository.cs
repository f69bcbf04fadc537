using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>The elements of the ring, one row each. Data Protection reads them at the first use and about once a day, and adds one in three months.</summary>
/// <remarks>Blocks for those few calls, since the interface is synchronous; see <see cref="Blocking"/>.</remarks>
internal sealed class KeyRingRepository(IRowStore store, KeyRingKey key) : IXmlRepository
{
    private const string Partition = "key-ring";
    private const string Prefix = "element:";
    private const string Xml = "xml";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // An element that can't be decrypted is left out by Data Protection, which then makes a new one. So that an outage of the vault does not fill the
        // store with keys, it has to show here, where it ends the whole reading.
        key.Get();
        return Blocking.Wait(ReadAsync);
    }

    public void StoreElement(XElement element, string friendlyName) => Blocking.Wait(() => WriteAsync(element, friendlyName));

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        var elements = new List<XElement>();
        await foreach (var row in store.QueryPrefixAsync(Partition, Prefix, CancellationToken.None))
        {
            elements.Add(XElement.Parse(row.Values.Text(Xml)));
        }

        return elements;
    }

    private async Task<bool> WriteAsync(XElement element, string friendlyName)
    {
        var values = new RowValues { { Xml, element.ToString(SaveOptions.DisableFormatting) } };
        if (!await store.TryInsertAsync(Partition, Prefix + StorageKey.Encode(friendlyName), values, CancellationToken.None))
        {
            throw new InvalidOperationException($"The key ring has an element '{friendlyName}' already.");
        }

        return true;
    }
}
