using System.Net;
using System.Net.Sockets;

namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>
/// Opens the connections of callbacks: resolves the name itself and connects to the very addresses it judged, so that no second answer of a
/// name service can lead elsewhere.
/// </summary>
/// <param name="resolve">The name service.</param>
internal sealed class GuardedConnector(AddressPolicy policy, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <exception cref="AddressNotAllowedException">No address is left.</exception>
    /// <exception cref="SocketException">There is no such name, or nobody listens.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var isSecure = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps;
        var addresses = Judge(await AddressesAsync(context.DnsEndPoint.Host, cancellationToken), isSecure);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Those that may be connected to.</summary>
    private IPAddress[] Judge(IPAddress[] addresses, bool isSecure)
    {
        var judged = addresses
            .Select(address => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            .Select(address => (Address: address, Kind: AddressRule.KindOf(address)))
            .ToList();
        var allowed = judged.Where(one => policy.Allows(one.Kind, isSecure)).Select(one => one.Address).ToArray();
        if (allowed.Length > 0)
        {
            return allowed;
        }

        // The kind only: which address a name has inside a network is nobody's business outside.
        throw judged.Count == 0
            ? new SocketException((int)SocketError.NoData)
            : new AddressNotAllowedException(Describe(judged[0].Kind));
    }

    /// <summary>An address in any of its spellings is itself, also with the dot behind it that makes it look like a name.</summary>
    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host.TrimEnd('.'), out var address) ? [address] : await resolve(host, cancellationToken);

    private static string Describe(AddressKind kind) => kind switch
    {
        AddressKind.Public => "no TLS",
        AddressKind.Private => "private address",
        AddressKind.Loopback => "loopback address",
        _ => "reserved address",
    };
}
