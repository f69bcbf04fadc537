using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Gate;
using Xunit;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Bookings;

/// <summary>The ways in which an invoice comes to wait for a person.</summary>
internal static class Stuck
{
    private const string Viewer = "6b1f0a5e-0d5c-4d8f-9a52-000000000002";

    /// <summary>The books refuse it once; when it is tried again they take it.</summary>
    public static async Task RefuseAsync(this World world, Host host, string number, string code = "CMUT016", JsonObject? debtor = null)
    {
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", Code = code });
        var sent = Events.Invoice(number);
        Assert.Equal("needs-attention", (await host.SendAsync(debtor is null ? sent : sent.For(debtor))).Outcome);
    }

    /// <summary>An event without a date: refused, and no invoice shows it.</summary>
    public static Task<Reply> SendFaultyAsync(this Host host, string number) =>
        host.SendAsync(new JsonArray(Events.Invoice(number).With(invoice => invoice.Remove("date")), Events.Invoice(number + "-right")));

    /// <summary>A host where people are signed in by a front end, with somebody who may only look.</summary>
    public static async Task<(World World, Host Host)> StartWithViewerAsync()
    {
        var (world, host) = await World.StartAsync(configure: builder => builder.Services.AddSingleton(new GateOptions { TrustPrincipalHeader = true }));
        Assert.Equal(200, (await host.ApiAsync(HttpMethod.Put, $"/api/tenants/demo/people/{Viewer}", new JsonObject { ["role"] = "viewer" })).Status);
        return (world, host);
    }

    /// <summary>A page as that person sees it.</summary>
    public static async Task<(int Status, string Body)> LookAsync(this Host host, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["auth_typ"] = "aad",
            ["claims"] = new JsonArray(
                new JsonObject { ["typ"] = "http://schemas.microsoft.com/identity/claims/objectidentifier", ["val"] = Viewer },
                new JsonObject { ["typ"] = "name", ["val"] = "Bram" }),
        }.ToJsonString())));
        using var answer = await host.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
