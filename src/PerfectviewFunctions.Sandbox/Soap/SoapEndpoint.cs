using System.Text;
using System.Xml.Linq;
using Microsoft.Net.Http.Headers;

namespace PerfectviewFunctions.Sandbox;

/// <summary>/soap.asmx: envelopes in by POST, the WSDL out by GET ?wsdl.</summary>
internal sealed class SoapEndpoint(SandboxBooks books, TimeProvider clock, CallHandler handler)
{
    public const string Path = "/soap.asmx";

    private static readonly string Declaration = """<?xml version="1.0" encoding="utf-8"?>""";

    private readonly Dispatcher dispatcher = new(books, clock);

    public static IResult Describe(HttpRequest request) => request.Query.ContainsKey("wsdl")
        ? Results.Text(
            Declaration + WsdlWriter.Write(new Uri($"{request.Scheme}://{request.Host}{Path}")), "text/xml", Encoding.UTF8)
        : Results.Redirect("/");

    public async Task HandleAsync(HttpContext context)
    {
        var receivedAt = clock.GetUtcNow();
        if (VersionOf(context.Request) is not { } version)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        SoapCall? call = null;
        Fault? fault = null;
        Reply reply;
        try
        {
            var action = ActionOf(context.Request, version);
            var request = await SoapReader.ReadAsync(context.Request.Body, version, action, books.Switches, context.RequestAborted);
            call = new SoapCall(request, books, dispatcher);
            books.Calls.CameIn(call.Operation);
            fault = books.Faults.Take(call.Operation, call.InvoiceNumber, call.RelationCode);
            reply = await handler.HandleAsync(call, fault);
        }
        catch (SoapFaultException refused)
        {
            reply = new Reply("SOAP Fault", SoapWriter.Fault(refused.Message, version).ToString(SaveOptions.DisableFormatting))
            {
                Status = StatusCodes.Status500InternalServerError,
            };
        }

        books.Calls.Finished(call is null
            ? new SandboxCall("", receivedAt, "", "", reply.Outcome, null, "", reply.Body)
            : CallHandler.LogOf(call, receivedAt, fault?.Kind, reply));
        var body = reply.ContentType is null ? Declaration + reply.Body : reply.Body;
        await reply.SendAsync(context, body, version.ContentType);
    }

    private static SoapVersion? VersionOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            ? new[] { SoapVersion.V11, SoapVersion.V12 }.FirstOrDefault(version => type.MediaType.Equals(version.ContentType, StringComparison.OrdinalIgnoreCase))
            : null;

    private static string? ActionOf(HttpRequest request, SoapVersion version)
    {
        var action = version == SoapVersion.V11
            ? request.Headers["SOAPAction"].FirstOrDefault()
            : MediaTypeHeaderValue.Parse(request.ContentType).Parameters.FirstOrDefault(parameter => parameter.Name == "action")?.Value.Value;
        return action?.Trim('"');
    }
}
