using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Payments;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>How the payment of an invoice stands: as it should, as it is stored here, or as Perfectview was told.</summary>
/// <param name="State">In the words of the contract.</param>
/// <param name="Paid">Null where the books do not say; so is <paramref name="Open"/>.</param>
/// <param name="Revision">How often it changed.</param>
internal sealed record PaymentStand(string Number, string State, decimal? Paid, decimal? Open, long Revision)
{
    /// <summary>Its booking; null where nobody was asked.</summary>
    public long? Mutation { get; init; }

    public static PaymentStand Of(InvoicePayment payment) => new(
        payment.Number,
        JsonNamingPolicy.KebabCaseLower.ConvertName(payment.Status.State.ToString()),
        payment.Status.Paid,
        payment.Status.Open,
        payment.Revision);

    /// <param name="message">The body of a message.</param>
    public static PaymentStand In(string message)
    {
        var data = JsonNode.Parse(message)!["data"]!;
        return new PaymentStand(
            data["invoiceNumber"]!.GetValue<string>(),
            data["state"]!.GetValue<string>(),
            data["paid"]?.GetValue<decimal>(),
            data["open"]?.GetValue<decimal>(),
            data["revision"]!.GetValue<long>())
        {
            Mutation = data["mutationNumber"]!.GetValue<long>(),
        };
    }

    /// <summary>In a few words, without the state.</summary>
    public string Short() => Paid is null && Open is null
        ? Number
        : string.Create(CultureInfo.InvariantCulture, $"{Number}, paid {Paid:0.00}, open {Open:0.00}");

    /// <summary>All of it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Number} {State} {Paid:0.00}/{Open:0.00} (revision {Revision})");
}
