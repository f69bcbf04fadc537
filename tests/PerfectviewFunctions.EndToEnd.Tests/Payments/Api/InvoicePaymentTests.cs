using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Api;

/// <summary>How the payment of one invoice stands, as the API tells it.</summary>
public sealed class InvoicePaymentTests
{
    [Fact]
    public async Task Payment_has_its_history_newest_first_and_what_was_changed_about_the_booking()
    {
        var (world, host) = await StartAsync(settings: PaymentsOn with { NumberPrefix = "W-" });
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.Pay("W-F1", 50m);
        await world.ReadAsync(host);
        Assert.True(world.Books.RenumberMutation(1, "W-77"));
        await world.ReadAsync(host);
        world.Pay("W-77", 71m);
        await world.ReadAsync(host);

        var payment = (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/invoices/F1/payment")).Body;

        Assert.Equal(
            """
            {"number":"F1","state":"paid","since":"2026-03-02T13:00:00+00:00","revision":3,"amount":121,"date":"2026-03-02","dueDate":"2026-03-16",
            "bookedNumber":"W-77","mutationNumber":1,"debtor":"Bakkerij De Korenbloem","debtorCode":"K100","followed":true,"paid":121,"open":0,
            "paidOn":"2026-03-02","earlier":[{"state":"partly-paid","since":"2026-03-02T11:00:00+00:00","paid":50,"open":71},
            {"state":"open","since":"2026-03-02T10:00:00+00:00","paid":0,"open":121},{"state":"not-read","since":"2026-03-02T09:00:00+00:00","open":121}],
            "notes":[{"kind":"renumbered","was":"W-F1","becomes":"W-77","at":"2026-03-02T12:00:00+00:00"}],"readAt":"2026-03-02T13:00:00+00:00"}
            """.ReplaceLineEndings(""),
            payment.Replace("\\u002B", "+", StringComparison.Ordinal).Replace(".00", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invoice_that_is_not_booked_yet_is_told_from_one_that_nobody_knows()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var held = Events.Invoice("USD").With(invoice => invoice["currency"] = "USD");
        Assert.Equal("needs-attention", (await host.SendAsync(held)).Outcome);

        var waiting = await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/invoices/USD/payment");
        var unknown = await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/invoices/F9/payment");

        ProblemAssert.Is(404, new Reply(waiting.Status, waiting.Body, waiting.ContentType));
        Assert.Contains("not booked yet", (string)waiting.Json["detail"]!, StringComparison.Ordinal);
        ProblemAssert.Is(404, new Reply(unknown.Status, unknown.Body, unknown.ContentType));
        Assert.Contains("no such invoice", (string)unknown.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026/42", "2026%2F42")]
    [InlineData("2026%2F42", "2026%252F42")]
    [InlineData("payment", "payment")]
    public async Task Invoice_is_found_by_whatever_number_it_has(string number, string escaped)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, number, "F1");

        var found = await host.ApiAsync(HttpMethod.Get, $"/api/tenants/demo/invoices/{escaped}/payment");

        Assert.Equal((200, number), (found.Status, (string)found.Json["number"]!));
    }
}
