using PerfectviewFunctions.Core.Bookkeeping;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Bookkeeping;

public sealed class BookkeepingTests
{
    [Fact]
    public void Credentials_never_print_what_they_hold()
    {
        BookkeepingCredentials credentials = new BookkeepingCredentials.Soap("ann", "0123456789abcdef0123456789abcdef", "5d3c6a0e");

        Assert.Equal("SOAP credentials", $"{credentials}");
    }

    [Fact]
    public void Total_of_a_mutation_is_net_and_VAT_of_all_its_lines()
    {
        var mutation = new BookedMutation(
            7, true, new DateOnly(2026, 3, 2), "F1", "10001", [new(100m, 21m, "HOOG_VERK_21"), new(-10m, -0.9m, "LAAG_VERK_9")]);

        Assert.Equal(110.10m, mutation.Total);
        Assert.False(mutation.IsInvoicePayment);
        Assert.Equal("", mutation.Lines[0].InvoiceNumber);
        Assert.Equal(121m, new BookingLine(100m, 21m, "HOOG_VERK_21", 21m, "8000").Gross);
    }

    [Fact]
    public void Debtor_is_recognised_by_the_facts_of_its_card()
    {
        var card = new DebtorCard("10001", IsPerson: false, "Bakkerij De Krul")
        {
            VisitingAddress = new DebtorAddress("Kade 1", "1012 AB", "Amsterdam", "Nederland"),
            PostalAddress = new DebtorAddress("Postbus 2", "3500 CD", "Utrecht", "Nederland"),
            VatNumber = "NL001234567B01",
            ChamberOfCommerceNumber = "12345678",
        };

        Assert.Equal(
            new BookedDebtor(77, "10001", "Bakkerij De Krul", "1012 AB", "3500 CD", "NL001234567B01", "12345678"), BookedDebtor.Of(77, card));
    }

    /// <summary>What is not said is sent as empty, never as a word of ours.</summary>
    [Fact]
    public void Card_says_nothing_but_what_it_was_given()
    {
        var card = new DebtorCard("10001", IsPerson: true, "Sanne");

        Assert.All(
            [
                card.ContactPerson, card.Gender, card.Salutation, card.Phone, card.MobilePhone, card.Email, card.Website, card.VatNumber,
                card.ChamberOfCommerceNumber, card.Iban, card.Bic, card.Note,
            ],
            Assert.Empty);
        Assert.Equal((new DebtorAddress("", "", "", ""), DebtorAddress.None), (card.VisitingAddress, card.PostalAddress));
    }
}
