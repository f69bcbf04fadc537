using System.Diagnostics;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Web.Secrets;

/// <summary>One writer at a time: among the tasks of this instance, and among processes. A process that dies lets go.</summary>
internal sealed class SecretsLock(string file, TimeSpan timeout) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly SemaphoreSlim own = new(1, 1);

    /// <summary>Runs <paramref name="work"/> while nobody else writes.</summary>
    /// <exception cref="SecretsUnavailableException">Others hold the lock for longer than the time-out.</exception>
    public async Task RunAsync(Action work, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        if (!await own.WaitAsync(timeout, cancellationToken))
        {
            throw new SecretsUnavailableException($"The secrets can't be changed: too many changes wait for '{file}'.");
        }

        try
        {
            await using var held = await HoldAsync(started, cancellationToken);
            work();
        }
        finally
        {
            own.Release();
        }
    }

    public void Dispose() => own.Dispose();

    private async Task<FileStream> HoldAsync(long started, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return SecretsFolder.OpenPrivate(file, FileMode.OpenOrCreate);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // No call waits for a file another process holds, so it is tried again. "Held" has no type of its own.
                var mayBeHeld = exception.GetType() == typeof(IOException);
                if (!mayBeHeld || Stopwatch.GetElapsedTime(started) >= timeout)
                {
                    throw new SecretsUnavailableException(
                        $"The secrets can't be changed: '{file}' was not to be had within {timeout.TotalSeconds:0.##} s: {exception.Message}", exception);
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
