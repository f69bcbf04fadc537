using System.Net;
using System.Text;

namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

/// <summary>Answers in the service's form.</summary>
internal static class Wire
{
    public static string Answer(string operation, string result) => Envelope(
        $"""<{operation}Response xmlns="http://www.e-boekhouden.nl/soap"><{operation}Result>{result}</{operation}Result></{operation}Response>""");

    public static string Error(string code, string description = "Fout") =>
        $"<ErrorMsg><LastErrorCode>{code}</LastErrorCode><LastErrorDescription>{description}</LastErrorDescription></ErrorMsg>";

    public static string Envelope(string body) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>{body}</soap:Body></soap:Envelope>
        """;

    public const string Fault = "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Server was unable to process request.</faultstring></soap:Fault>";

    public static HttpResponseMessage Ok(string body) => With(HttpStatusCode.OK, body);

    public static HttpResponseMessage With(HttpStatusCode status, string body = "") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "text/xml") };

    /// <summary>Joins the lines of an XML literal that is laid out for reading.</summary>
    public static string Flat(string xml) => string.Concat(xml.Split('\n').Select(line => line.Trim()));
}
