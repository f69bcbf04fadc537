using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>What an operator says of the administration that credentials open, where nothing else can tell.</summary>
public abstract record AdministrationSaid
{
    private AdministrationSaid()
    {
    }

    /// <summary>It is the one that this tenant books, or booked, in.</summary>
    public sealed record Of(TenantId Tenant) : AdministrationSaid;

    /// <summary>No tenant ever booked in it.</summary>
    public sealed record New : AdministrationSaid;

    /// <summary>Reads <c>new</c>, or the id of a tenant.</summary>
    /// <returns>Null when it is neither.</returns>
    public static AdministrationSaid? Read(string text) =>
        text == "new" ? new New() : TenantId.TryParse(text, out var tenant) ? new Of(tenant) : null;
}
