using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox.Tests.Support;

/// <summary>A sandbox with somebody who calls its REST API beside the one who speaks SOAP.</summary>
public abstract class RestTest : SandboxTest, IDisposable
{
    private RestCaller? rest;

    protected RestCaller Rest => rest ??= new RestCaller(Server.RestAddress);

    protected long RelationId => Administration.Relations[0].Id;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => rest?.Dispose();

    protected long LedgerId(string code) => Administration.LedgerAccounts.Single(account => account.Code == code).Id;

    /// <summary>A sent invoice of 100.00 and 21% VAT, when nothing else is said.</summary>
    protected JsonObject Invoice(string number = "F2026-001", string inExVat = "EX", params JsonObject[] rows) => new()
    {
        ["type"] = "2",
        ["date"] = "2026-01-31",
        ["ledgerId"] = LedgerId(SandboxDemo.DebtorAccount),
        ["relationId"] = RelationId,
        ["invoiceNumber"] = number,
        ["description"] = "Levering januari",
        ["termOfPayment"] = 14,
        ["inExVat"] = inExVat,
        ["rows"] = new JsonArray([.. rows.Length == 0 ? [Row()] : rows]),
    };

    protected JsonObject Row(decimal amount = 100, string code = "HOOG_VERK_21", string account = "8000") => new()
    {
        ["ledgerId"] = LedgerId(account),
        ["vatCode"] = code,
        ["amount"] = amount,
    };

    protected JsonObject PurchaseInvoice(string number = "I-7", string code = "HOOG_INK_21", string inExVat = "EX") =>
        Invoice(number, inExVat, Row(100, code, "4900")).With("type", "1").With("ledgerId", LedgerId("1600"));

    /// <summary>A payment received, with a row for each invoice.</summary>
    protected JsonObject Payment(params (string Number, decimal Amount)[] parts) => new()
    {
        ["type"] = "3",
        ["date"] = "2026-02-14",
        ["ledgerId"] = LedgerId(SandboxDemo.BankAccount),
        ["relationId"] = RelationId,
        ["invoiceNumber"] = parts[0].Number,
        ["inExVat"] = "EX",
        ["rows"] = new JsonArray(
        [
            .. parts.Select(part => Row(part.Amount, "GEEN", SandboxDemo.DebtorAccount)
                .With("invoiceNumber", part.Number)
                .With("relationId", RelationId)),
        ]),
    };
}

internal static class JsonObjects
{
    /// <summary>The same with another value of a property; without the property when the value is null.</summary>
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        var copy = json.DeepClone().AsObject();
        copy.Remove(name);
        if (value is not null)
        {
            copy[name] = value.DeepClone();
        }

        return copy;
    }

    /// <summary>The same with another value of a property in its first row.</summary>
    public static JsonObject WithRow(this JsonObject json, string name, JsonNode? value)
    {
        var copy = json.DeepClone().AsObject();
        copy["rows"]![0] = copy["rows"]![0]!.AsObject().With(name, value);
        return copy;
    }
}
