using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>An invoice as the API shows it; amounts in the invoice's currency.</summary>
internal sealed record InvoiceAnswer(
    string Number, string State, DateOnly Date, decimal Total, string Currency, string Debtor, DateTimeOffset ReceivedAt, DateTimeOffset ChangedAt)
{
    public long? MutationNumber { get; init; }

    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>The number under which it was, or is being, booked: with the prefix.</summary>
    public string? BookedNumber { get; init; }

    public string? DebtorCode { get; init; }

    public IReadOnlyList<LineAnswer>? Lines { get; init; }

    public ReasonAnswer? Reason { get; init; }

    /// <summary>What a person may do with it now: retry, ignore.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>What happened to it; only where one invoice is asked for.</summary>
    public TrailAnswer? Trail { get; init; }

    public static InvoiceAnswer Of(Invoice invoice, TenantStanding standing) =>
        new(
            invoice.Number,
            AnswerJson.Word(invoice.State),
            invoice.Date,
            invoice.Total,
            invoice.Currency,
            invoice.DebtorName,
            invoice.FirstSeenAt,
            invoice.ChangedAt)
        {
            MutationNumber = invoice.MutationNumber,
            BookedAt = invoice.BookedAt,
            BookedNumber = invoice.Intent?.Booking.InvoiceNumber,
            DebtorCode = invoice.Intent?.Booking.DebtorCode,
            Lines = invoice.Intent is { } intent
                ? [.. intent.Booking.Lines.Select(line => new LineAnswer(line.Account, line.VatCode, line.VatPercentage, line.Net, line.Vat))]
                : null,
            Reason = ReasonAnswer.Of(standing.ReasonOf(invoice)),
            Actions = Words(standing.ActionsOn(invoice)),
        };

    private static IReadOnlyList<string> Words(AllowedActions allowed) =>
        [.. allowed.CanRetry ? ["retry"] : (string[])[], .. allowed.CanIgnore ? ["ignore"] : (string[])[]];
}

/// <summary>A booking line, in euros.</summary>
internal sealed record LineAnswer(string Account, string VatCode, decimal VatPercentage, decimal Net, decimal Vat);

/// <param name="Next">The address of the next page; absent on the last.</param>
internal sealed record InvoiceListAnswer(IReadOnlyList<InvoiceAnswer> Invoices, string? Next);
