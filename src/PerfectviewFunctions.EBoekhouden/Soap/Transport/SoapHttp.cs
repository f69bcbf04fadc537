namespace PerfectviewFunctions.EBoekhouden.Soap.Transport;

/// <summary>The HTTP client under the gateway.</summary>
internal static class SoapHttp
{
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

            // Well below a server's keep-alive: a connection that dies under a booking leaves the booking unclear.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        };
        return new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
