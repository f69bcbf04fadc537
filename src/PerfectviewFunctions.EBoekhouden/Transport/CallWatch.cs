using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Telemetry;

namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>Logs, measures and traces calls of the service: which, how long, how they ended.</summary>
/// <param name="measures">Null where nobody wants to know how long calls take.</param>
internal sealed class CallWatch(TimeProvider clock, Measures? measures, ILogger logger)
{
    public async Task<Answer<T>> SeenAsync<T>(string operation, Func<Task<Answer<T>>> send)
    {
        var start = clock.GetTimestamp();
        using var span = Spans.BeginBooksCall(operation);
        var answer = await send();
        var (outcome, code) = answer.Summary();
        var level = answer is Answer<T>.Success ? LogLevel.Debug : LogLevel.Warning;
        var took = clock.GetElapsedTime(start);
        logger.CallEnded(level, operation, outcome, code, took.TotalMilliseconds);
        measures?.CalledTheBooks(operation, outcome, code, took);
        span.Ended(outcome, code, isError: answer is not Answer<T>.Success);
        return answer;
    }
}
