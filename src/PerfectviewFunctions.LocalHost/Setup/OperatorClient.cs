using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.LocalHost.Setup;

/// <summary>Calls a host's API as its operator.</summary>
internal static class OperatorClient
{
    /// <summary>For a host in this process.</summary>
    public static async Task<HttpClient> CreateAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var key = await app.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(cancellationToken);
        return Create(new Uri(app.Urls.First()), key.Value);
    }

    public static HttpClient Create(Uri host, string adminKey)
    {
        var client = new HttpClient { BaseAddress = host };
        client.DefaultRequestHeaders.Add(AdminKey.Header, adminKey);
        return client;
    }
}
