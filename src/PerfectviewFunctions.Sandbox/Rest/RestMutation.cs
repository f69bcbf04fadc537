namespace PerfectviewFunctions.Sandbox;

/// <summary>A mutation as it was sent. What is absent is null, for ids 0.</summary>
internal sealed record RestMutation(
    string? Type,
    string? Date,
    long LedgerId,
    long RelationId,
    string InvoiceNumber,
    string EntryNumber,
    string Description,
    long? TermOfPayment,
    string PaymentReference,
    bool CheckPaymentReference,
    string? InExVat,
    IReadOnlyList<RestRow> Rows)
{
    /// <summary>Null when it is none of the types, which are 0 to 7 in the order of SOAP's kinds.</summary>
    public MutationKind? Kind => Type is [>= '0' and <= '7'] ? (MutationKind)(Type[0] - '0') : null;

    /// <summary>Of an invoice.</summary>
    public bool IsPayment => Kind is MutationKind.FactuurbetalingOntvangen or MutationKind.FactuurbetalingVerstuurd;

    /// <summary>Of a payment: that of its head, else that of its first row.</summary>
    public long PaidRelationId => RelationId == 0 ? Rows[0].RelationId : RelationId;

    public static RestMutation Read(RestValues body) => new(
        body.TextOrNumber("type"),
        body.Text("date"),
        body.Long("ledgerId") ?? 0,
        body.Long("relationId") ?? 0,
        body.Text("invoiceNumber") ?? "",
        body.Text("entryNumber") ?? "",
        body.Text("description") ?? "",
        body.Long("termOfPayment"),
        body.Text("paymentReference") ?? "",
        body.Flag("checkPaymentReference") ?? false,
        body.Text("inExVat"),
        [.. body.Items("rows").Select(RestRow.Read)]);
}

/// <summary>A row of a mutation as it was sent; amounts in euros.</summary>
/// <param name="Path">Where it stands in the body, with a dot behind it.</param>
internal sealed record RestRow(
    string Path,
    long LedgerId,
    string VatCode,
    decimal? Amount,
    decimal? VatAmount,
    long CostCenterId,
    string Description,
    string InvoiceNumber,
    long RelationId)
{
    public static RestRow Read(RestValues row) => new(
        row.PathOf(""),
        row.Long("ledgerId") ?? 0,
        row.Text("vatCode") ?? "",
        row.Amount("amount"),
        row.Amount("vatAmount"),
        row.Long("costCenterId") ?? 0,
        row.Text("description") ?? "",
        row.Text("invoiceNumber") ?? "",
        row.Long("relationId") ?? 0);
}
