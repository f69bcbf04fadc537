using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>An answer as it went out.</summary>
internal sealed record Ran(int Status, IHeaderDictionary Headers, string Body)
{
    public static async Task<Ran> ByAsync(IResult result) => await AnswerAsync(NewContext(), result);

    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    public static DefaultHttpContext NewContext() => new()
    {
        RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        Response = { Body = new MemoryStream() },
    };

    public static async Task<Ran> AnswerAsync(DefaultHttpContext context, IResult result)
    {
        await result.ExecuteAsync(context);
        var body = (MemoryStream)context.Response.Body;
        return new Ran(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(body.ToArray()));
    }
}
