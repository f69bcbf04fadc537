using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>Perfectview sends invoices and credits, of several amounts and of nothing.</summary>
internal sealed class SaleActs(Scene scene)
{
    private static readonly decimal[] Nets = [100m, 50m, 12.34m, 0.01m, 2500m];

    public Task SendAsync() => SendAsync(scene.Pick(scene.Firms), 1 + scene.Next(3));

    /// <summary>Sends new invoices in one request. Also those of a debtor whose code was changed in the books are booked.</summary>
    public async Task SendAsync(Firm firm, int count)
    {
        var events = Enumerable.Range(0, count).Select(_ => New(firm)).ToList();
        var reply = await scene.Hosts[scene.Next(2)].SendAsync(new JsonArray([.. events]), firm.Name);
        foreach (var (sent, result) in events.Zip(reply.Results))
        {
            Assert.True(result!["outcome"]!.GetValue<string>() == "booked", reply.Body);
            scene.Note($"{firm.Name} #{sent.NumberOf()} of {sent.InvoiceOf()["total"]}");
            firm.Sales.Add(new Sale(firm, sent.NumberOf(), result["mutationNumber"]!.GetValue<long>()));
        }

        await Look.AtAsync(scene);
    }

    private JsonObject New(Firm firm)
    {
        var (kind, net, number) = (scene.Next(10), scene.Pick(Nets), scene.NewNumber().ToString(CultureInfo.InvariantCulture));
        var sent = kind switch
        {
            0 => Nothing("Z" + number),
            < 4 => Events.Invoice("C" + number, -net),
            _ => Events.Invoice("F" + number, net),
        };
        sent["type"] = kind is > 0 and < 4 ? "invoice.credited" : "invoice.sent";
        return sent.For(firm.Debtor(scene.Next(Firm.Debtors)));
    }

    private static JsonObject Nothing(string number) => Events.Invoice(number, 0m).With(invoice => invoice["vatTotals"] = new JsonArray(
        Events.VatTotal("NL_HIGH", 100m, 21m, 21), Events.VatTotal("NL_EXEMPT", -121m, 0m)));
}
