using System.Net;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Puts the web server together, without anything a host process may have configured for itself.</summary>
internal static class SandboxHost
{
    private const long MaxRequestBytes = 10_000_000;

    public static WebApplication Build(SandboxOptions options, SandboxBooks books, CallHandler handler)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore().AddControlJson();
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        if (options.Logging)
        {
            // A failed start reaches the owner as an exception.
            builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        }

        var app = builder.Build();
        app.Use(LocalOnly.CheckAsync);
        var soap = new SoapEndpoint(books, options.Clock, handler);
        app.MapGet(SoapEndpoint.Path, SoapEndpoint.Describe);
        app.MapPost(SoapEndpoint.Path, soap.HandleAsync);
        app.Map(RestEndpoint.Path + "/{**below}", new RestEndpoint(books, options.Clock, handler).HandleAsync);
        app.Map(CallbackEndpoint.Path + "/{**below}", new CallbackEndpoint(books.Receiver, options.Clock, app.Lifetime.ApplicationStopping).HandleAsync);
        app.MapControl(books);
        app.MapPage(books);
        return app;
    }

    /// <summary>The sandbox ends when its owner disposes of it; signals are the owner's business.</summary>
    private sealed class OwnedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
