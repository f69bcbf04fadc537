using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>What became of a wish to replace a VAT mapping.</summary>
public abstract record MappingSaved
{
    private MappingSaved()
    {
    }

    /// <summary>It stands as wished; also when it did before.</summary>
    /// <param name="Unblocks">The invoices that were held back for want of it, each with why.</param>
    /// <param name="Retried">How many of them were offered again; null when that was not asked.</param>
    public sealed record Saved(Tenant Tenant, IReadOnlyList<(string Number, Reason Was)> Unblocks, int? Retried) : MappingSaved;

    /// <summary>Somebody else changed it since it was read; nothing was saved.</summary>
    public sealed record VersionConflict(Tenant Current) : MappingSaved;

    public sealed record Faulty(IReadOnlyList<FieldFault> Faults) : MappingSaved;

    /// <summary>Unknown, or retired.</summary>
    public sealed record NoSuchTenant : MappingSaved;

    /// <summary>There are no books to check the accounts by; nothing was saved.</summary>
    public sealed record NotLinked : MappingSaved;

    /// <summary>The accounts could not be checked; nothing was saved.</summary>
    public sealed record BooksUnavailable(Reason Reason) : MappingSaved;
}
