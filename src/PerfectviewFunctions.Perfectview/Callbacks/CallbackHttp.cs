using System.Net;

namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>The HTTP client under callbacks: to addresses that others chose, so it trusts them with nothing.</summary>
internal static class CallbackHttp
{
    private const int MaxKilobytesOfHeaders = 16;
    private const int MaxBytesOfBody = 4096;

    /// <summary>To one receiver, which may be that of all tenants.</summary>
    private const int Connections = 32;

    public static HttpClient CreateClient(SocketsHttpHandler handler) => new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    /// <param name="timeout">How long a whole attempt may take.</param>
    public static SocketsHttpHandler CreateHandler(GuardedConnector connector, TimeSpan timeout) => new()
    {
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = timeout * 2 / 3, // also ends connecting for a request that is given up, which goes on without it
        AllowAutoRedirect = false, // the address a redirect leads to was never allowed
        UseProxy = false, // a proxy would resolve the name anew
        UseCookies = false, // nothing of one tenant's receiver goes to another's
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null, // how we trace is no receiver's business
        PooledConnectionLifetime = TimeSpan.FromMinutes(2), // follow changes of DNS
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = Connections,
        MaxResponseHeadersLength = MaxKilobytesOfHeaders,
        MaxResponseDrainSize = MaxBytesOfBody, // what is read of a body, to keep a connection; nothing looks at it
    };
}
