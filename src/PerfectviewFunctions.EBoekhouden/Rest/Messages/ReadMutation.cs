using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Answers;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Messages;

/// <summary>What a list says of a mutation.</summary>
/// <param name="Amount">Including VAT, in euros.</param>
internal sealed record ListedMutation(long Number, int Type, DateOnly Date, string InvoiceNumber, decimal Amount)
{
    public bool IsInvoiceSent => Type == MutationMessages.InvoiceSent;

    /// <summary>The opening balance is a mutation with the number 0.</summary>
    public static ListedMutation Of(MutationItem item) => new(
        item.Id is >= 0 ? item.Id.Value : throw new UnreadableAnswerException("no id of a mutation"),
        item.Type ?? throw new UnreadableAnswerException("no type of a mutation"),
        WireFacts.Date(item.Date, "mutation"),
        item.InvoiceNumber ?? "",
        WireFacts.Amount(item.Amount ?? 0, "amount of a mutation"));

    /// <summary>Without what the list does not say.</summary>
    public BookedMutation Sparse() => new(Number, IsInvoiceSent, Date, InvoiceNumber, "", [new BookedLine(Amount, 0, "")])
    {
        IsInvoicePayment = Type == MutationMessages.PaymentReceived,
        IsVatByService = IsInvoiceSent,
    };
}

/// <summary>A mutation, whole; its relation by id.</summary>
/// <param name="RelationId">0 for none.</param>
internal sealed record ReadMutation(
    long Number, int Type, DateOnly Date, string InvoiceNumber, long RelationId, IReadOnlyList<BookedLine> Lines)
{
    public static ReadMutation Of(MutationAnswer answer)
    {
        var type = answer.Type ?? throw new UnreadableAnswerException("no type of a mutation");
        return new ReadMutation(
            WireFacts.Id(answer.Id, "mutation"),
            type,
            WireFacts.Date(answer.Date, "mutation"),
            answer.InvoiceNumber ?? "",
            answer.RelationId ?? 0,
            type == MutationMessages.PaymentReceived ? PaymentLines(answer) : LinesPerVatCode(answer));
    }

    public BookedMutation ToBooked(string debtorCode) => new(
        Number, Type == MutationMessages.InvoiceSent, Date, InvoiceNumber, debtorCode, Lines)
    {
        IsInvoicePayment = Type == MutationMessages.PaymentReceived,
        IsVatByService = Type == MutationMessages.InvoiceSent,
    };

    /// <summary>As they stand there, since each may pay another invoice.</summary>
    private static List<BookedLine> PaymentLines(MutationAnswer answer) =>
    [
        .. Rows(answer).Select(row => new BookedLine(WireFacts.Amount(row.Amount, "amount of a row"), 0, row.VatCode ?? "")
        {
            InvoiceNumber = row.InvoiceNumber ?? "",
        }),
    ];

    private static List<BookedLine> LinesPerVatCode(MutationAnswer answer)
    {
        var vat = (answer.Vat ?? []).Select(amount => amount ?? throw new UnreadableAnswerException("a VAT amount that is null")).ToLookup(
            amount => WireFacts.Text(amount.VatCode, "VAT code").Trim(), amount => WireFacts.Amount(amount.Amount, "VAT amount"), StringComparer.Ordinal);
        var entered = Rows(answer).ToLookup(
            row => WireFacts.Text(row.VatCode, "VAT code").Trim(), row => WireFacts.Amount(row.Amount, "amount of a row"), StringComparer.Ordinal);
        var isGross = answer.InExVat switch
        {
            "IN" => true,
            "EX" => false,
            _ when vat.All(amounts => amounts.Sum() == 0) => false,
            _ => throw new UnreadableAnswerException("not said whether the rows are with VAT"),
        };
        return
        [
            .. entered.Select(rows => rows.Key).Union(vat.Select(amounts => amounts.Key), StringComparer.Ordinal).Select(code =>
            {
                var (sum, ofVat) = (entered[code].Sum(), vat[code].Sum());
                return new BookedLine(isGross ? sum - ofVat : sum, ofVat, code);
            }),
        ];
    }

    private static IEnumerable<MutationRow> Rows(MutationAnswer answer) =>
        (answer.Rows ?? throw new UnreadableAnswerException("no rows of a mutation"))
            .Select(row => row ?? throw new UnreadableAnswerException("a row that is null"));
}
