using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Relations;

/// <summary>Debtors in books that list nothing but codes: each is looked for by code, e-mail and name, and other facts only confirm.</summary>
public sealed class SparseBooksTests
{
    private static readonly DebtorDetails Debtor = new("r-1", IsPerson: false)
    {
        Code = "10001", Name = "Bakkerij De Krul", VatNumber = "NL001234567B01", Email = "info@krul.example",
        VisitingAddress = new AddressDetails("Dorpsstraat", "1", null, "1011AB", "Amsterdam", "NL"),
    };

    private readonly Bench bench = new();

    public SparseBooksTests() => bench.Books.ListsCodesOnly = true;

    [Fact]
    public async Task Look_names_code_email_and_name()
    {
        await BookAsync();

        var look = Assert.Single(bench.Books.Looks);
        Assert.Equal(("10001", "info@krul.example", "Bakkerij De Krul"), (Assert.Single(look.Codes), look.Email, look.Name));
        Assert.Equal(["debtors", "add 10001", "book F1"], bench.Books.Calls);
    }

    [Fact]
    public async Task One_that_is_found_and_confirmed_is_linked_and_known_from_then_on()
    {
        bench.Books.Debtors.Add(Booked("10001") with { VatNumber = "NL001234567B01" });

        await BookAsync();
        await BookAsync("e2", "F2");

        Assert.Equal(["debtors", "book F1", "book F2"], bench.Books.Calls);
    }

    [Fact]
    public async Task One_that_nothing_confirms_is_left_to_a_person()
    {
        bench.Books.Debtors.Add(Booked("10001"));

        Assert.Equal((InvoiceState.NeedsAttention, ReasonCode.DebtorAmbiguous), await BookAsync());
        Assert.Equal(["debtors"], bench.Books.Calls);
    }

    /// <summary>There are more with its name than cards may be read: one of the others may be it.</summary>
    [Fact]
    public async Task One_of_many_with_its_name_is_left_to_a_person()
    {
        bench.Books.Debtors.Add(Booked("20002") with { Name = "Bakkerij De Krul", IsUnread = true });

        Assert.Equal((InvoiceState.NeedsAttention, ReasonCode.DebtorAmbiguous), await BookAsync());
    }

    [Fact]
    public async Task Same_name_elsewhere_is_another_and_it_is_made()
    {
        bench.Books.Debtors.Add(Booked("20002") with { Name = "Bakkerij De Krul", PostalCode = "9999ZZ" });

        Assert.Equal((InvoiceState.Booked, null), await BookAsync());
        Assert.Contains("add 10001", bench.Books.Calls);
    }

    [Fact]
    public async Task Creation_of_which_the_answer_was_lost_is_found_by_its_code()
    {
        bench.Books.OnAddDebtor = card =>
        {
            bench.Books.Debtors.Add(BookedDebtor.Of(7, card));
            return new Answer<long>.Unclear(CallFailure.TimedOut);
        };

        Assert.Equal((InvoiceState.Booked, null), await BookAsync());
        Assert.Equal(["debtors", "add 10001", "debtors", "book F1"], bench.Books.Calls);
    }

    [Theory]
    [InlineData("CREL001")]
    [InlineData("REL_049")]
    public async Task Code_that_is_taken_is_looked_at_and_left_to_a_person(string code)
    {
        bench.Books.OnAddDebtor = card =>
        {
            if (card.Code != "10001")
            {
                return null;
            }

            bench.Books.Debtors.Add(Booked("10001"));
            return new Answer<long>.Refused(code);
        };

        Assert.Equal((InvoiceState.NeedsAttention, ReasonCode.DebtorAmbiguous), await BookAsync());
        Assert.All(bench.Books.Looks, look => Assert.Contains("10001", look.Codes));
    }

    [Theory]
    [InlineData("CMUT017")]
    [InlineData("MUT_013")]
    public async Task Relation_that_somebody_renumbered_is_found_by_its_id(string code)
    {
        bench.Books.Debtors.Add(Booked("10001") with { VatNumber = "NL001234567B01" });
        await BookAsync();
        bench.Books.Debtors[0] = bench.Books.Debtors[0] with { Code = "55555" };
        bench.Books.OnBook = booking => booking.DebtorCode == "10001" ? new Answer<BookingReceipt>.Refused(code) : null;

        Assert.Equal((InvoiceState.Booked, null), await BookAsync("e2", "F2"));
        Assert.Equal([500L], bench.Books.Looks.Last().Ids);
    }

    private async Task<(InvoiceState, string?)> BookAsync(string id = "e1", string number = "F1")
    {
        var tenant = await bench.Tenants.FindAsync(TenantId.Parse("demo"), default) ?? await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid(id, number, debtor: Debtor));
        var invoice = (await bench.Invoices.FindAsync(tenant.Id, number, default))!;
        return (invoice.State, invoice.Reason?.Code);
    }

    private static BookedDebtor Booked(string code) => new(500, code, "Iemand Anders", "", "", "", "");
}
