using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>An answer as it went out.</summary>
internal sealed record Ran(int Status, IHeaderDictionary Headers, string Body)
{
    /// <summary>Runs an endpoint through the gate, as a host does.</summary>
    public static async Task<Ran> ByAsync(
        MemorySecrets secrets, IEndpoint endpoint, string?[]? keys = null, CancellationToken cancellationToken = default)
    {
        var gate = new EndpointGate(new AdminKey(secrets), NullLogger<EndpointGate>.Instance);
        var context = NewContext();
        if (keys is { Length: > 0 } && keys[0] is not null)
        {
            context.Request.Headers[AdminKey.Header] = keys;
        }

        return await AnswerAsync(context, await gate.RunAsync(endpoint, context.Request, cancellationToken));
    }

    public static async Task<Ran> ByAsync(IResult result) => await AnswerAsync(NewContext(), result);

    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    private static DefaultHttpContext NewContext() => new()
    {
        RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        Response = { Body = new MemoryStream() },
    };

    private static async Task<Ran> AnswerAsync(DefaultHttpContext context, IResult result)
    {
        await result.ExecuteAsync(context);
        var body = (MemoryStream)context.Response.Body;
        return new Ran(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(body.ToArray()));
    }
}
