using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>An invoice line with its rate settled and its amount in cents, including VAT if the invoice's prices do.</summary>
internal readonly record struct RatedLine(string Category, decimal Rate, BigInteger Amount);

/// <summary>Settles the rate and the amount of every invoice line.</summary>
internal static class RatedLines
{
    public static bool TryMake(
        InvoiceDocument invoice, out IReadOnlyList<RatedLine> lines, [NotNullWhen(false)] out Reason? held)
    {
        var rated = new List<RatedLine>(invoice.Lines.Count);
        lines = rated;
        foreach (var line in invoice.Lines)
        {
            if (!VatRates.TrySettle(line.VatCategory, line.VatRate, invoice.Date, out var rate, out held))
            {
                return false;
            }

            rated.Add(new RatedLine(line.VatCategory, rate, Amount(line)));
        }

        held = null;
        return true;
    }

    /// <summary>The line total as printed, else quantity x price less the percentage, then less the amount.</summary>
    private static BigInteger Amount(InvoiceLine line)
    {
        if (line.Amount is { } printed)
        {
            return Exact.Of(printed).RoundToCents();
        }

        var gross = Exact.Of(line.Quantity) * Exact.Of(line.UnitPrice);
        var part = Exact.Of(1m) - (Exact.Of(line.DiscountPercentage ?? 0m) * Exact.Of(0.01m));
        return ((gross * part) - Exact.Of(line.DiscountAmount ?? 0m)).RoundToCents();
    }
}
