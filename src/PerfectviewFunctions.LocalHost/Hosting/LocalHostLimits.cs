using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>What connections may cost, whoever is at their other end. How many requests are worked on at once, and how large one is, the gate says.</summary>
internal static class LocalHostLimits
{
    /// <summary>Connections at a time; the next are closed at once.</summary>
    public const int Connections = 500;

    /// <summary>Bytes that are read ahead of each connection: all of them together fit in 32 MiB.</summary>
    private const int ReadAhead = 64 * 1024;

    /// <summary>More than any endpoint takes, so that each says in its own words what it takes.</summary>
    private const int BodyBytes = 2 * 1024 * 1024;

    public static void Set(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = Connections;
        limits.MaxRequestBufferSize = ReadAhead;
        limits.MaxRequestBodySize = BodyBytes;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
