using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>Without a command: host and sandbox, until Ctrl+C.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(LocalHostSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        DataFolder.Prepare(settings.Data);
        await using var sandbox = settings.Product.Books is null
            ? await SandboxServer.StartAsync(
                new SandboxOptions { Port = settings.SandboxPort, DataFile = settings.SandboxFile }, cancellationToken)
            : null;
        var books = settings.Product.Books ?? sandbox!.SoapAddress;
        settings = settings with { Product = settings.Product with { Books = books, Rest = RestOf(settings.Product.Rest, sandbox) } };
        await using var app = await LocalHostApp.StartAsync(settings, cancellationToken: cancellationToken);
        var adminKey = await app.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(cancellationToken);
        if (sandbox is not null && settings.DemoTenant && await DemoTenant.IsWantedAsync(app, cancellationToken))
        {
            await DemoTenant.AddAsync(app, sandbox, cancellationToken);
        }

        if (sandbox is not null)
        {
            await DemoTenant.IntroduceAsync(app, sandbox, cancellationToken);
        }

        await output.WriteLineAsync($"""

            PerfectviewFunctions listens at {app.Urls.First()}
              pages        {app.Urls.First()}{PageRoutes.Root}   (sign in with the admin key)
              webhook      POST {app.Urls.First()}/api/webhooks/{DemoTenant.Id}
              invoices     GET  {app.Urls.First()}/api/tenants/{DemoTenant.Id}/invoices   ({AdminKey.Header}: the admin key)
              relations    GET  {app.Urls.First()}/api/tenants/{DemoTenant.Id}/relations
              payments     GET  {app.Urls.First()}/api/tenants/{DemoTenant.Id}/open-balances   POST …/payments/sync reads them now
              admin key    {(adminKey.IsNew ? adminKey.Value : "as printed at the first start")}
              e-Boekhouden {(sandbox is null ? books.ToString() : $"the sandbox: {sandbox.PageAddress}")}
              Perfectview  {(sandbox is null ? "at each tenant's own callback address" : $"told of payments on the same page, by {sandbox.CallbackAddress}")}
              data         {Path.GetFullPath(settings.Data)}

            Send it some invoices and relations, from another terminal:
              dotnet run --project src/PerfectviewFunctions.LocalHost -- send samples/*.json{SendSettings(app.Urls.First(), settings.Data)}

            Stop with Ctrl+C.
            """);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>What <c>send</c> must be told besides the files: whatever is not as it would be by itself.</summary>
    private static string SendSettings(string url, string data)
    {
        var usual = new LocalHostSettings();
        return (url == usual.Url ? "" : $" --url {url}") + (data == usual.Data ? "" : $" --Data \"{data}\"");
    }

    /// <summary>The sandbox where it was started, unless another address was chosen.</summary>
    private static RestOptions RestOf(RestOptions chosen, SandboxServer? sandbox) =>
        sandbox is not null && chosen.Endpoint == new RestOptions().Endpoint ? chosen with { Endpoint = sandbox.RestAddress } : chosen;
}
