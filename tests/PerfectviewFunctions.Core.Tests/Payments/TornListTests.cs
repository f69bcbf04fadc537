using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Payments;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments;

/// <summary>A list that was read in pages may lack an invoice that moved between them: one that is missing is asked for by its number before it counts.</summary>
public sealed class TornListTests
{
    private readonly PaymentBench bench = new();

    [Fact]
    public async Task Invoice_that_its_number_still_finds_open_did_not_vanish()
    {
        var tenant = await bench.AddTenantAsync(3);
        InPages(left: []);
        await bench.ReadAsync();

        InPages(left: ["F2"]);
        await bench.ReadAsync();

        Assert.Equal(PaymentState.Open, await bench.StateAsync(tenant, "F2"));
        Assert.Equal(["open", "open"], bench.Bench.Books.Calls);
    }

    [Fact]
    public async Task Invoice_that_its_number_does_not_find_either_is_looked_up()
    {
        var tenant = await bench.AddTenantAsync(3);
        InPages(left: []);
        await bench.ReadAsync();
        bench.Open.Remove("F2");

        await bench.ReadAsync();

        Assert.Equal(PaymentState.Paid, await bench.StateAsync(tenant, "F2"));
        Assert.Equal(["open", "open", "find F2"], bench.Bench.Books.Calls);
    }

    [Fact]
    public async Task What_was_paid_in_part_meanwhile_is_seen_in_the_row_that_is_found()
    {
        var tenant = await bench.AddTenantAsync(1);
        InPages(left: []);
        await bench.ReadAsync();
        InPages(left: ["F1"]);
        bench.Open["F1"] = bench.Open["F1"] with { Paid = 21m, Open = 100m };

        await bench.ReadAsync();

        Assert.Equal(PaymentState.PartlyPaid, await bench.StateAsync(tenant, "F1"));
    }

    /// <summary>A stranger's invoice has its number: it says nothing of ours, which is looked up.</summary>
    [Fact]
    public async Task Row_of_another_under_its_number_is_not_taken_for_it()
    {
        var tenant = await bench.AddTenantAsync(1);
        InPages(left: []);
        await bench.ReadAsync();
        bench.Open["F1"] = bench.Open["F1"] with { DebtorCode = "other", Amount = 7m, Open = 7m };

        await bench.ReadAsync();

        Assert.Contains("find F1", bench.Bench.Books.Calls);
        Assert.NotEqual(PaymentState.Open, await bench.StateAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Question_that_fails_changes_nothing()
    {
        var tenant = await bench.AddTenantAsync(1);
        InPages(left: []);
        await bench.ReadAsync();
        InPages(left: ["F1"], byNumber: new Answer<OpenItems>.NotDone(CallFailure.TimedOut));

        await bench.ReadAsync();

        Assert.Equal(PaymentState.Open, await bench.StateAsync(tenant, "F1"));
        Assert.DoesNotContain("find F1", bench.Bench.Books.Calls);
    }

    /// <param name="left">What the first reading of each hour lacks although it is open.</param>
    /// <param name="byNumber">What a question by number is answered; null for what is open.</param>
    private void InPages(IReadOnlyList<string> left, Answer<OpenItems>? byNumber = null)
    {
        bench.Bench.Books.OnReadOpen = () => bench.Bench.Books.Calls.Count(call => call == "open") == 1
            ? new Answer<OpenItems>.Success(new OpenItems([.. bench.Open.Where(item => !left.Contains(item.Key)).Select(item => item.Value)], IsSnapshot: false))
            : byNumber ?? new Answer<OpenItems>.Success(new OpenItems([.. bench.Open.Values], IsSnapshot: false));
    }
}
