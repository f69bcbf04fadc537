namespace PerfectviewFunctions.EBoekhouden.Soap.Transport;

/// <summary>The HTTP client under the gateway.</summary>
internal static class SoapHttp
{
    /// <summary>
    /// More than the timers and senders of a host work on at once, so that none waits for a connection in usual times; one that does has sent nothing yet, and
    /// its waiting counts as part of its call.
    /// </summary>
    private const int Connections = 64;

    public static HttpClient CreateClient(SoapOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = options.ConnectTimeout,
            AllowAutoRedirect = false, // a 307 or 308 would send a booking a second time, and the codes to another host
            UseCookies = false, // a cookie of one administration must not travel with the calls of another
            ActivityHeadersPropagator = null, // how we trace is not the service's business
            UseProxy = !options.Endpoint.IsLoopback,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // follow changes of DNS

            MaxConnectionsPerServer = Connections,

            // Well below a server's keep-alive: a connection that dies under a booking leaves the booking unclear.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        };
        return new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
