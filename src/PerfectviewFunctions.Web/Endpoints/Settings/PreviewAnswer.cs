using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>What would become of an invoice.</summary>
/// <param name="Outcome">ready, ignored or held-back, as things are now.</param>
internal sealed record PreviewAnswer(string Outcome, DateOnly Date, string Debtor, string Currency)
{
    /// <summary>Why it would not be booked as things are now.</summary>
    public ReasonAnswer? Reason { get; init; }

    /// <summary>Why it would not be booked even if bookings were on for every date; then there are no lines.</summary>
    public ReasonAnswer? Obstacle { get; init; }

    /// <summary>The invoice number in the books: with the prefix.</summary>
    public string? BookedNumber { get; init; }

    public string? DebtorAccount { get; init; }

    public string? Description { get; init; }

    public int? PaymentTermDays { get; init; }

    public IReadOnlyList<LineAnswer>? Lines { get; init; }

    public decimal? Net { get; init; }

    public decimal? Vat { get; init; }

    public decimal? Total { get; init; }

    public static PreviewAnswer Of(PreviewResult.Shown shown)
    {
        var answer = new PreviewAnswer(AnswerJson.Word(shown.Outcome), shown.Invoice.Date, shown.Debtor, shown.Invoice.Currency)
        {
            Reason = ReasonAnswer.Of(shown.Reason), Obstacle = ReasonAnswer.Of(shown.Obstacle),
        };
        return shown.Booking is not { } booking ? answer : answer with
        {
            BookedNumber = booking.InvoiceNumber,
            DebtorAccount = booking.DebtorAccount,
            Description = booking.Description,
            PaymentTermDays = booking.PaymentTermDays,
            Lines = [.. booking.Lines.Select(line => new LineAnswer(line.Account, line.VatCode, line.VatPercentage, line.Net, line.Vat))],
            Net = booking.Lines.Sum(line => line.Net),
            Vat = booking.Lines.Sum(line => line.Vat),
            Total = booking.Lines.Sum(line => line.Gross),
        };
    }
}
