using System.Security;
using System.Text;
using System.Xml.Linq;

namespace PerfectviewFunctions.Benchmarks.Straightforward;

/// <summary>One SOAP call: an envelope around a template, and the answer as a document.</summary>
internal sealed class BooksCall(HttpClient http, Uri address)
{
    private const string Service = "http://www.e-boekhouden.nl/soap";

    /// <exception cref="InvalidOperationException">The books refuse it; the message has their code.</exception>
    public async Task<XElement> SendAsync(string operation, string parts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("SOAPAction", $"\"{Service}/{operation}\"");
        request.Content = new StringContent(
            $"""<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><{operation} xmlns="{Service}">{parts}</{operation}></soap:Body></soap:Envelope>""",
            Encoding.UTF8,
            "text/xml");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var answer = await XElement.LoadAsync(body, LoadOptions.None, CancellationToken.None);
        return All(answer, "LastErrorCode").FirstOrDefault()?.Value is { Length: > 0 } code
            ? throw new InvalidOperationException($"{operation}: {code}")
            : answer;
    }

    public static IEnumerable<XElement> All(XElement answer, string name) => answer.Descendants(XName.Get(name, Service));

    public static string One(XElement answer, string name) => All(answer, name).First().Value;

    public static string Text(string text) => SecurityElement.Escape(text);
}
