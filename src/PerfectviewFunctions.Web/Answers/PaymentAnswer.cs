using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Balances;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>How the payment of one booked invoice stands; amounts in euros, negative for a credit invoice.</summary>
/// <param name="Since">When the reading was requested that first showed this status.</param>
/// <param name="Revision">How often what is told of it changed.</param>
/// <param name="BookedNumber">The number as the books have it now.</param>
internal sealed record PaymentAnswer(
    string Number,
    string State,
    DateTimeOffset Since,
    long Revision,
    decimal Amount,
    DateOnly Date,
    DateOnly DueDate,
    string BookedNumber,
    long MutationNumber,
    string Debtor,
    string DebtorCode,
    bool Followed)
{
    public decimal? Paid { get; init; }

    public decimal? Open { get; init; }

    public DateOnly? PaidOn { get; init; }

    public ReasonAnswer? Reason { get; init; }

    public CallbackAnswer? Callback { get; init; }

    /// <summary>The statuses before this one, newest first.</summary>
    public IReadOnlyList<EarlierPaymentAnswer> Earlier { get; init; } = [];

    /// <summary>What was changed about the booking in the books, oldest first.</summary>
    public IReadOnlyList<PaymentNoteAnswer> Notes { get; init; } = [];

    /// <summary>When the last complete list was asked for; absent for what is not followed any more.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    public static PaymentAnswer Of(PaymentReport report)
    {
        var payment = report.Payment;
        return new(
            payment.Number,
            AnswerJson.Word(payment.Status.State),
            payment.Status.At,
            payment.Revision,
            payment.Amount,
            payment.Date,
            payment.DueDate,
            payment.NumberInBooks,
            payment.Mutation,
            payment.DebtorName,
            payment.DebtorCode,
            report.IsFollowed)
        {
            Paid = payment.Status.Paid,
            Open = payment.Status.Open,
            PaidOn = payment.Status.PaidOn,
            Reason = ReasonAnswer.Of(report.Reason),
            Callback = CallbackAnswer.Of(report.Callback),
            Earlier = [.. payment.Earlier.Select(EarlierPaymentAnswer.Of)],
            Notes = [.. payment.Notes.Select(PaymentNoteAnswer.Of)],
            ReadAt = report.IsFollowed ? report.Reading.ReadAt : null,
        };
    }
}

/// <summary>A status that an invoice had.</summary>
internal sealed record EarlierPaymentAnswer(string State, DateTimeOffset Since, decimal? Paid, decimal? Open, DateOnly? PaidOn)
{
    public static EarlierPaymentAnswer Of(PaymentStatus status) =>
        new(AnswerJson.Word(status.State), status.At, status.Paid, status.Open, status.PaidOn);
}

/// <param name="Kind">What is different: renumbered, debtor-code-changed, amount-changed or entered-again.</param>
internal sealed record PaymentNoteAnswer(string Kind, string Was, string Becomes, DateTimeOffset At)
{
    public static PaymentNoteAnswer Of(PaymentNote note) => new(AnswerJson.Word(note.Kind), note.Was, note.Becomes, note.At);
}
