using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

public sealed class AdoptionTests
{
    private static readonly DateOnly Date = new(2026, 3, 2);

    private static readonly Booking Sent = new(
        "N-F1", "10001", Date, "1300", "F1", 14, "F1",
        [
            new BookingLine(100m, 21m, "HOOG_VERK_21", 21m, "8000"),
            new BookingLine(50m, 10.5m, "HOOG_VERK_21", 21m, "8001"),
            new BookingLine(10m, 0.9m, "LAAG_VERK_9", 9m, "8000"),
        ]);

    private static readonly BookedMutation Same = new(
        7, true, Date, "N-F1", "10001",
        [new BookedLine(150m, 31.5m, "HOOG_VERK_21"), new BookedLine(10m, 0.9m, "LAAG_VERK_9")]);

    public static TheoryData<string, BookedMutation> Ours => new()
    {
        { "lines added up by the books", Same },
        { "lines as sent, in another order", Same with { Lines = [.. Sent.Lines.Reverse().Select(Booked)] } },
        { "white space around what it shows", Same with { InvoiceNumber = " N-F1 ", DebtorCode = "10001 ", Lines = Padded(Same.Lines) } },
        { "amounts with more zeroes", Same with { Lines = [new(150.000m, 31.50m, "HOOG_VERK_21"), new(10.00m, 0.90m, "LAAG_VERK_9")] } },
    };

    public static TheoryData<string, BookedMutation> Others => new()
    {
        { "a payment", Same with { IsInvoiceSent = false } },
        { "last year's", Same with { Date = Date.AddYears(-1) } },
        { "of the day after", Same with { Date = Date.AddDays(1) } },
        { "another tenant's number", Same with { InvoiceNumber = "S-F1" } },
        { "a number that goes on", Same with { InvoiceNumber = "N-F10" } },
        { "a number in another case", Same with { InvoiceNumber = "n-f1" } },
        { "another debtor", Same with { DebtorCode = "10002" } },
        { "no debtor", Same with { DebtorCode = "" } },
        { "a cent more net", Same with { Lines = [new(150.01m, 31.5m, "HOOG_VERK_21"), new(10m, 0.9m, "LAAG_VERK_9")] } },
        { "a cent less VAT", Same with { Lines = [new(150m, 31.49m, "HOOG_VERK_21"), new(10m, 0.9m, "LAAG_VERK_9")] } },
        { "the same sum under one code", Same with { Lines = [new(160m, 32.4m, "HOOG_VERK_21")] } },
        { "amounts with their codes exchanged", Same with { Lines = [new(150m, 31.5m, "LAAG_VERK_9"), new(10m, 0.9m, "HOOG_VERK_21")] } },
        { "a code more", Same with { Lines = [.. Same.Lines, new(0m, 0m, "GEEN")] } },
        { "a code less", Same with { Lines = [Same.Lines[0]] } },
        { "the credit of it", Same with { Lines = [.. Same.Lines.Select(line => line with { Net = -line.Net, Vat = -line.Vat })] } },
        { "no lines", Same with { Lines = [] } },
    };

    [Theory]
    [MemberData(nameof(Ours))]
    public void Matches_ours_however_it_is_shown(string what, BookedMutation mutation) =>
        Assert.True(Adoption.Matches(Sent, Found(mutation)) is [{ Number: 7 }], what);

    [Theory]
    [MemberData(nameof(Others))]
    public void Matches_not_ours_to_the_last_fact_finds_nothing(string what, BookedMutation mutation) =>
        Assert.True(Adoption.Matches(Sent, Found(mutation)) is [], what);

    [Fact]
    public void Matches_two_alike_gives_both() =>
        Assert.Equal([7, 8], Adoption.Matches(Sent, Found(Same, Same with { Number = 8 })).Select(mutation => mutation.Number));

    [Fact]
    public void WithNumber_gives_all_of_the_number_whatever_they_are()
    {
        var payment = Same with { Number = 8, IsInvoiceSent = false, InvoiceNumber = " N-F1" };
        var other = Same with { Number = 9, InvoiceNumber = "N-F11" };

        Assert.Equal([7, 8], Adoption.WithNumber(Sent, Found(Same, payment, other)).Select(mutation => mutation.Number));
    }

    [Fact]
    public void Describe_shows_amounts_with_a_point_and_at_most_five()
    {
        var text = Adoption.Describe([.. Enumerable.Range(1, 7).Select(number => Same with { Number = number })]);

        Assert.StartsWith("mutatie 1, 2026-03-02, 10001, 192.40; ", text, StringComparison.Ordinal);
        Assert.EndsWith("mutatie 5, 2026-03-02, 10001, 192.40", text, StringComparison.Ordinal);
    }

    private static BookedLine Booked(BookingLine line) => new(line.Net, line.Vat, line.VatCode);

    private static IReadOnlyList<BookedLine> Padded(IReadOnlyList<BookedLine> lines) =>
        [.. lines.Select(line => line with { VatCode = line.VatCode + " " })];

    private static FoundBookings Found(params BookedMutation[] mutations) => new(mutations, Complete: true);
}
