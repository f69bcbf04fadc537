using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Web.Endpoints.Health;

/// <summary>
/// Finds out whether what every call needs can be reached: the store and the secrets. Whoever asks meanwhile or soon after gets the same answer,
/// since anybody may ask, and nobody is to wear out the vault by asking.
/// </summary>
internal sealed partial class Readiness(IRowStore store, ISecretStore secrets, TimeProvider time, ILogger<Readiness> logger)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<Reach>? last;
    private DateTimeOffset askedAt;

    public Task<Reach> AskAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (last is null || now - askedAt >= Remembered)
            {
                (last, askedAt) = (LookAsync(), now);
            }

            return last.WaitAsync(cancellationToken);
        }
    }

    private async Task<Reach> LookAsync()
    {
        // The store on a thread of its own: SQLite holds its caller's for up to ten seconds, and everybody else would queue up at the gate.
        var isThere = await Task.WhenAll(
            AnswersAsync("store", limit => Task.Run(() => store.GetAsync("health", "probe", limit), CancellationToken.None)),
            AnswersAsync("secret store", limit => secrets.GetAsync(SecretName.ForDeployment("admin-key"), SecretAge.Now, limit)));
        return new Reach(isThere[0], isThere[1]);
    }

    private async Task<bool> AnswersAsync(string part, Func<CancellationToken, Task> look)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            // Not waited for beyond the limit, even if it does not stop when told to.
            await look(limit.Token).WaitAsync(limit.Token);
            return true;
        }
#pragma warning disable CA1031 // Justification: whatever it is, the part is down, and the log says why.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Down(logger, exception, part);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Asked whether this host is ready: the {Part} is out of reach")]
        public static partial void Down(ILogger logger, Exception exception, string part);
    }
}

/// <summary>What can be reached.</summary>
internal sealed record Reach(bool Store, bool Secrets);
