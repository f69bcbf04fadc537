namespace PerfectviewFunctions.EBoekhouden.Rest.Answers;

/// <summary>The error body, as far as it is of use.</summary>
internal sealed record ErrorAnswer(string? Code, string? Title, string? Message);

/// <param name="ExpiresIn">Seconds.</param>
internal sealed record SessionAnswer(string? Token, long? ExpiresIn);

/// <summary>What a POST of a relation or a mutation answers.</summary>
internal sealed record AddedAnswer(long? Id, string? Code);

/// <summary>The envelope of every list.</summary>
/// <param name="Count">By the description the number of items in this answer.</param>
internal sealed record ListAnswer<T>(WireList<T?>? Items, long? Count)
    where T : class;

internal sealed record LedgerItem(long? Id, string? Code, string? Description, string? Category);

internal sealed record RelationItem(long? Id, string? Code);

/// <param name="Amount">The total, including VAT.</param>
internal sealed record MutationItem(long? Id, int? Type, string? Date, string? InvoiceNumber, decimal? Amount);

/// <summary>GET of one mutation.</summary>
/// <param name="InExVat">Whether the amounts of the rows are with VAT (IN) or without (EX).</param>
/// <param name="Vat">The VAT per VAT code; codes without VAT may be missing.</param>
internal sealed record MutationAnswer(
    long? Id,
    int? Type,
    string? Date,
    string? InvoiceNumber,
    long? RelationId,
    string? InExVat,
    WireList<MutationRow?>? Rows,
    WireList<VatAmount?>? Vat);

internal sealed record MutationRow(string? VatCode, decimal? Amount, string? InvoiceNumber);

internal sealed record VatAmount(string? VatCode, decimal? Amount);

/// <summary>An open invoice.</summary>
internal sealed record OutstandingItem(
    string? Date,
    long? MutationId,
    string? InvoiceNumber,
    long? RelationId,
    string? RelationCode,
    string? Company,
    decimal? TotalAmount,
    decimal? PaidAmount,
    decimal? OutstandingAmount);
