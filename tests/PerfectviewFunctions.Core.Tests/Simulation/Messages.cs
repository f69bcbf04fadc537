using PerfectviewFunctions.Core.Callbacks;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>Perfectview as it is told of payments: keeps the last status of each invoice.</summary>
internal sealed class Messages(World world)
{
    private readonly Dictionary<string, long> told = new(StringComparer.Ordinal);

    public long? RevisionOf(string tenant, string number) => told.TryGetValue($"{tenant} {number}", out var revision) ? revision : null;

    /// <param name="by">Null for a host that nobody disturbs.</param>
    public void Take(CallbackMessage message, Actor? by)
    {
        var key = $"{message.Tenant.Value} {message.Payment.Number}";
        var revision = message.Payment.Revision;
        if (told.TryGetValue(key, out var known) && revision < known && by?.WasPaused != true)
        {
            world.Violate($"Message {revision} about {key} overtakes {known}");
        }

        told[key] = Math.Max(known, revision);
    }
}
