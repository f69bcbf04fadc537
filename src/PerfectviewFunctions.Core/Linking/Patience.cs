namespace PerfectviewFunctions.Core.Linking;

/// <summary>How long somebody who saves is kept waiting for another who is about to finish.</summary>
internal static class Patience
{
    private const int Tries = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <returns>Null when it was not to be had within ten seconds.</returns>
    public static async Task<T?> ForAsync<T>(Func<Task<T?>> tryTake, TimeProvider time, CancellationToken cancellationToken)
        where T : class
    {
        for (var tried = 1; ; tried++)
        {
            if (await tryTake() is { } taken)
            {
                return taken;
            }

            if (tried > Tries)
            {
                return null;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
