using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments;

/// <summary>What a bookkeeper does to a booking in the books, and how it is followed.</summary>
public sealed class ChangedInTheBooksTests
{
    [Fact]
    public async Task Removed_booking_is_told_as_removed_and_followed_again_once_it_is_entered_again()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.CallsSinceLast();
        var booked = world.Books.Mutations.Single();

        Assert.True(world.Books.DeleteMutation(booked.Number));
        await world.ReadAsync(host);
        Assert.Equal(("Removed - -", "GetOpenPosten GetMutaties GetMutaties"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        await world.ReadAsync(host);
        Assert.Equal(("Removed - -", "GetOpenPosten"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        var again = world.Books.AddMutation(booked);
        await world.ReadAsync(host);
        Assert.Equal("Open 0.00 121.00", await host.PaidAsync("F1"));

        world.Pay("F1", Total);
        await world.ReadAsync(host);
        var payment = await host.PaymentAsync("F1");
        Assert.Equal(("Paid 121.00 0.00", again.Number), (Text(payment.Status), payment.Mutation));
        Assert.Equal(PaymentNoteKind.EnteredAgain, payment.Notes.Single().Kind);
    }

    [Fact]
    public async Task Renumbered_booking_is_followed_under_its_new_number()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.CallsSinceLast();

        Assert.True(world.Books.RenumberMutation(world.Books.Mutations.Single().Number, "2026-77"));
        await world.ReadAsync(host);
        Assert.Equal(("Open 0.00 121.00", "GetOpenPosten GetMutaties GetMutaties"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        world.Pay("2026-77", 21m);
        await world.ReadAsync(host);
        Assert.Equal(("PartlyPaid 21.00 100.00", "GetOpenPosten"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        world.Pay("2026-77", 100m);
        await world.ReadAsync(host);
        var payment = await host.PaymentAsync("F1");
        Assert.Equal(("Paid 121.00 0.00", "2026-77"), (Text(payment.Status), payment.NumberInBooks));
        Assert.Equal((PaymentNoteKind.Renumbered, "F1", "2026-77"), (payment.Notes[0].Kind, payment.Notes[0].Was, payment.Notes[0].Becomes));
    }

    [Fact]
    public async Task Renumbered_and_paid_within_the_hour_is_paid_an_hour_later()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);

        world.Books.RenumberMutation(world.Books.Mutations.Single().Number, "2026-77");
        world.Pay("2026-77", Total);
        await world.ReadAsync(host);
        Assert.Equal("Open 0.00 121.00", await host.PaidAsync("F1"));

        await world.ReadAsync(host);
        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));
    }

    [Fact]
    public async Task Changed_debtor_code_is_followed_without_a_look_up()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.CallsSinceLast();

        world.Books.ChangeRelation(world.Books.Relations.Single(relation => relation.Code == "K100").Id, new Dictionary<string, string>(), "K200");
        await world.ReadAsync(host);
        var payment = await host.PaymentAsync("F1");
        Assert.Equal(("Open 0.00 121.00", "K200", "GetOpenPosten"), (Text(payment.Status), payment.DebtorCode, world.CallsSinceLast()));

        world.Pay("F1", Total);
        await world.ReadAsync(host);
        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));
    }

    [Fact]
    public async Task Second_invoice_under_the_same_number_and_debtor_changes_nothing()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        var booked = world.Books.Mutations.Single();

        world.Books.AddMutation(booked);
        world.Pay("F1", 50m);
        await world.ReadAsync(host);

        Assert.Equal("Open 0.00 121.00", await host.PaidAsync("F1"));
    }
}
