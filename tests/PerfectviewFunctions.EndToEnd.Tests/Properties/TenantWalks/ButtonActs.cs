using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>What people press: retry one, a cause or everything, and ignore. Who is alone sees that what is offered is taken, and nothing else.</summary>
internal sealed class ButtonActs(Stage stage)
{
    public Func<Task> Draw(bool together)
    {
        var (party, host, draw) = (stage.Pick(stage.Parties), stage.PickHost(), stage.Next(8));
        var number = party.Made.Count > 0 ? stage.Pick(party.Made.Values.ToList()).Number : "F1";
        var held = party.Invoices.Values.Where(invoice => invoice.State is Core.Invoices.InvoiceState.NeedsAttention or Core.Invoices.InvoiceState.Ignored).ToList();
        if (held.Count > 0 && stage.Next(2) == 0)
        {
            number = stage.Pick(held).Number;
        }

        return draw switch
        {
            < 3 => () => PressAsync(party, host, number, "retry", together),
            < 5 => () => PressAsync(party, host, number, "ignore", together),
            5 => () => RetryCausesAsync(party, host, 1),
            6 => () => RetryCausesAsync(party, host, int.MaxValue),
            _ => () => IgnoreEventAsync(party, host),
        };
    }

    private async Task PressAsync(Party party, Host host, string number, string button, bool together)
    {
        var before = await stage.Clean.InvoiceAsync(number, party.Name);
        var isOffered = before?["actions"]!.AsArray().Any(action => action!.GetValue<string>() == button);
        var body = button == "retry"
            ? new JsonObject { ["numbers"] = new JsonArray(number) }
            : new JsonObject { ["number"] = number, ["reason"] = "Zo maar." };
        var reply = await host.ApiAsync(HttpMethod.Post, $"/api/tenants/{party.Name}/{button}", body);
        var told = $"{party.Name} {button} #{number} {before?["state"]}{(isOffered == true ? " offered" : "")}";
        stage.Expect(reply, told, together ? [200, 404, 409] : [(isOffered, button, party.IsLinked) switch
        {
            (null, "retry", false) => 409,
            (null, _, _) => 404,
            (true, _, _) => 200,
            (false, _, _) => 409,
        }]);
    }

    private async Task RetryCausesAsync(Party party, Host host, int most)
    {
        var read = await host.ApiAsync(HttpMethod.Get, $"/api/tenants/{party.Name}/held-back");
        stage.Expect(read, $"{party.Name} held back", 200);
        var causes = read.Status == 200 ? read.Json["causes"]!.AsArray().Select(cause => cause!["code"]!.GetValue<string>()).Take(most).ToList() : [];
        foreach (var cause in causes)
        {
            var reply = await host.ApiAsync(HttpMethod.Post, $"/api/tenants/{party.Name}/retry", new JsonObject { ["cause"] = cause });
            stage.Expect(reply, $"{party.Name} retry all {cause}", 200, 409);
            if (reply.Status == 409)
            {
                Assert.Equal("not-linked", reply.ReasonCode);
            }
        }
    }

    private async Task IgnoreEventAsync(Party party, Host host)
    {
        var read = await host.ApiAsync(HttpMethod.Get, $"/api/tenants/{party.Name}/attention");
        stage.Expect(read, $"{party.Name} attention", 200);
        if (read.Status == 200 && read.Json["events"]!.AsArray() is [var first, ..])
        {
            var body = new JsonObject { ["event"] = first!["key"]!.GetValue<string>(), ["reason"] = "Gezien." };
            var reply = await host.ApiAsync(HttpMethod.Post, $"/api/tenants/{party.Name}/ignore", body);
            stage.Expect(reply, $"{party.Name} ignore event {first["id"]}", 200, 404, 409);
        }
    }
}
