using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>Changes a tenant that others, such as a settings page, may be changing too: reads it again and thinks again.</summary>
internal static class TenantChanges
{
    private const int Tries = 20;

    /// <param name="change">What is to be stored, and how history tells it; null: nothing, it is so already.</param>
    /// <returns>The tenant as it is now; null when there is none.</returns>
    /// <exception cref="InvalidOperationException">Somebody else was quicker every time.</exception>
    public static async Task<Tenant?> ChangeAsync(
        this TenantStore tenants, TenantId id, Func<Tenant, (Tenant Next, HistoryEntry Entry)?> change, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await tenants.ReadAsync(id, cancellationToken) is not { } read)
            {
                return null;
            }

            if (change(read.Tenant) is not { } changed)
            {
                return read.Tenant;
            }

            if (await tenants.TryChangeAsync(read, changed.Next, changed.Entry, cancellationToken))
            {
                return changed.Next;
            }
        }

        throw new InvalidOperationException($"Tenant '{id}' is changed by others all the time.");
    }
}
