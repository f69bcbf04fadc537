using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Recovery;

/// <summary>What stands in the books under the invoice's number and is not that invoice is never taken for it.</summary>
public sealed class ForeignBookingTests
{
    private static readonly SandboxMutationLine SameAmounts = new(100m, 21m, "HOOG_VERK_21", 21m, "8000");

    public static TheoryData<string> Strangers =>
        ["last year's", "other debtor's", "other amounts", "other VAT code", "same sum in other VAT codes", "payment", "purchase"];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Booking_of_somebody_else_under_the_number_is_shown_and_never_adopted(string stranger)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        var found = AddStranger(world.Books, stranger);
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });

        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("7"))).Outcome);
        await world.PassMinutesAsync(host, 10);

        await AssertHeldBackAsync(host, found.Number);
        Assert.Equal(2, world.Books.Mutations.Count);
        Assert.Equal(2, world.Sandbox.Books.Calls.Count("AddMutatie"));

        // Sent it was, so that only a person can settle it: a newer event of it waits, other invoices do not.
        var newer = await host.SendAsync(Events.Invoice("7", id: "newer", occurredAt: "2026-03-04T09:00:00+01:00"));
        Assert.Equal((202, "accepted"), (newer.Status, newer.Outcome));
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("8"))).Outcome);
    }

    [Theory]
    [InlineData("other debtor's")]
    [InlineData("payment")]
    [InlineData("purchase")]
    public async Task Booking_of_ours_is_found_beside_somebody_elses_under_the_number(string stranger)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        AddStranger(world.Books, stranger);
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });

        await host.SendAsync(Events.Invoice("7"));
        await world.PassMinutesAsync(host, 10);

        var invoice = await host.InvoiceAsync("7");
        var adopted = world.Books.Mutations.Single(mutation => mutation.Number == invoice!["mutationNumber"]?.GetValue<long>());
        Assert.Equal((MutationKind.FactuurVerstuurd, "K100", 121m), (adopted.Kind, adopted.RelationCode, adopted.Total));
        Assert.Equal(2, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Fact]
    public async Task Two_identical_bookings_under_the_number_are_left_to_a_person()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("7"));
        var one = world.Books.AddInvoice("7", "K100", new DateOnly(2026, 3, 2), SameAmounts);
        var two = world.Books.AddInvoice("7", "K100", new DateOnly(2026, 3, 2), SameAmounts);

        await world.PassMinutesAsync(host, 10);

        await AssertHeldBackAsync(host, one.Number, two.Number);
        Assert.Equal(2, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Fact]
    public async Task Booking_claimed_by_another_tenant_of_the_administration_is_never_adopted()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.PlantTenantAsync("other");
        var theirs = await host.SendAsync(Events.Invoice("7"), "other");

        // Identical to the last fact, and refused as taken: CMUT018.
        var reply = await host.SendAsync(Events.Invoice("7"));

        Assert.Equal(("booked", "needs-attention"), (theirs.Outcome, reply.Outcome));
        await AssertHeldBackAsync(host, theirs.MutationNumber!.Value);
        Assert.Single(world.Books.Mutations);
        Assert.Equal("booked", await host.StateAsync("7", "other"));
    }

    [Fact]
    public async Task Booking_claimed_by_another_tenant_is_not_adopted_after_a_lost_answer_either()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.PlantTenantAsync("other");
        var theirs = await host.SendAsync(Events.Invoice("7"), "other");
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });

        var reply = await host.SendAsync(Events.Invoice("7"));
        Assert.Equal("accepted", reply.Outcome);
        await world.PassMinutesAsync(host, 10);

        await AssertHeldBackAsync(host, theirs.MutationNumber!.Value);
        Assert.Single(world.Books.Mutations);
    }

    private static SandboxMutation AddStranger(SandboxAdministration books, string stranger)
    {
        var today = new DateOnly(2026, 3, 2);
        books.AddRelation("K900", "Een Ander");
        return stranger switch
        {
            "last year's" => books.AddInvoice("7", "K100", new DateOnly(2025, 3, 2), SameAmounts),
            "other debtor's" => books.AddInvoice("7", "K900", today, SameAmounts),
            "other amounts" => books.AddInvoice("7", "K100", today, new SandboxMutationLine(200m, 42m, "HOOG_VERK_21", 21m, "8000")),
            "other VAT code" => books.AddInvoice("7", "K100", today, new SandboxMutationLine(121m, 0m, "GEEN", 0m, "8020")),
            "same sum in other VAT codes" => books.AddInvoice(
                "7",
                "K100",
                today,
                SameAmounts,
                new SandboxMutationLine(10m, 0m, "GEEN", 0m, "8020"),
                new SandboxMutationLine(-10m, 0m, "BU_EU_VERK", 0m, "8060")),
            "payment" => books.AddMutation(new SandboxMutation(
                MutationKind.FactuurbetalingOntvangen, today, "1010", [new SandboxMutationLine(121m, 0m, "GEEN", 0m, "1300")])
            {
                InvoiceNumber = "7", RelationCode = "K100", Description = "Betaling",
            }),
            "purchase" => books.AddMutation(new SandboxMutation(MutationKind.FactuurOntvangen, today, "1600", [SameAmounts])
            {
                InvoiceNumber = "7", RelationCode = "K100", Description = "Inkoop",
            }),
            _ => throw new ArgumentOutOfRangeException(nameof(stranger)),
        };
    }

    private static async Task AssertHeldBackAsync(Host host, params IReadOnlyList<long> found)
    {
        var invoice = await host.InvoiceAsync("7");
        Assert.Equal("needs-attention", invoice!["state"]!.GetValue<string>());
        Assert.Equal("number-in-use", Text(invoice, "code"));
        foreach (var number in found)
        {
            Assert.Contains(FormattableString.Invariant($"mutatie {number},"), Text(invoice, "nl"), StringComparison.Ordinal);
            Assert.Contains(FormattableString.Invariant($"mutatie {number},"), Text(invoice, "en"), StringComparison.Ordinal);
        }

        Assert.NotEqual("", Text(invoice, "actionNl"));
        Assert.NotEqual("", Text(invoice, "actionEn"));
    }

    private static string Text(JsonNode invoice, string name) => invoice["reason"]![name]!.GetValue<string>();
}
