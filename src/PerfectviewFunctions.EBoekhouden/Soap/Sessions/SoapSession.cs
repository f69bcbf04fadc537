namespace PerfectviewFunctions.EBoekhouden.Soap.Sessions;

/// <summary>
/// An open session: the first two elements of every call but OpenSession. Two sessions are the same only if they are one object.
/// </summary>
internal sealed class SoapSession(string id, string securityCode2)
{
    /// <summary>A GUID in braces, sent back exactly as it came.</summary>
    public string Id { get; } = id;

    public string SecurityCode2 { get; } = securityCode2;

    public override string ToString() => "SOAP session";
}
