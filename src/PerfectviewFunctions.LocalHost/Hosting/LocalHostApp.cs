using Microsoft.Extensions.Logging.Console;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Storage;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Hosting;
using PerfectviewFunctions.Web.Secrets;
using PerfectviewFunctions.Web.Telemetry;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>The whole product in one process: Kestrel, SQLite, a secrets file and the timers. Tests and the demo compose it the same way.</summary>
internal static class LocalHostApp
{
    /// <param name="settings">Settings without faults.</param>
    /// <param name="configure">What a test puts in place of something, or adds.</param>
    public static async Task<WebApplication> StartAsync(
        LocalHostSettings settings, Action<WebApplicationBuilder>? configure = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "PerfectviewFunctions.LocalHost",

            // Settings are read once: nobody watches the folder in which it is started.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            LocalHostLimits.Set(kestrel.Limits);
        });
        builder.Logging.ClearProviders().AddConsole(console => console.FormatterName = LineConsoleFormatter.FormatterName);
        builder.Services.AddSingleton<ConsoleFormatter>(new LineConsoleFormatter(TimeProvider.System));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // A failed start reaches the caller as an exception.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        var inUse = HostLock.Share(settings.Data);
        builder.Services.AddSingleton(_ => inUse);
        var secrets = await FileSecretStore.OpenAsync(settings.SecretsFolder, cancellationToken: cancellationToken);
        builder.Services.AddSingleton<ISecretStore>(_ => secrets);
        builder.Services.AddSingleton<IRowStore>(_ => SqliteRowStore.Open(settings.StoreFile));
        builder.Services.AddSingleton(new SettingsOptions(LocalCallbacks: true));
        builder.Services.AddPerfectview(settings.Product);
        if (settings.Timer)
        {
            builder.Services.AddLocalTimers();
        }

        configure?.Invoke(builder);
        builder.Services.AddOtlp(name => builder.Configuration[name]);

        var app = builder.Build();

        // Only what was asked for is let go of when the host ends.
        _ = app.Services.GetRequiredService<HostLock>();
        MapEndpoints(app);
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static void MapEndpoints(WebApplication app)
    {
        var gate = app.Services.GetRequiredService<EndpointGate>();
        foreach (var endpoint in app.Services.GetServices<IEndpoint>())
        {
            RequestDelegate run = async context =>
                await (await gate.RunAsync(endpoint, context.Request, context.RequestAborted)).ExecuteAsync(context);
            var (name, method, route, _) = endpoint.Definition;
            (method is null ? app.Map(route, run) : app.MapMethods(route, [method], run)).WithDisplayName(name);
        }
    }
}
