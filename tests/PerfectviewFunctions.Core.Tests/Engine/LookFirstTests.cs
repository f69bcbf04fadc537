using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>In a store that was put back, an invoice is looked up before it is first sent; once, and where it may be.</summary>
public sealed class LookFirstTests
{
    private static readonly DateTimeOffset Restored = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AdministrationKey Administration = new("a1");

    private static readonly Invoice Invoice = new("F1", InvoiceState.Received, "e1", Restored.AddHours(1), Restored.AddHours(1))
    {
        Date = new DateOnly(2026, 3, 2),
    };

    private readonly InMemoryRowStore store = new();

    [Fact]
    public async Task Store_that_was_never_put_back_needs_none() => Assert.False(await IsNeededAsync(Invoice));

    [Fact]
    public async Task Invoice_of_before_the_restore_is_looked_up()
    {
        await RestoreAsync();

        Assert.True(await IsNeededAsync(Invoice));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(RestoreMark.DaysAhead, true)]
    [InlineData(RestoreMark.DaysAhead + 1, false)]
    public async Task Invoice_of_a_later_day_is_so_far_as_it_may_have_been_dated_ahead(int days, bool isNeeded)
    {
        await RestoreAsync();

        var later = Invoice with { Date = new DateOnly(2026, 3, 2).AddDays(days), OccurredAt = Restored.AddDays(days) };
        Assert.Equal(isNeeded, await IsNeededAsync(later));
    }

    [Theory]
    [InlineData("a1", "N-F1", 0, false)]
    [InlineData("a1", "N-F1", 1, false)]
    [InlineData("a1", "N-F1", -1, true)]
    [InlineData("a2", "N-F1", 1, true)]
    [InlineData("a1", "F1", 1, true)]
    public async Task Only_proof_from_since_then_for_that_number_and_administration_counts(
        string administration, string number, int ticks, bool isNeeded)
    {
        await RestoreAsync();
        var proof = new AbsenceProof(new AdministrationKey(administration), number, Restored.AddTicks(ticks));

        Assert.Equal(isNeeded, await IsNeededAsync(Invoice with { ProvenAbsent = proof }));
    }

    private Task RestoreAsync() => RestoreMarks.SetAsync(store, new RestoreMark(Restored.AddDays(-1), Restored), default);

    private Task<bool> IsNeededAsync(Invoice invoice) =>
        new LookFirst(new RestoreMarks(store)).IsNeededAsync(invoice, Administration, "N-F1", default);
}
