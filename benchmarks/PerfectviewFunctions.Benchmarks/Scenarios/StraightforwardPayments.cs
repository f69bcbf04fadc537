using System.Diagnostics;
using System.Globalization;
using PerfectviewFunctions.Benchmarks.Payments;
using PerfectviewFunctions.Benchmarks.Straightforward;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>The same reading by the straightforward connector, which remembers the same invoices.</summary>
internal static class StraightforwardPayments
{
    /// <returns>A reading after every tenth invoice was partly paid.</returns>
    public static async Task<PaymentReading> ReadAsync(PaymentScenario scenario)
    {
        await using var sandbox = await PaymentBooks.StartAsync();
        using var meter = new Meter(scenario.Latency);
        await using var app = await StraightforwardApp.StartAsync(sandbox.SoapAddress, meter);
        for (var number = 1; number <= scenario.Administrations; number++)
        {
            Add(app, sandbox, string.Create(CultureInfo.InvariantCulture, $"t{number}"), scenario.Invoices);
        }

        PaymentBooks.PayOneOfTen(sandbox.Books);
        PeakMemory.Begin();
        var (watch, allocated) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        var changed = await app.Payments.RunAsync(app.Tenants);
        var (took, calls) = (watch.Elapsed, sandbox.Books.Calls);
        return new PaymentReading(
            took, 0, calls.Count("GetMutaties"), calls.Total, changed, meter.MostAtOnce, PeakMemory.Bytes, GC.GetTotalAllocatedBytes() - allocated);
    }

    private static void Add(StraightforwardApp app, SandboxServer sandbox, string name, int count)
    {
        var (credentials, invoices) = PaymentBooks.Add(sandbox.Books, name, count);
        var tenant = new StraightforwardTenant(name, [], credentials.UserName, credentials.SecurityCode1, credentials.SecurityCode2);
        foreach (var invoice in invoices)
        {
            tenant.Open[invoice.InvoiceNumber] = new OpenInvoice(invoice.InvoiceNumber, PaymentBooks.Total, 0);
        }

        app.Add(tenant);
    }
}
