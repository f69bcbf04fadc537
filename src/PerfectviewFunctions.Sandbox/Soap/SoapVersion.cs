namespace PerfectviewFunctions.Sandbox;

/// <summary>SOAP 1.1 and 1.2 differ in namespace, content type and the place of the action.</summary>
internal sealed record SoapVersion(string Namespace, string ContentType)
{
    public static SoapVersion V11 { get; } = new("http://schemas.xmlsoap.org/soap/envelope/", "text/xml");

    public static SoapVersion V12 { get; } = new("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");
}
