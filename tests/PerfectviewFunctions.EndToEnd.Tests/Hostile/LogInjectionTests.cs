using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Senders, callers and the books choose many of the words that are logged; none of them writes a line of his own.</summary>
public sealed partial class LogInjectionTests
{
    private const string Forged = "09:00:00 info: PerfectviewFunctions.Core.Engine.Settling[1] Invoice 666 of demo is booked";

    [Fact]
    public async Task Every_line_of_the_log_is_the_product_s_own()
    {
        await using var world = await World.CreateAsync();
        var console = new ConsoleLines();
        BreakableStore store = new(world.Rows.Open());
        var host = await world.AddHostAsync(builder =>
        {
            builder.Services.AddSingleton<IRowStore>(store);
            builder.Logging.AddProvider(console).SetMinimumLevel(LogLevel.Trace);
        });
        await world.AddTenantAsync("demo", RelationEvents.Settings);

        var escaped = Uri.EscapeDataString($"\r\n{Forged}\u2028\u001b[2J");
        await host.SendAsync(Events.Invoice($"\u2028{Forged}\u202e", id: "evt-1"));
        await host.SendAsync(Events.Invoice($"1\u2029{Forged}", id: "evt-2").With(invoice => invoice["currency"] = "USD"));
        await host.SendAsync(RelationEvents.Created($"\u2028{Forged}", 0, $"A\n{Forged}", new JsonObject { ["code"] = $"K\n{Forged}" }));
        await host.SendAsync(Encoding.UTF8.GetBytes($"{{\"id\":\"{escaped}\n{Forged}"));
        foreach (var address in new[] { $"/koppeling/{escaped}", $"/api/tenants/{escaped}/invoices", $"/api/tenants/demo/invoices/{escaped}", $"/{escaped}", $"/api/webhooks/{escaped}" })
        {
            var headers = $"User-Agent: x\r\nX-Forwarded-For: {escaped}\r\nwebhook-id: {escaped}\r\nReferer: {escaped}";
            await RawHttp.SendAsync(host.Http.BaseAddress!, $"GET {address} HTTP/1.0\r\n{headers}");
            await RawHttp.SendAsync(host.Http.BaseAddress!, $"POST {address} HTTP/1.0\r\nContent-Type: application/json\r\n{headers}");
        }

        store.Before = _ => new InvalidOperationException($"What a store quotes:\r\n{Forged}\u2028{Forged}");
        await RawHttp.SendAsync(host.Http.BaseAddress!, $"GET /koppeling/{escaped}/{escaped} HTTP/1.0");
        await host.SendAsync(Events.Invoice("2"));

        var lines = console.Text.TrimEnd('\n').Split('\n');
        Assert.Contains(lines, line => line.Contains("Invoice 666 of demo", StringComparison.Ordinal));
        Assert.All(lines, line =>
        {
            Assert.Matches(Begin(), line);
            Assert.False(line[8..].StartsWith(Forged[8..], StringComparison.Ordinal), line);
            Assert.DoesNotContain(line, character => char.IsControl(character) || character is '\u2028' or '\u2029' or '\u202e');
        });
    }

    [GeneratedRegex(@"^(\d\d:\d\d:\d\d (trce|dbug|info|warn|fail|crit): |         )", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Begin();
}
