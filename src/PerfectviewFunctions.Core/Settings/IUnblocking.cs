using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Finds the invoices that a changed mapping sets free, and has them tried again.</summary>
public interface IUnblocking
{
    /// <summary>The invoices that are held back for the mapping and could be booked with this one, each with why it was held back.</summary>
    Task<IReadOnlyList<(string Number, Reason Was)>> FindAsync(Tenant withNewMapping, CancellationToken cancellationToken);

    /// <summary>Has invoices tried again.</summary>
    /// <returns>How many were.</returns>
    Task<int> RetryAsync(Tenant tenant, IReadOnlyList<string> numbers, CancellationToken cancellationToken);
}
