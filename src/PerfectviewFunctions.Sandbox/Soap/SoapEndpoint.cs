using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.Net.Http.Headers;

namespace PerfectviewFunctions.Sandbox;

/// <summary>/soap.asmx: envelopes in by POST, the WSDL out by GET ?wsdl.</summary>
internal sealed class SoapEndpoint(SandboxBooks books, TimeProvider clock, CallHandler handler)
{
    public const string Path = "/soap.asmx";

    private static readonly string Declaration = """<?xml version="1.0" encoding="utf-8"?>""";

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

        SoapRequest? request = null;
        Fault? fault = null;
        Reply reply;
        try
        {
            var action = ActionOf(context.Request, version);
            request = await SoapReader.ReadAsync(context.Request.Body, version, action, books.Switches, context.RequestAborted);
            books.Calls.CameIn(request.Operation.Name);
            fault = books.Faults.Take(request.Operation.Name, request.InvoiceNumber, request.RelationCode);
            reply = await handler.HandleAsync(request, fault);
        }
        catch (SoapFaultException refused)
        {
            reply = new Reply("SOAP Fault", SoapWriter.Fault(refused.Message, version).ToString(SaveOptions.DisableFormatting))
            {
                Status = StatusCodes.Status500InternalServerError,
            };
        }

        books.Calls.Finished(request is null
            ? new SandboxCall("", receivedAt, "", "", reply.Outcome, null, "", reply.Body)
            : CallHandler.LogOf(request, receivedAt, fault?.Kind, reply));
        await SendAsync(context, reply, version);
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

    private static async Task SendAsync(HttpContext context, Reply reply, SoapVersion version)
    {
        if (reply.Ending == ReplyEnding.Dropped)
        {
            context.Abort();
            return;
        }

        var body = Encoding.UTF8.GetBytes(reply.ContentType is null ? Declaration + reply.Body : reply.Body);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = (reply.ContentType ?? version.ContentType) + "; charset=utf-8";
        context.Response.ContentLength = body.Length;
        if (reply.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (reply.Ending == ReplyEnding.HalfThenDropped)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(body);
    }
}
