using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

/// <summary>Payments and all that changes them, entered by another process or by a person on the page.</summary>
public sealed class PaymentRouteTests : SandboxTest, IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private static string Base => $"sandbox/administrations/{Uri.EscapeDataString(SandboxDemo.AdministrationName)}/";

    [Fact]
    public async Task Invoices_by_the_thousand_are_booked_from_outside()
    {
        var booked = await PostAsync("invoices", new { count = 2_000, numberPrefix = "X-", relationCode = RelationCode, date = "2026-02-01", net = 10.05m });

        Assert.Equal((HttpStatusCode.OK, "1", "2000"), (booked.StatusCode, await ReadAsync(booked, "first"), await ReadAsync(booked, "last")));
        Assert.Equal(("X-2000", 12.16m, new DateOnly(2026, 2, 1)), Last(row => (row.InvoiceNumber, row.Amount, row.Date)));
        Assert.Equal(2_000, (await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).All("cOpenPost").Count);

        await PostAsync("invoices", new { count = 1, numberPrefix = "Y-", relationCode = RelationCode });
        Assert.Equal(("Y-1", 121m, DutchDate.Today(Clock)), Last(row => (row.InvoiceNumber, row.Amount, row.Date)));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("invoices", new { count = 0, numberPrefix = "Z", relationCode = "R" })).StatusCode);
        Assert.Equal(2_001, Administration.Mutations.Count);

        T Last<T>(Func<SandboxOpenItem, T> select) => select(Administration.OpenDebtors()[^1]);
    }

    [Fact]
    public async Task Payments_refunds_and_settlements_are_booked_and_taken_back_from_outside()
    {
        Invoice("F1", 100);
        Invoice("F2", 50);
        Invoice("C1", -60);

        var paid = await PostAsync("payments", new { invoiceNumber = "F1", amount = 100, date = "2026-02-27" });
        await PostAsync("payments", new { invoiceNumber = "F1", amount = -25, relationCode = RelationCode });
        Assert.Equal((25, "2026-02-27"), (Open("F1"), await ReadAsync(paid, "date")));
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync(At($"{Base}mutations/{await ReadAsync(paid, "number")}"))).StatusCode);
        Assert.Equal(125, Open("F1"));

        var combined = await PostAsync("payments/combined", new
        {
            parts = new[] { new { invoiceNumber = "F1", amount = 25 }, new { invoiceNumber = "F2", amount = 30 } },
            headNumber = "F1,F2",
            date = "2026-02-28",
        });
        Assert.Equal((100, 20, "F1,F2"), (Open("F1"), Open("F2"), await ReadAsync(combined, "invoiceNumber")));

        var settled = await PostAsync("settlements", new { creditNumber = "C1", invoiceNumber = "F2", date = "2026-03-01" });
        Assert.Equal((HttpStatusCode.OK, 0, -40), (settled.StatusCode, Open("F2"), Open("C1")));
        Assert.Equal("2026-03-01", JsonNode.Parse(await settled.Content.ReadAsStringAsync())!["onCredit"]!["date"]!.GetValue<string>());
        await PostAsync("settlements", new { creditNumber = "C1", invoiceNumber = "F1", amount = 15 });
        Assert.Equal((85, -25), (Open("F1"), Open("C1")));
    }

    [Fact]
    public async Task What_cannot_be_booked_is_refused_from_outside()
    {
        Invoice("F1", 100);
        Invoice("C1", 0);
        Administration.AddInvoice("F1", "R2", default);
        Administration.AddInvoice("C1", "R2", default);
        var none = Array.Empty<object>();
        var twice = new[] { new { invoiceNumber = "F1", amount = 1 }, new { invoiceNumber = "C1", amount = 1 } };

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("payments/combined", new { parts = none }));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync("payments/combined", new { parts = twice }));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("payments/combined", new { parts = twice, relationCode = "R3" }));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync("settlements", new { creditNumber = "C1", invoiceNumber = "F1" }));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("settlements", new { creditNumber = "C1", invoiceNumber = "F2" }));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await StatusAsync("settlements", new { creditNumber = "C1", invoiceNumber = "F1", relationCode = RelationCode }));
        Assert.Equal(4, Administration.Mutations.Count);
    }

    [Fact]
    public async Task Person_pays_refunds_and_takes_back_on_the_page()
    {
        Invoice("F1", 100);

        Assert.Equal("/?outcome=PaymentRegistered", await FormAsync("payment", ("invoice", " F1 "), ("amount", "100,00"), ("date", "2026-02-27"), ("relation", "")));
        Assert.Equal((0, new DateOnly(2026, 2, 27)), (Open("F1"), Administration.Mutations[^1].Date));
        Assert.Equal("/?outcome=PaymentRegistered", await FormAsync("payment", ("invoice", "F1"), ("amount", "-12,50"), ("date", "1-3-2026"), ("relation", RelationCode)));
        Assert.Equal((12.50m, new DateOnly(2026, 3, 1)), (Open("F1"), Administration.Mutations[^1].Date));
        Assert.Equal("/?outcome=InvalidForm", await FormAsync("payment", ("invoice", "F1"), ("amount", "1"), ("date", "31-2-2026")));
        Assert.Equal("/?outcome=InvalidForm", await FormAsync("payment", ("invoice", "F1"), ("amount", "0")));
        Assert.Equal("/?outcome=InvalidForm", await FormAsync("payment", ("invoice", "F1"), ("amount", "")));
        Assert.Equal("/?outcome=NoSuchInvoice", await FormAsync("payment", ("invoice", "F9"), ("amount", "1")));

        var page = await http.GetStringAsync(Server.PageAddress);
        Assert.Contains("name=\"number\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.Equal("/?outcome=MutationDeleted", await FormAsync("mutation/delete", ("number", "2")));
        Assert.Equal(112.50m, Open("F1"));
        Assert.Equal("/?outcome=MutationGone", await FormAsync("mutation/delete", ("number", "2")));
        Assert.Equal("/?outcome=MutationGone", await FormAsync("mutation/delete", ("number", "x")));
        Assert.Contains("De boeking is verwijderd.", await http.GetStringAsync(At("?outcome=MutationDeleted")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_settles_a_credit_and_renumbers_a_booking_on_the_page()
    {
        var invoice = Invoice("F1", 100);
        Invoice("C1", -60);

        Assert.Equal("/?outcome=CreditSettled", await FormAsync("settlement", ("credit", "C1"), ("invoice", "F1"), ("amount", "10,5"), ("date", "2026-02-27")));
        Assert.Equal((89.50m, -49.50m, new DateOnly(2026, 2, 27)), (Open("F1"), Open("C1"), Administration.Mutations[^1].Date));
        Assert.Equal("/?outcome=CreditSettled", await FormAsync("settlement", ("credit", "C1"), ("invoice", "F1"), ("amount", "")));
        Assert.Equal((40, 0), (Open("F1"), Open("C1")));
        Assert.Equal("/?outcome=NothingToSettle", await FormAsync("settlement", ("credit", "C1"), ("invoice", "F1")));
        Assert.Equal("/?outcome=NoSuchInvoice", await FormAsync("settlement", ("credit", "C9"), ("invoice", "F1")));
        Assert.Equal("/?outcome=InvalidForm", await FormAsync("settlement", ("credit", "C1"), ("invoice", "F1"), ("amount", "much")));

        Assert.Equal("/?outcome=MutationRenumbered", await FormAsync("mutation/number", ("number", $"{invoice.Number}"), ("invoice", "F9")));
        Assert.Equal((null, 40), (Open("F1"), Open("F9")));
        Assert.Equal("/?outcome=MutationGone", await FormAsync("mutation/number", ("number", "99"), ("invoice", "F9")));
        Assert.Equal("/?outcome=InvalidForm", await FormAsync("mutation/number", ("number", "1"), ("invoice", " ")));
    }

    [Fact]
    public async Task Page_shows_the_first_of_thousands()
    {
        Administration.AddInvoices(201, "F-", RelationCode, default, new SandboxMutationLine(100, 0, "GEEN", 0, "8020"));

        var page = await http.GetStringAsync(Server.PageAddress);

        Assert.Contains("Openstaande saldi (201, de eerste 200)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>F-201</td><td>10001 Bakkerij", page, StringComparison.Ordinal);
        Assert.Contains("<td>F-200</td><td>10001 Bakkerij", page, StringComparison.Ordinal);
    }

    public void Dispose() => http.Dispose();

    private static async Task<string> ReadAsync(HttpResponseMessage answer, string name) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())![name]!.ToString();

    private SandboxMutation Invoice(string number, decimal amount) =>
        Administration.AddInvoice(number, RelationCode, new DateOnly(2026, 1, 31), new SandboxMutationLine(amount, 0, "GEEN", 0, "8020"));

    private decimal? Open(string number) => Administration.Outstanding(number, RelationCode);

    private Uri At(string path) => new(Server.PageAddress, path);

    private Task<HttpResponseMessage> PostAsync(string path, object body) => http.PostAsJsonAsync(At(Base + path), body);

    private async Task<HttpStatusCode> StatusAsync(string path, object body) => (await PostAsync(path, body)).StatusCode;

    private async Task<string?> FormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("administration", $"{Administration.SecurityCode2}"), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return (await http.PostAsync(At("page/" + path), content)).Headers.Location?.ToString();
    }
}
