using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Invoices of 121.00 that are paid in the books, and what became of them here.</summary>
internal static class Payments
{
    /// <summary>Of each invoice that <see cref="BookAsync"/> sends.</summary>
    public const decimal Total = 121m;

    /// <summary>The demo tenant's settings with payments switched on.</summary>
    public static TenantSettings PaymentsOn { get; } = World.Settings with { PaymentsOn = true };

    /// <summary>A world whose sessions outlast the hours that pass, so that calls can be counted.</summary>
    public static Task<(World World, Host Host)> StartAsync(SandboxSwitches? switches = null, TenantSettings? settings = null) =>
        World.StartAsync((switches ?? new()) with { SessionLifetime = TimeSpan.FromDays(30) }, settings ?? PaymentsOn);

    /// <summary>As <see cref="StartAsync"/>, with the sandbox's receiver as Perfectview, which checks every signature.</summary>
    public static async Task<(World World, Host Host)> StartToldAsync(CallbackOptions? callbacks = null, Action<WebApplicationBuilder>? configure = null)
    {
        var world = await World.CreateAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(30) });
        world.Callbacks = callbacks ?? world.Callbacks;
        var host = await world.AddHostAsync(configure);
        await world.AddTenantAsync("demo", PaymentsOn with { CallbackAddress = world.Sandbox.CallbackAddress.ToString() });
        world.Receiver().Secret = world.SecretOf(TenantId.Parse("demo")).Reveal();
        return (world, host);
    }

    public static CallbackReceiver Receiver(this World world) => world.Sandbox.Books.Receiver;

    /// <summary>What Perfectview knows of an invoice, as <c>3 partly-paid 50.00 71.00</c>: revision, state, paid, open.</summary>
    public static string ToldOf(this World world, string number)
    {
        if (world.Receiver().LatestOf(number) is not { } body)
        {
            return "nothing";
        }

        var data = JsonDocument.Parse(body).RootElement.GetProperty("data");
        return $"{data.GetProperty("revision")} {data.GetProperty("state")} {Figure("paid")} {Figure("open")}";

        string Figure(string name) => data.TryGetProperty(name, out var value) ? value.GetRawText() : "-";
    }

    /// <summary>Sends invoices and lets the hour pass in which they are too young to be read.</summary>
    public static async Task BookAsync(this World world, Host host, params IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            Assert.Equal("booked", (await host.SendAsync(Events.Invoice(number))).Outcome);
        }

        world.Sandbox.Books.Calls.Clear();
    }

    /// <summary>An hour later the timer comes.</summary>
    public static Task ReadAsync(this World world, Host host)
    {
        world.Clock.Advance(TimeSpan.FromHours(1));
        return host.SyncPaymentsAsync();
    }

    /// <summary>Changes some of the tenant's settings, as the settings page does.</summary>
    public static async Task ChangeAsync(this Host host, JsonObject settings, string tenant = "demo")
    {
        var read = await host.ApiAsync(HttpMethod.Get, $"/api/tenants/{tenant}/settings");
        var saved = await host.ApiAsync(HttpMethod.Patch, $"/api/tenants/{tenant}/settings", settings, read.ETag);
        Assert.True(saved.Status == 200, saved.Body);
    }

    /// <summary>The timer of messages comes every so many minutes.</summary>
    public static async Task DeliverEveryMinuteAsync(this World world, Host host, int minutes, int step = 1)
    {
        for (var minute = 0; minute < minutes; minute += step)
        {
            await host.DeliverAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(step));
        }
    }

    /// <summary>The calls since the last look, but for sessions: <c>GetOpenPosten GetMutaties</c>.</summary>
    public static string CallsSinceLast(this World world)
    {
        var calls = string.Join(' ', world.Sandbox.Books.Calls.Steps().Where(name => !name.EndsWith("Session", StringComparison.Ordinal)));
        world.Sandbox.Books.Calls.Clear();
        return calls;
    }

    public static void Pay(this World world, string number, decimal amount) =>
        Assert.IsType<PaymentResult.Registered>(world.Books.RegisterPayment(number, amount));

    /// <summary>Reverses a payment: its mutation is taken out of the books.</summary>
    public static void Reverse(this World world, string number, decimal amount) => Assert.True(world.Books.DeleteMutation(
        world.Books.Mutations.Last(mutation => mutation.Kind == MutationKind.FactuurbetalingOntvangen
            && mutation.InvoiceNumber == number && mutation.Total == amount).Number));

    public static async Task<InvoicePayment> PaymentAsync(this Host host, string number, string tenant = "demo") =>
        await host.Services.GetRequiredService<PaymentStore>().FindAsync(TenantId.Parse(tenant), number, CancellationToken.None)
            ?? throw new InvalidOperationException($"No payment of {number}.");

    /// <summary>State, paid and open, as <c>PartlyPaid 50.00 71.00</c>; a figure that is not known is a dash.</summary>
    public static async Task<string> PaidAsync(this Host host, string number, string tenant = "demo") =>
        Text((await host.PaymentAsync(number, tenant)).Status);

    public static string Text(PaymentStatus status) => $"{status.State} {Text(status.Paid)} {Text(status.Open)}";

    private static string Text(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";
}
