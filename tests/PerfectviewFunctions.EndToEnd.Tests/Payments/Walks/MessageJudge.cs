using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>What came in at the receiver: in order per invoice, each id with one body, and in the end what we say ourselves.</summary>
internal sealed class MessageJudge(Scene scene)
{
    private readonly HashSet<string> ids = [];
    private readonly HashSet<string> answered = [];
    private readonly Dictionary<(string Tenant, string Number), long> revisions = [];
    private int judged;

    public static (string Tenant, string Number) InvoiceOf(CallbackArrival arrival) =>
        (DataOf(arrival)["tenant"]!.GetValue<string>(), DataOf(arrival)["invoiceNumber"]!.GetValue<string>());

    public void Check()
    {
        var arrivals = scene.Receiver.Arrivals;

        // For a slow receiver the clock was moved: an answer that was on its way then came too late as well.
        var isHeard = !scene.IsTroubled && arrivals.Skip(judged).All(arrival => arrival.Fault != CallbackFaultKind.Slow);
        foreach (var arrival in arrivals.Skip(judged))
        {
            var invoice = InvoiceOf(arrival);
            var revision = DataOf(arrival)["revision"]!.GetValue<long>();
            var told = $"{arrival.Id}, revision {revision} of {invoice}, is {arrival.Effect}";
            Assert.True(
                arrival.Effect is CallbackEffect.Applied or CallbackEffect.Repeated || (arrival.Effect == CallbackEffect.NotTaken && arrival.Fault is not null),
                told);
            Assert.True(ids.Contains(arrival.Id) || revision > revisions.GetValueOrDefault(invoice), $"{told} after {revisions.GetValueOrDefault(invoice)}");
            Assert.EndsWith("/callbacks", arrival.Path, StringComparison.Ordinal);
            Assert.False(answered.Contains(arrival.Id), $"{told}, and was answered well before");
            ids.Add(arrival.Id);
            if (isHeard && arrival.Status is >= 200 and < 300)
            {
                answered.Add(arrival.Id);
            }

            revisions[invoice] = Math.Max(revision, revisions.GetValueOrDefault(invoice));
        }

        judged = arrivals.Count;
    }

    /// <summary>Nothing waits any more, and whoever replays all messages ends in our states.</summary>
    public async Task CheckEndAsync()
    {
        Check();
        foreach (var firm in scene.Firms)
        {
            Assert.Empty(await scene.Hosts[0].Services.GetRequiredService<CallbackOutbox>().ListAsync(firm.Id, CancellationToken.None).ToListAsync());
            foreach (var sale in firm.Sales)
            {
                var known = scene.Receiver.LatestOf(sale.Number, firm.Name);
                Assert.True(
                    known is null ? sale.Payment.Revision == 0 : Says(JsonNode.Parse(known)!["data"]!, sale.Payment),
                    $"{sale} is {Text(sale.Payment.Status)} in revision {sale.Payment.Revision}, the receiver knows {known}");
            }
        }
    }

    private static JsonNode DataOf(CallbackArrival arrival) => JsonNode.Parse(arrival.Body)!["data"]!;

    private static bool Says(JsonNode data, InvoicePayment payment) =>
        data["revision"]!.GetValue<long>() == payment.Revision
        && data["state"]!.GetValue<string>() == JsonNamingPolicy.KebabCaseLower.ConvertName(payment.Status.State.ToString())
        && data["amount"]!.GetValue<decimal>() == payment.Amount
        && data["mutationNumber"]!.GetValue<long>() == payment.Mutation
        && data["paid"]?.GetValue<decimal>() == payment.Status.Paid
        && data["open"]?.GetValue<decimal>() == payment.Status.Open
        && data["paidOn"]?.GetValue<string>() == payment.Status.PaidOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
