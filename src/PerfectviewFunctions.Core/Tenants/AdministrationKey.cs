namespace PerfectviewFunctions.Core.Tenants;

/// <summary>
/// Stands for one administration in e-Boekhouden wherever exclusion, quota or frozen bookings need a name for it; tells nothing
/// about its security code. Made by <see cref="AdministrationKeys"/>.
/// </summary>
public readonly record struct AdministrationKey(string Value)
{
    public override string ToString() => Value;
}
