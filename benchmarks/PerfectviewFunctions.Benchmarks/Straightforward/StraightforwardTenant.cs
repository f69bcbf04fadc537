using System.Collections.Concurrent;

namespace PerfectviewFunctions.Benchmarks.Straightforward;

/// <param name="Key">What its sender signs with.</param>
internal sealed record StraightforwardTenant(string Name, byte[] Key, string UserName, string SecurityCode1, string SecurityCode2)
{
    /// <summary>The invoices that are not paid as far as is known, by number: what is still open of each, in euros.</summary>
    public ConcurrentDictionary<string, OpenInvoice> Open { get; } = new(StringComparer.Ordinal);
}

/// <param name="Total">Including VAT, in euros.</param>
internal sealed record OpenInvoice(string Number, decimal Total, decimal Paid);
