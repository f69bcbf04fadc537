using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>From where a call comes, as far as somebody can be told by it: an IPv4 address, or the half of an IPv6 address that names a network.</summary>
internal static class CallerAddress
{
    private const string ForwardedFor = "X-Forwarded-For";
    private const int NetworkBytes = 8;

    /// <param name="trustForwardedFor">Whether a front end adds the caller's address. Only the last one is its; all before it the caller may have made up.</param>
    public static string Of(HttpRequest request, bool trustForwardedFor)
    {
        var forwarded = trustForwardedFor ? Last(request.Headers[ForwardedFor]) : null;
        return (forwarded ?? request.HttpContext.Connection.RemoteIpAddress) is { } address ? NetworkOf(address) : "unknown";
    }

    private static IPAddress? Last(StringValues values)
    {
        if (values.Count == 0 || values[^1] is not { } line)
        {
            return null;
        }

        // The end point's form is that of an address with or without a port; IPv6 with a port stands in brackets.
        return IPEndPoint.TryParse(line[(line.LastIndexOf(',') + 1)..].Trim(), out var end) ? end.Address : null;
    }

    private static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
