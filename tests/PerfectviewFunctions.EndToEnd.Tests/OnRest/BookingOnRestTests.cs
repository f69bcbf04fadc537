using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnRest;

/// <summary>Invoices booked by the REST API, seen in the books.</summary>
public sealed class BookingOnRestTests
{
    private static readonly SandboxSwitches LongSessions = new() { SessionLifetime = TimeSpan.FromDays(30) };

    [Fact]
    public async Task Signed_invoice_stands_in_the_books_to_the_cent_when_the_answer_comes()
    {
        var (world, host) = await World.StartAsync(api: BookkeepingApi.Rest);
        await using var _ = world;

        var reply = await host.SendAsync(Events.Invoice("2026-0001", 100m));

        Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
        var booked = Assert.Single(world.Books.Mutations);
        Assert.Equal((reply.MutationNumber, "2026-0001", 121.00m), (booked.Number, booked.InvoiceNumber, booked.Total));
        var line = Assert.Single(booked.Lines);
        Assert.Equal((100.00m, 21.00m, "HOOG_VERK_21", "8000"), (line.Net, line.Vat, line.VatCode, line.CounterAccount));
        Assert.Equal(booked.RelationCode, Assert.Single(world.Books.Relations).Code);
        Assert.All(world.Sandbox.Books.Calls.Log, call => Assert.Equal(CallApi.Rest, call.Api));
    }

    [Fact]
    public async Task Known_debtor_and_known_vat_code_take_one_call_for_each_invoice()
    {
        var (world, host) = await World.StartAsync(LongSessions, api: BookkeepingApi.Rest);
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        world.Sandbox.Books.Calls.Clear();

        for (var number = 1; number <= 5; number++)
        {
            Assert.Equal("booked", (await host.SendAsync(Events.Invoice($"F{number}", 10.01m * number))).Outcome);
        }

        Assert.Equal(Enumerable.Repeat("AddMutatie", 5), world.Sandbox.Books.Calls.Log.Select(call => call.Operation));
    }

    [Fact]
    public async Task Credit_is_booked_with_negative_amounts()
    {
        var (world, host) = await World.StartAsync(api: BookkeepingApi.Rest);
        await using var _ = world;
        var credit = Events.Invoice("C1", -100m);
        credit["type"] = "invoice.credited";
        credit.InvoiceOf()["creditOf"] = "F1";

        Assert.Equal("booked", (await host.SendAsync(credit)).Outcome);
        Assert.Equal(-121m, Assert.Single(world.Books.Mutations).Total);
    }

    /// <summary>Reverse charge is on where the books are a sandbox, as it is for who tried it; a host that was not told so holds it back and sends nothing.</summary>
    [Fact]
    public async Task Reverse_charge_waits_until_it_is_switched_on()
    {
        var (world, _) = await World.StartAsync(api: BookkeepingApi.Rest);
        await using var __ = world;
        var host = await world.AddHostAsync(builder => builder.Services.AddEBoekhoudenOf(world.Sandbox, reverseCharge: false));
        var shifted = Events.Invoice("V1", 100m).With(invoice =>
        {
            invoice["total"] = 100m;
            invoice["vatTotals"] = new JsonArray(Events.VatTotal("NL_REVERSE_CHARGE", 100m, 0m));
        });

        var reply = await host.SendAsync(shifted);

        Assert.Equal((200, "needs-attention", "rest-reverse-charge-off"), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Empty(world.Books.Mutations);
        Assert.Equal(0, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Fact]
    public async Task Long_description_is_cut_and_the_trail_has_it_whole()
    {
        var settings = World.Settings with { Description = "Factuur {number} voor {debtor} van de maand waarin zij werd verstuurd" };
        var (world, host) = await World.StartAsync(settings: settings, api: BookkeepingApi.Rest);
        await using var _ = world;

        await host.SendAsync(Events.Invoice("F1"));

        Assert.Equal("Factuur F1 voor Bakkerij De Korenbloem van de maan", Assert.Single(world.Books.Mutations).Description);
        var trail = (await host.InvoiceAsync("F1"))!.ToJsonString();
        Assert.Contains("van de maand waarin zij werd verstuurd", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttled_booking_is_certainly_not_made_and_sent_again()
    {
        var (world, host) = await World.StartAsync(LongSessions, api: BookkeepingApi.Rest);
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie", RetryAfter = TimeSpan.FromMinutes(20) });

        var reply = await host.SendAsync(Events.Invoice("F1"));
        Assert.Equal((202, "books-throttled"), (reply.Status, reply.ReasonCode));
        await world.PassMinutesAsync(host, 19);
        Assert.Single(world.Books.Mutations);
        await world.PassMinutesAsync(host, 3);

        Assert.Equal("booked", await host.StateAsync("F1"));
        Assert.Equal(2, world.Books.Mutations.Count);
    }

    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.CommitLater)]
    [InlineData(FaultKind.ConnectionReset)]
    [InlineData(FaultKind.Http500Before)]
    [InlineData(FaultKind.Http500After)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.NoMutationNumber)]
    [InlineData(FaultKind.SessionGone)]
    public async Task Whatever_becomes_of_the_answer_it_is_booked_once(FaultKind kind)
    {
        foreach (var duplicates in Enum.GetValues<DuplicateRule>())
        {
            var (world, host) = await World.StartAsync(LongSessions with { Duplicates = duplicates }, api: BookkeepingApi.Rest);
            await using var _ = world;
            await host.SendAsync(Events.Invoice("first"));
            world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(100) });

            await host.SendAsync(Events.Invoice("F1"));
            await world.PassMinutesAsync(host, 6);
            await host.SendAsync(Events.Invoice("F1", id: "again"));
            await world.PassAsync(host, TimeSpan.FromHours(3), TimeSpan.FromHours(1));

            Assert.Equal("booked", await host.StateAsync("F1"));
            Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == "F1");
            Assert.Empty(await host.DueRowsAsync());

            // The books' own refusal of a second booking is the last fence: it was never leant on.
            Assert.DoesNotContain(world.Sandbox.Books.Calls.Log, call => call.Outcome is "MUT_019" or "MUT_020");
        }
    }

    [Fact]
    public async Task Number_that_stands_in_the_books_already_is_left_to_a_person()
    {
        var (world, host) = await World.StartAsync(LongSessions, api: BookkeepingApi.Rest);
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        var relation = Assert.Single(world.Books.Relations).Code;
        world.Books.AddMutation(new SandboxMutation(
            MutationKind.FactuurVerstuurd, new DateOnly(2026, 1, 2), SandboxDemo.DebtorAccount, [new SandboxMutationLine(50m, 10.5m, "HOOG_VERK_21", 21, SandboxDemo.RevenueAccount)])
        {
            InvoiceNumber = "F1", RelationCode = relation, Description = "By hand",
        });

        await host.SendAsync(Events.Invoice("F1"));
        await world.PassMinutesAsync(host, 6);

        var invoice = await host.InvoiceAsync("F1");
        Assert.Equal(("needs-attention", "number-in-use"), (invoice!["state"]!.GetValue<string>(), invoice["reason"]!["code"]!.GetValue<string>()));
        Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == "F1");
    }
}
