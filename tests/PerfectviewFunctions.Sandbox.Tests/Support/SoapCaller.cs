using System.Net;
using System.Text;
using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox.Tests.Support;

/// <summary>Envelopes written by hand, as the reference prints them.</summary>
public sealed class SoapCaller(Uri address) : IDisposable
{
    public static readonly XNamespace Tns = "http://www.e-boekhouden.nl/soap";
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    private readonly HttpClient http = new();

    public string SessionId { get; set; } = "";

    public string SecurityCode2 { get; set; } = SandboxDemo.SecurityCode2;

    public async Task<SoapReply> OpenAsync(string? userName = null, string? code1 = null, string? code2 = null)
    {
        var reply = await SendAsync(
            "OpenSession",
            new XElement(Tns + "Username", userName ?? SandboxDemo.UserName),
            new XElement(Tns + "SecurityCode1", code1 ?? SandboxDemo.SecurityCode1),
            new XElement(Tns + "SecurityCode2", code2 ?? SecurityCode2),
            new XElement(Tns + "Source", "test"));
        SessionId = reply.Text("SessionID") ?? SessionId;
        return reply;
    }

    /// <summary>A call in the session, opening one when there is none.</summary>
    public async Task<SoapReply> CallAsync(string operation, params XElement[] arguments)
    {
        if (SessionId.Length == 0)
        {
            await OpenAsync();
        }

        return await SendAsync(
            operation,
            [new XElement(Tns + "SessionID", SessionId), new XElement(Tns + "SecurityCode2", SecurityCode2), .. arguments]);
    }

    public Task<SoapReply> SendAsync(string operation, params XElement[] content) =>
        PostAsync(
            operation,
            new XElement(Envelope + "Envelope", new XElement(Envelope + "Body", new XElement(Tns + operation, content))).ToString());

    public async Task<SoapReply> PostAsync(string operation, string envelope, string contentType = "text/xml")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(envelope, Encoding.UTF8, contentType) };
        request.Headers.Add("SOAPAction", $"\"{Tns.NamespaceName}/{operation}\"");
        using var response = await http.SendAsync(request);
        return new SoapReply(
            response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.Delta, operation);
    }

    public void Dispose() => http.Dispose();
}

public sealed record SoapReply(HttpStatusCode Status, string Body, TimeSpan? RetryAfter, string Operation)
{
    public XElement Xml => XElement.Parse(Body);

    public XElement? Result => Xml.Descendants(SoapCaller.Tns + (Operation + "Result")).SingleOrDefault();

    public string ErrorCode => Text("LastErrorCode") ?? "";

    public bool IsFault => Xml.Descendants().Any(element => element.Name.LocalName == "Fault");

    public string? Text(string name) => Result?.Descendants(SoapCaller.Tns + name).FirstOrDefault()?.Value;

    public IReadOnlyList<XElement> All(string name) => [.. Xml.Descendants(SoapCaller.Tns + name)];
}
