using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Functions.Hosting;

/// <summary>
/// Makes the admin key where there is none yet, and says where it is to be found. In the background and until it worked, so that the app starts
/// and answers while its secrets can't be reached.
/// </summary>
internal sealed partial class AdminKeyAtStart(AdminKey key, TimeProvider time, ILogger<AdminKeyAtStart> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (_, isNew) = await key.GetOrMakeAsync(stoppingToken);
                Log.Ready(logger, isNew ? "was made now" : "is there", AdminKey.Name.Value);
                return;
            }
#pragma warning disable CA1031 // Justification: whatever it is, it must not end the host; the next try may find it gone.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, exception, AdminKey.Name.Value);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The admin key {State}: it is the secret {Name} in the store of secrets")]
        public static partial void Ready(ILogger logger, string state, string name);

        [LoggerMessage(2, LogLevel.Error, "The admin key (secret {Name}) could not be looked for; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception, string name);
    }
}
