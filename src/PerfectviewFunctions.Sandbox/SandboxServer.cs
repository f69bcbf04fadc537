namespace PerfectviewFunctions.Sandbox;

/// <summary>A local e-Boekhouden on 127.0.0.1, in this process. Books, sessions, rules and errors as the service documents them.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CallHandler handler;
    private bool disposed;

    private SandboxServer(WebApplication app, SandboxBooks books, CallHandler handler)
    {
        this.app = app;
        this.handler = handler;
        Books = books;
        PageAddress = new Uri(app.Urls.Single());
        SoapAddress = new Uri(PageAddress, SoapEndpoint.Path);
        RestAddress = PageAddress;
        CallbackAddress = new Uri(PageAddress, CallbackEndpoint.Path);
    }

    /// <summary>Where the SOAP API answers, and <c>?wsdl</c> describes it.</summary>
    public Uri SoapAddress { get; }

    /// <summary>The root of the REST API: its paths begin with <c>v1/</c>.</summary>
    public Uri RestAddress { get; }

    /// <summary>The page for people; the control routes stand below it, under <c>sandbox/</c>.</summary>
    public Uri PageAddress { get; }

    /// <summary>Where the Perfectview beside the books takes callbacks.</summary>
    public Uri CallbackAddress { get; }

    /// <summary>What the books hold, and what the sandbox is told to do.</summary>
    public SandboxBooks Books { get; }

    /// <exception cref="IOException">The port is taken, or the data file can't be read.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        var books = new SandboxBooks(options);
        var calls = new CallHandler(books, options.Clock);
        var web = SandboxHost.Build(options, books, calls);
        try
        {
            await web.StartAsync(cancellationToken);
            return new SandboxServer(web, books, calls);
        }
        catch
        {
            calls.Dispose();
            await web.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops at once: calls that are waiting in a fault are dropped. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        handler.Stop();
        await app.StopAsync();
        await app.DisposeAsync();
        handler.Dispose();
    }
}
