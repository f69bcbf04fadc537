using System.Net;
using System.Net.Sockets;

namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>
/// Which addresses lead to the internet, by IANA's registries of special-purpose addresses (RFC 6890 and what came after it). Pure. Where a
/// range has exceptions that are reachable, none of them is a web server's, and the whole range counts as reserved.
/// </summary>
internal static class AddressRule
{
    private static readonly (IPNetwork Range, AddressKind Kind)[] Version4 =
    [
        Range("0.0.0.0/8", AddressKind.Reserved), // "this network"; 0.0.0.0 connects to this machine
        Range("10.0.0.0/8", AddressKind.Private),
        Range("100.100.100.200/32", AddressKind.Reserved), // metadata of a cloud
        Range("100.64.0.0/10", AddressKind.Private), // carrier NAT
        Range("127.0.0.0/8", AddressKind.Loopback),
        Range("168.63.129.16/32", AddressKind.Reserved), // what Azure tells its machines; public only in form
        Range("169.254.0.0/16", AddressKind.Reserved), // link-local, with the metadata of most clouds
        Range("172.16.0.0/12", AddressKind.Private),
        Range("192.0.0.0/24", AddressKind.Reserved), // protocol assignments
        Range("192.0.2.0/24", AddressKind.Reserved), // documentation
        Range("192.88.99.0/24", AddressKind.Reserved), // relays of 6to4
        Range("192.168.0.0/16", AddressKind.Private),
        Range("198.18.0.0/15", AddressKind.Reserved), // benchmarks
        Range("198.51.100.0/24", AddressKind.Reserved), // documentation
        Range("203.0.113.0/24", AddressKind.Reserved), // documentation
        Range("224.0.0.0/4", AddressKind.Reserved), // multicast
        Range("240.0.0.0/4", AddressKind.Reserved), // future use and broadcast
    ];

    /// <summary>Of version 6 only 2000::/3 is given out; whatever is not named here is reserved.</summary>
    private static readonly (IPNetwork Range, AddressKind Kind)[] Version6 =
    [
        Range("::1/128", AddressKind.Loopback),
        Range("fd00:ec2::254/128", AddressKind.Reserved), // metadata of a cloud
        Range("fd20:ce::254/128", AddressKind.Reserved), // metadata of another
        Range("fc00::/7", AddressKind.Private), // unique local
        Range("2001::/23", AddressKind.Reserved), // protocol assignments, Teredo among them
        Range("2001:db8::/32", AddressKind.Reserved), // documentation
        Range("2002::/16", AddressKind.Reserved), // 6to4
        Range("3fff::/20", AddressKind.Reserved), // documentation
        Range("2000::/3", AddressKind.Public),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether it is a machine on the internet.</summary>
    public static bool IsPublic(IPAddress address) => KindOf(address) == AddressKind.Public;

    /// <summary>What an address is for; one that stands for another, for what that other is.</summary>
    public static AddressKind KindOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return KindOf(address.MapToIPv4());
        }

        if (Nat64.Contains(address))
        {
            // What a name service makes up where only version 6 is spoken. A translator has no business in a private network.
            return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12))) ? AddressKind.Public : AddressKind.Reserved;
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? Find(Version4, address, AddressKind.Public)
            : Find(Version6, address, AddressKind.Reserved);
    }

    private static AddressKind Find((IPNetwork Range, AddressKind Kind)[] ranges, IPAddress address, AddressKind otherwise)
    {
        foreach (var (range, kind) in ranges)
        {
            if (range.Contains(address))
            {
                return kind;
            }
        }

        return otherwise;
    }

    private static (IPNetwork Range, AddressKind Kind) Range(string range, AddressKind kind) => (IPNetwork.Parse(range), kind);
}
