using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Mutations between the form of REST, with ids, and that of the books, with codes.</summary>
internal static class RestMutationForm
{
    /// <param name="sent">Past the rules for its head and its rows.</param>
    public static SandboxMutation ToMutation(RestMutation sent, SandboxAdministration books, SandboxSwitches switches)
    {
        var date = RestDates.Parse(sent.Date!)!.Value;
        var relationId = sent.IsPayment ? sent.PaidRelationId : sent.RelationId;
        var number = sent.InvoiceNumber.Length == 0 && sent.IsPayment
            ? string.Join(',', sent.Rows.Select(row => row.InvoiceNumber))
            : sent.InvoiceNumber;
        return new SandboxMutation(sent.Kind!.Value, date, books.FindLedgerAccount(sent.LedgerId)!.Code, Lines(sent, date, number, books, switches))
        {
            RelationCode = relationId == 0 ? "" : books.FindRelation(relationId)!.Code,
            InvoiceNumber = number,
            Entry = sent.EntryNumber,
            Description = sent.Description,
            PaymentTerm = sent.TermOfPayment?.ToString(CultureInfo.InvariantCulture) ?? "",
            PaymentReference = sent.PaymentReference,
            InExVat = sent.InExVat is { Length: > 0 } inExVat ? inExVat : "EX",
        };
    }

    /// <summary>What is missing is an empty text or 0, as seen in live data.</summary>
    public static JsonObject ToObject(SandboxMutation mutation, SandboxAdministration books) => new()
    {
        ["id"] = mutation.Number,
        ["type"] = (int)mutation.Kind,
        ["date"] = RestDates.Print(mutation.Date),
        ["description"] = mutation.Description,
        ["termOfPayment"] = RestRelationForm.NumberIn(mutation.PaymentTerm),
        ["ledgerId"] = books.FindLedgerAccount(mutation.Account)?.Id ?? 0,
        ["relationId"] = books.FindRelation(mutation.RelationCode)?.Id ?? 0,
        ["inExVat"] = mutation.InExVat,
        ["invoiceNumber"] = mutation.InvoiceNumber,
        ["entryNumber"] = mutation.Entry,
        ["rows"] = new JsonArray([.. mutation.Lines.Select(line => RowOf(mutation, line, books))]),
        ["vat"] = new JsonArray(
        [
            .. mutation.Lines
                .Where(line => line.VatCode != VatCodes.None)
                .GroupBy(line => line.VatCode)
                .Select(lines => new JsonObject { ["vatCode"] = lines.Key, ["amount"] = lines.Sum(line => line.Vat) }),
        ]),
    };

    public static JsonObject ToItem(SandboxMutation mutation, SandboxAdministration books) => new()
    {
        ["id"] = mutation.Number,
        ["type"] = (int)mutation.Kind,
        ["date"] = RestDates.Print(mutation.Date),
        ["invoiceNumber"] = mutation.InvoiceNumber,
        ["ledgerId"] = books.FindLedgerAccount(mutation.Account)?.Id ?? 0,
        ["amount"] = mutation.Total,
        ["entryNumber"] = mutation.Entry,
    };

    private static JsonObject RowOf(SandboxMutation mutation, SandboxMutationLine line, SandboxAdministration books) => new()
    {
        ["ledgerId"] = books.FindLedgerAccount(line.CounterAccount)?.Id ?? 0,
        ["vatCode"] = line.VatCode,
        ["amount"] = line.Entered,
        ["vatAmount"] = line.Vat,
        ["costCenterId"] = line.CostCentreId,
        ["description"] = line.Description,
        ["invoiceNumber"] = mutation.IsInvoicePayment ? mutation.NumberOf(line) : "",
        ["relationId"] = mutation.IsInvoicePayment ? books.FindRelation(mutation.RelationCode)?.Id ?? 0 : 0,
    };

    private static IReadOnlyList<SandboxMutationLine> Lines(
        RestMutation sent, DateOnly date, string headNumber, SandboxAdministration books, SandboxSwitches switches)
    {
        RestAmount[] amounts =
        [
            .. sent.Rows.Select(row => new RestAmount(
                RestVatCodes.Find(row.VatCode, date, switches)!,
                RestVatSplit.Round(row.Amount!.Value, switches.RestRounding),
                row.VatAmount ?? 0)),
        ];
        var splits = RestVatSplit.Of(amounts, sent.InExVat == "IN", switches.RestVat, switches.RestRounding);
        return
        [
            .. sent.Rows.Select((row, index) => new SandboxMutationLine(
                splits[index].Net,
                splits[index].Vat,
                row.VatCode,
                amounts[index].Code.PercentageOf(splits[index].Net, splits[index].Vat),
                AccountOf(row, sent.Kind!.Value, books))
            {
                Entered = amounts[index].Entered,
                CostCentreId = row.CostCenterId,
                Description = row.Description,
                InvoiceNumber = row.InvoiceNumber.Length == 0 || row.InvoiceNumber == headNumber ? null : row.InvoiceNumber,
            }),
        ];
    }

    private static string AccountOf(RestRow row, MutationKind kind, SandboxAdministration books)
    {
        if (row.LedgerId != 0)
        {
            return books.FindLedgerAccount(row.LedgerId)!.Code;
        }

        var category = kind == MutationKind.FactuurbetalingOntvangen ? "DEB" : "CRED";
        return books.LedgerAccounts.First(account => account.Category == category).Code;
    }
}
