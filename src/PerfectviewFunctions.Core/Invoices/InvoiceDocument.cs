using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>An invoice or credit invoice as Perfectview sent it; amounts in the invoice's currency.</summary>
/// <param name="Number">As printed, without our prefix; 1 to 50 characters.</param>
/// <param name="Date">The invoice date, a Dutch calendar date.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Total">Including VAT, as printed; at most 0 for a credit invoice.</param>
/// <param name="PricesIncludeVat">Whether unit prices, line discounts and line amounts include VAT.</param>
/// <param name="Lines">May be empty when <paramref name="VatTotals"/> are given.</param>
/// <param name="VatTotals">As printed on the invoice; null when the sender has none.</param>
/// <param name="Debtor">Who has to pay.</param>
public sealed record InvoiceDocument(
    string Number,
    DateOnly Date,
    string Currency,
    decimal Total,
    bool PricesIncludeVat,
    IReadOnlyList<InvoiceLine> Lines,
    IReadOnlyList<VatTotal>? VatTotals,
    DebtorDetails Debtor)
{
    /// <summary>Whether it came as <c>invoice.credited</c>.</summary>
    public bool IsCredit { get; init; }

    /// <summary>For a credit invoice the number of the invoice it credits, if any.</summary>
    public string? CreditOf { get; init; }

    public DateOnly? DueDate { get; init; }

    /// <summary>0 to 9999; leads over <see cref="DueDate"/>.</summary>
    public int? PaymentTermDays { get; init; }

    /// <summary>The customer's reference, for the description.</summary>
    public string? Reference { get; init; }
}

/// <summary>A line of the invoice.</summary>
/// <param name="Quantity">May be negative and have decimals.</param>
/// <param name="UnitPrice">May be negative and have more than two decimals.</param>
/// <param name="VatCategory">One of the eight ids, or one we do not know: then the invoice is held back by that name.</param>
/// <param name="VatRate">In percent; null when the sender leaves it to category and date.</param>
public sealed record InvoiceLine(string Description, decimal Quantity, decimal UnitPrice, string VatCategory, decimal? VatRate)
{
    /// <summary>0 to 100, taken off quantity x unit price.</summary>
    public decimal? DiscountPercentage { get; init; }

    /// <summary>Taken off after the percentage.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>The line total as printed; leads over what quantity, price and discount give.</summary>
    public decimal? Amount { get; init; }
}

/// <summary>What the invoice prints per VAT category (and rate); two decimals.</summary>
public sealed record VatTotal(string Category, decimal? Rate, decimal Net, decimal Vat);
