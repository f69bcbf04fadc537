namespace PerfectviewFunctions.Sandbox;

/// <summary>Payments as a person, or the bank import, enters them in the service. No rule is applied.</summary>
public sealed partial class SandboxAdministration
{
    /// <summary>Registers a (partial) payment received for a sent invoice. <see cref="DeleteMutation"/> takes it back.</summary>
    /// <param name="amount">Euros; negative for a refund, or when a credit is paid back.</param>
    /// <param name="relationCode">Needed only when several relations have an invoice with this number.</param>
    /// <param name="date">Today when absent.</param>
    public PaymentResult RegisterPayment(string invoiceNumber, decimal amount, string? relationCode = null, DateOnly? date = null) =>
        Register(invoiceNumber, relationCode, date, [invoiceNumber], [ReceivedLine(amount)]);

    /// <summary>Registers one payment of several sent invoices of a relation: one mutation with a line for each.</summary>
    /// <param name="headNumber">The invoice number of the head, such as "760-1,760"; that of the first part when absent.</param>
    /// <param name="relationCode">Needed only when several relations have invoices with all these numbers.</param>
    /// <param name="date">Today when absent.</param>
    public PaymentResult RegisterCombinedPayment(
        IReadOnlyList<PaymentPart> parts, string? headNumber = null, string? relationCode = null, DateOnly? date = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(parts.Count, nameof(parts));
        return Register(
            headNumber ?? parts[0].InvoiceNumber,
            relationCode,
            date,
            [.. parts.Select(part => part.InvoiceNumber)],
            [.. parts.Select(part => ReceivedLine(part.Amount) with { InvoiceNumber = part.InvoiceNumber })]);
    }

    /// <summary>Settles a sent credit against a sent invoice of the same relation, with the two payments the service has for that.</summary>
    /// <param name="amount">Euros, positive; the smaller of both open amounts when absent.</param>
    /// <param name="relationCode">Needed only when several relations have both numbers.</param>
    /// <param name="date">Today when absent.</param>
    public SettlementResult SettleCredit(
        string creditNumber, string invoiceNumber, decimal? amount = null, string? relationCode = null, DateOnly? date = null) =>
        gate.Read<SettlementResult>(() =>
        {
            switch (RelationsWith(relationCode, [creditNumber, invoiceNumber]))
            {
                case []:
                    return new SettlementResult.NoSuchPair();
                case [var relation]:
                    var settled = amount ?? Math.Min(-Outstanding(creditNumber, relation) ?? 0, Outstanding(invoiceNumber, relation) ?? 0);
                    return settled > 0
                        ? Settle(creditNumber, invoiceNumber, settled, relation, date)
                        : new SettlementResult.NothingToSettle();
                default:
                    return new SettlementResult.Ambiguous();
            }
        });

    /// <summary>What is open of a sent invoice by its mutations, however the switches show it; negative for an open credit.</summary>
    /// <returns>Null when there is no such invoice.</returns>
    public decimal? Outstanding(string invoiceNumber, string relationCode) =>
        gate.Read(() => OpenItems
            .All(mutations, MutationKind.FactuurVerstuurd)
            .FirstOrDefault(item => item.InvoiceNumber == invoiceNumber && item.RelationCode == relationCode)
            ?.Open);

    private static SandboxMutationLine ReceivedLine(decimal amount) => new(amount, 0, VatCodes.None, 0, SandboxDemo.DebtorAccount);

    private PaymentResult Register(
        string headNumber, string? relationCode, DateOnly? date, IReadOnlyList<string> numbers, IReadOnlyList<SandboxMutationLine> lines) =>
        gate.Read<PaymentResult>(() => RelationsWith(relationCode, numbers) switch
        {
            [] => new PaymentResult.NoSuchInvoice(),
            [var only] => new PaymentResult.Registered(AddMutation(Received(headNumber, only, date, lines))),
            _ => new PaymentResult.Ambiguous(),
        });

    private SettlementResult.Settled Settle(string creditNumber, string invoiceNumber, decimal amount, string relation, DateOnly? date)
    {
        var booked = AddMutations(
        [
            Received(invoiceNumber, relation, date, [ReceivedLine(amount)]),
            Received(creditNumber, relation, date, [ReceivedLine(-amount)]),
        ]);
        return new SettlementResult.Settled(booked[0], booked[1]);
    }

    private SandboxMutation Received(string headNumber, string relation, DateOnly? date, IReadOnlyList<SandboxMutationLine> lines) =>
        new(MutationKind.FactuurbetalingOntvangen, date ?? DutchDate.Today(gate.Clock), SandboxDemo.BankAccount, lines)
        {
            InvoiceNumber = headNumber,
            RelationCode = relation,
            Description = "Betaling " + headNumber,
        };

    /// <summary>The relations, or the one that is named, that have a sent invoice with each of these numbers.</summary>
    private List<string> RelationsWith(string? relationCode, IReadOnlyList<string> numbers) =>
    [
        .. mutations
            .Where(mutation => mutation.Kind == MutationKind.FactuurVerstuurd
                && numbers.Contains(mutation.InvoiceNumber)
                && (relationCode is null || mutation.RelationCode == relationCode))
            .GroupBy(invoice => invoice.RelationCode, invoice => invoice.InvoiceNumber)
            .Where(numbersOfRelation => numbers.All(numbersOfRelation.Contains))
            .Select(numbersOfRelation => numbersOfRelation.Key),
    ];
}
