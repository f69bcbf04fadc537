using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Works at once on what a caller just stored, for as long as he may wait. It is durable: trouble with the work is the minute timer's to repair, not the
/// caller's.
/// </summary>
internal sealed partial class PromptWork(BookingEngine engine, EngineOptions options, ILogger<PromptWork> logger)
{
    /// <returns>Whether any of it may stand in the store in another state than before.</returns>
    public async Task<bool> OnAsync(Tenant tenant, IReadOnlyList<Subject> subjects, CancellationToken cancellationToken)
    {
        if (subjects.Count == 0 || tenant.Administration is not { } administration)
        {
            return false;
        }

        try
        {
            return await engine.WorkAsync(administration, (tenant.Id, subjects), options.RequestBudget, cancellationToken) != TurnEnd.LeftToAnother;
        }
#pragma warning disable CA1031 // Justification: whatever it is, it is logged, and what was stored is worked on within a minute.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception, tenant.Id.Value);
            return true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What came in for {Tenant} is stored, but the work on it stopped; the timer goes on")]
        public static partial void Failed(ILogger logger, Exception exception, string tenant);
    }
}
