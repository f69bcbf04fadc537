using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>What a changed VAT mapping sets free: invoices that were held back for want of it.</summary>
public interface IUnblocking
{
    /// <summary>The invoices that were held back and would not be with the mapping that the tenant now has; nothing is changed.</summary>
    Task<IReadOnlyList<(string Number, Reason Was)>> FindAsync(Tenant withNewMapping, CancellationToken cancellationToken);

    /// <summary>Offers invoices again.</summary>
    /// <returns>How many of them are worked on again.</returns>
    Task<int> RetryAsync(Tenant tenant, IReadOnlyList<string> numbers, CancellationToken cancellationToken);
}
