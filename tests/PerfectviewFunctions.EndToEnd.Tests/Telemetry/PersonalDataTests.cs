using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Secrets;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Telemetry;

/// <summary>Nothing that leaves the host as telemetry says who somebody is, what he owes, or how to get in.</summary>
public sealed class PersonalDataTests
{
    private const string UserName = "gebruiker-Zq7Xw";
    private const string SecurityCode1 = "c0ffee11c0ffee22c0ffee33c0ffee44";
    private const decimal Net = 8765.43m;

    private static readonly string[] Marks =
    [
        "Zeldzaam", "zeldzaam-q7x@relatie.example", "Zeldzaamstraat", "9876 QX", "Omschrijving-Q7x", "0700-7771771", "NL91ABNA0417164300",
        "8765.43", "8765,43", "10606.17", "10606,17", "1840.74",
    ];

    [Fact]
    public async Task Spans_metrics_and_logs_hold_ids_words_and_codes_alone()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var world = await World.CreateAsync();
        var host = await world.AddHostAsync(builder =>
        {
            receiver.Take(builder);
            builder.Logging.SetMinimumLevel(LogLevel.Trace);
        });
        world.Sandbox.Books.AddUser(UserName, SecurityCode1, world.Books.SecurityCode2);
        await world.AddTenantAsync(
            "demo",
            RelationEvents.Settings with { PaymentsOn = true, CallbackAddress = world.Sandbox.CallbackAddress.ToString() },
            credentials: new BookkeepingCredentials.Soap(UserName, SecurityCode1, SandboxDemo.SecurityCode2));
        var secret = world.SecretOf(TenantId.Parse("demo")).Reveal();

        await LiveAsync(world, host);
        await world.RemoveHostAsync(host);

        var sent = receiver.All.ToList();
        Assert.Contains("MARK-1", receiver.Text("traces"), StringComparison.Ordinal);
        Assert.Contains("is held back", receiver.Text("logs"), StringComparison.Ordinal);
        Assert.Contains(Instruments.StockAttention.Name, receiver.Text("metrics"), StringComparison.Ordinal);
        foreach (var mark in Marks.Concat([UserName, SecurityCode1, SandboxDemo.SecurityCode2, secret["whsec_".Length..]]))
        {
            Assert.All(sent, body => Assert.False(SecretForms.Show(body, SecretForms.Of(mark)), $"{mark} is in {Encoding.UTF8.GetString(body)}"));
        }
    }

    private static async Task LiveAsync(World world, Host host)
    {
        await host.SendAsync(Marked("MARK-1"));
        await host.SendAsync(Marked("MARK-1"));
        await host.SendAsync(Marked("MARK-1", "evt-changed", Net + 1));
        await host.SendAsync(Marked("MARK-2").With(invoice => invoice["currency"] = "USD"));
        await host.SendAsync(Marked("MARK-3").With(invoice => invoice["date"] = "Zeldzaam Q7x"));
        await host.SendAsync(RelationEvents.Updated("rel-q", 1, new JsonObject
        {
            ["phone"] = "0700-7771771", ["iban"] = "NL91ABNA0417164300", ["email"] = "zeldzaam-q7x@relatie.example",
        }));
        foreach (var kind in new[] { FaultKind.AnswerLost, FaultKind.Malformed, FaultKind.Http500Before, FaultKind.SessionGone })
        {
            world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie" });
            await host.SendAsync(Marked($"MARK-{kind}"));
            await world.PassMinutesAsync(host, 15);
        }

        await host.DamageAsync("MARK-damaged");
        using var unsigned = host.Signed("[]"u8.ToArray(), secret: WebhookSecret.Generate());
        (await host.Http.SendAsync(unsigned)).Dispose();
        await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/invoices?after=Zeldzaam-Q7x");
        (await host.Http.GetAsync(new Uri("/koppeling/demo?zoek=Zeldzaam-Q7x", UriKind.Relative))).Dispose();
        world.Pay("MARK-1", 1m);
        await world.ReadAsync(host);
        await host.DeliverAsync();
        await host.Services.GetRequiredService<TimerRun<StockTaking>>().RunAsync(CancellationToken.None);
        await host.Services.GetRequiredService<TimerRun<PendingSweep>>().RunAsync(CancellationToken.None);
    }

    private static JsonObject Marked(string number, string? id = null, decimal net = Net)
    {
        var debtor = Events.Debtor("rel-q", "Zeldzaamnaam Q7x BV", "K-100");
        debtor["email"] = "zeldzaam-q7x@relatie.example";
        debtor["visitingAddress"] = RelationEvents.Address("Zeldzaamstraat", "771", "9876 QX", "Zeldzaamdorp");
        var sent = Events.Invoice(number, net, id).For(debtor);
        return sent.With(invoice => invoice["reference"] = "Omschrijving-Q7x " + net.ToString(CultureInfo.InvariantCulture));
    }
}

internal static class Damage
{
    /// <summary>An invoice whose row can't be read: what is logged of it quotes nothing.</summary>
    public static async Task DamageAsync(this Host host, string number)
    {
        await host.SendAsync(Events.Invoice(number).With(invoice => invoice["currency"] = "USD"));
        await host.ChangeRowAsync("tenant:demo", "invoice:" + number, row => row["reason"] = "Zeldzaam Q7x {");
        await host.SendAsync(Events.Invoice(number, id: "evt-again-" + number, occurredAt: "2026-03-02T10:00:00+01:00"));
    }
}
