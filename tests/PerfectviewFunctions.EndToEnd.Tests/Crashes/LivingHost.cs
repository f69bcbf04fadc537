using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Hosting;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>A host that nobody kills: it needs no process of its own, only what the dead left behind.</summary>
internal sealed class LivingHost : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly CapturedLogs logs = new();

    private LivingHost()
    {
    }

    public WebApplication App { get; private set; } = null!;

    public Uri Address => new(App.Urls.First());

    public string Output => string.Join('\n', logs.Lines);

    /// <param name="sweeps">Whether it does every moment what the product does every minute.</param>
    public static async Task<LivingHost> StartAsync(LocalHostSettings settings, RowPlace rows, bool sweeps)
    {
        var host = new LivingHost();
        host.App = await LocalHostApp.StartAsync(settings, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(host.logs);
            rows.Use(builder.Services);
            if (sweeps)
            {
                builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<SweepLoop>(services, Pause));
            }
        });
        return host;
    }

    /// <summary>In peace: what is under way is finished first.</summary>
    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
