using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.LocalHost.Setup;

/// <summary>Calls a host's own API as its operator.</summary>
internal static class OperatorClient
{
    public static async Task<HttpClient> CreateAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var key = await app.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(cancellationToken);
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add(AdminKey.Header, key.Value);
        return client;
    }
}
