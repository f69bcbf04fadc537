using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>What became of a wish to change settings.</summary>
public abstract record SettingsSaved
{
    private SettingsSaved()
    {
    }

    /// <summary>They stand as wished; also when they did before.</summary>
    public sealed record Saved(Tenant Tenant) : SettingsSaved;

    /// <summary>Somebody else changed them since they were read; nothing was saved.</summary>
    /// <param name="Current">As they are now.</param>
    /// <param name="Yours">As they would have been.</param>
    public sealed record VersionConflict(Tenant Current, TenantSettings Yours) : SettingsSaved;

    public sealed record Faulty(IReadOnlyList<FieldFault> Faults) : SettingsSaved;

    /// <summary>Unknown, or retired.</summary>
    public sealed record NoSuchTenant : SettingsSaved;

    /// <summary>The account could not be checked; nothing was saved.</summary>
    public sealed record BooksUnavailable(Reason Reason) : SettingsSaved;
}
