namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>The HTTP client under the gateway.</summary>
internal static class BooksHttp
{
    /// <summary>
    /// More than the timers and senders of a host work on at once, so that none waits for a connection in usual times; one that does has sent nothing yet, and
    /// its waiting counts as part of its call.
    /// </summary>
    private const int Connections = 64;

    /// <param name="endpoint">On this machine no proxy is asked.</param>
    public static HttpClient CreateClient(Uri endpoint, TimeSpan connectTimeout)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = connectTimeout,
            AllowAutoRedirect = false, // a 307 or 308 would send a booking a second time, and the secrets to another host
            UseCookies = false, // a cookie of one administration must not travel with the calls of another
            ActivityHeadersPropagator = null, // how we trace is not the service's business
            UseProxy = !endpoint.IsLoopback,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // follow changes of DNS

            MaxConnectionsPerServer = Connections,

            // Well below a server's keep-alive: a connection that dies under a booking leaves the booking unclear.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        };
        return new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
