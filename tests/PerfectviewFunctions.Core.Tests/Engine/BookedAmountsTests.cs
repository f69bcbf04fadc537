using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>What was meant beside what the books made of it.</summary>
public sealed class BookedAmountsTests
{
    private static readonly BookingLine High = new(100m, 21m, "HOOG_VERK_21", 21m, "8000");
    private static readonly BookingLine Low = new(50m, 4.5m, "LAAG_VERK_9", 9m, "8010");

    public static TheoryData<string, BookedLine[], string?> Beside => new()
    {
        { "as sent", [new(100m, 21m, "HOOG_VERK_21"), new(50m, 4.5m, "LAAG_VERK_9")], null },
        { "in other lines", [new(50m, 4.5m, " LAAG_VERK_9 "), new(60m, 12.6m, "HOOG_VERK_21"), new(40m, 8.4m, "HOOG_VERK_21")], null },
        { "cents", [new(100.01m, 20.99m, "HOOG_VERK_21"), new(50m, 4.5m, "LAAG_VERK_9")], "HOOG_VERK_21 100.00 + 21.00 / 100.01 + 20.99" },
        { "five cents", [new(100m, 21m, "HOOG_VERK_21"), new(50m, 4.55m, "LAAG_VERK_9")], "LAAG_VERK_9 50.00 + 4.50 / 50.00 + 4.55" },
    };

    [Theory]
    [MemberData(nameof(Beside))]
    public void Within_cents(string why, BookedLine[] booked, string? differences)
    {
        Assert.NotEmpty(why);
        Assert.Equal(differences is null ? new BookedAmounts.AsSent() : new BookedAmounts.CentsApart(differences), Of(booked, High, Low));
    }

    public static TheoryData<string, BookedLine[]> Otherwise => new()
    {
        { "HOOG_VERK_21 100.00 + 21.00 / 100.00 + 20.94", [new(100m, 20.94m, "HOOG_VERK_21")] },
        { "HOOG_VERK_21 100.00 + 21.00 / 0.00 + 0.00; LAAG_VERK_9 0.00 + 0.00 / 100.00 + 21.00", [new(100m, 21m, "LAAG_VERK_9")] },
        { "HOOG_VERK_21 100.00 + 21.00 / 0.00 + 0.00", [] },
        { "HOOG_VERK_21 100.00 + 21.00 / -100.00 + -21.00", [new(-100m, -21m, "HOOG_VERK_21")] },
        { "GEEN 0.00 + 0.00 / 0.01 + 0.00", [new(100m, 21m, "HOOG_VERK_21"), new(0.01m, 0m, "GEEN")] },
    };

    [Theory]
    [MemberData(nameof(Otherwise))]
    public void More_than_cents_or_another_code_is_something_else(string differences, BookedLine[] booked) =>
        Assert.Equal(new BookedAmounts.Otherwise(differences), Of(booked, High));

    [Fact]
    public void Cents_of_net_and_vat_do_not_add_up_to_more() =>
        Assert.IsType<BookedAmounts.Otherwise>(Of([new(100.05m, 21.05m, "HOOG_VERK_21")], High));

    private static BookedAmounts Of(IReadOnlyList<BookedLine> booked, params BookingLine[] sent) => BookedAmounts.Of(
        new Booking("F1", "10001", new DateOnly(2026, 3, 2), "1300", "x", 14, "F1", sent), booked);
}
