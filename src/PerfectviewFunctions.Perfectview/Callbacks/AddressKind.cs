namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>What an address on the network is for.</summary>
internal enum AddressKind
{
    /// <summary>A machine on the internet.</summary>
    Public,

    /// <summary>A machine in somebody's own network, or in that of a carrier.</summary>
    Private,

    /// <summary>This machine.</summary>
    Loopback,

    /// <summary>No receiver's: unspecified, link-local, multicast, for documentation, or where a cloud tells its machines their secrets.</summary>
    Reserved,
}
