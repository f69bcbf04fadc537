namespace PerfectviewFunctions.Core.Tenants;

/// <summary>The partitions of the work table. The prefixes keep a tenant named "due" out of the due rows.</summary>
public static class Partition
{
    /// <summary>One row per tenant, for the list of all.</summary>
    public const string Tenants = "tenants";

    /// <summary>One row per administration, by key, with what it is recognised by.</summary>
    public const string Administrations = "administrations";

    /// <summary>One row per tenant with work, by tenant id.</summary>
    public const string Due = "due";

    /// <summary>One row per tenant with messages to Perfectview that wait, by tenant id.</summary>
    public const string Callbacks = "callbacks";

    /// <summary>How far the reading of payments is over all administrations.</summary>
    public const string Payments = "payments";

    /// <summary>All that belongs to one tenant.</summary>
    public static string Of(TenantId tenant) => "tenant:" + tenant.Value;

    /// <summary>All that the tenants of one administration share: lease, quota, claims, who they are.</summary>
    public static string Of(AdministrationKey administration) => "administration:" + administration.Value;
}
