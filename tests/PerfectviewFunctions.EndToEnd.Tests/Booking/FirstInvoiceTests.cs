using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Booking;

public sealed class FirstInvoiceTests
{
    [Fact]
    public async Task Signed_invoice_stands_in_the_books_to_the_cent_when_the_answer_comes()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(Events.Invoice("2026-0001", 100m));

        Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
        var booked = Assert.Single(world.Books.Mutations);
        Assert.Equal((reply.MutationNumber, "2026-0001", 121.00m), (booked.Number, booked.InvoiceNumber, booked.Total));
        var line = Assert.Single(booked.Lines);
        Assert.Equal((100.00m, 21.00m, "HOOG_VERK_21", "8000"), (line.Net, line.Vat, line.VatCode, line.CounterAccount));
        Assert.Equal(booked.RelationCode, Assert.Single(world.Books.Relations).Code);
        var invoice = await host.InvoiceAsync("2026-0001");
        Assert.Equal("booked", invoice!["state"]!.GetValue<string>());
        Assert.Equal(booked.Number, invoice["mutationNumber"]!.GetValue<long>());
    }

    [Fact]
    public async Task Calls_per_invoice_are_two_and_a_look_up_for_a_new_debtor_and_one_for_a_known_one()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Events.Invoice("2"));
        await host.SendAsync(Events.Invoice("3").For(Events.Debtor("rel-2", "Smederij Van IJzer", "K200")));

        Assert.Equal(
            ApiChoice.Said<IEnumerable<string>>(
                ["GetRelaties", "AddRelatie", "AddMutatie", "AddMutatie", "AddRelatie", "AddMutatie"],
                ["GetRelaties", "AddRelatie", "AddMutatie", "AddMutatie", "GetRelaties", "AddRelatie", "AddMutatie"]),
            world.Sandbox.Books.Calls.Steps());
    }
}
