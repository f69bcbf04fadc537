using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Relations;

/// <summary>Design: a hit by code counts only with a second fact, one by VAT number only where Chamber-of-Commerce numbers do not differ.</summary>
public sealed class DebtorMatchTests
{
    private const string Vat = "NL001234567B01";

    /// <summary>Every fact known, code 10001 as both systems number.</summary>
    private static readonly DebtorDetails Wanted = new("r-1", IsPerson: false)
    {
        Code = "10001",
        Name = "Bakkerij De Krul B.V.",
        VatNumber = Vat,
        ChamberOfCommerceNumber = "12345678",
        VisitingAddress = At("1011 AB"),
        PostalAddress = At("1000 AA"),
    };

    private static readonly DebtorDetails Nameless = Wanted with { VatNumber = null, ChamberOfCommerceNumber = null };

    private static readonly BookedDebtor Stranger = new(1, "10001", "Iemand Anders", "9999 ZZ", "", "NL999999999B01", "99999999");

    private static readonly BookedDebtor Elsewhere = Stranger with { Id = 2, Code = "20002" };

    private static readonly DebtorDetails Person = new("r-1", IsPerson: true)
    {
        Code = "10001", FirstName = "Sanne", Initials = "SJ", MiddleName = "van der", LastName = "Berg", InvoiceAddress = At("1011AB"),
    };

    public static TheoryData<string, DebtorDetails, BookedDebtor> Found => new()
    {
        { "code and VAT number", Wanted, Stranger with { VatNumber = Vat, ChamberOfCommerceNumber = "" } },
        { "code and Chamber-of-Commerce number", Wanted, Stranger with { ChamberOfCommerceNumber = "12345678" } },
        { "code, name and visiting postcode", Nameless, Stranger with { Name = Wanted.Name!, PostalCode = "1011AB" } },
        { "code, name and postal postcode", Nameless, Stranger with { Name = Wanted.Name!, PostalCode2 = "1000 aa" } },
        { "code in another case, with white space", Wanted with { Code = " kl-1 " }, Stranger with { Code = "KL-1", ChamberOfCommerceNumber = "12345678" } },
        { "VAT number alone", Wanted with { ChamberOfCommerceNumber = null }, Elsewhere with { VatNumber = Vat } },
        { "VAT number, no Chamber-of-Commerce number in the books", Wanted, Elsewhere with { VatNumber = Vat, ChamberOfCommerceNumber = " " } },
        { "VAT number and Chamber-of-Commerce number", Wanted, Elsewhere with { VatNumber = Vat, ChamberOfCommerceNumber = "1234 5678" } },
        { "VAT number without its country in the books", Wanted, Elsewhere with { VatNumber = "001234567B01", ChamberOfCommerceNumber = "" } },
        { "Chamber-of-Commerce number with a word before it", Wanted, Stranger with { ChamberOfCommerceNumber = "KvK: 12345678" } },
        { "VAT number with dots, spaces and small letters", Wanted, Elsewhere with { VatNumber = "nl 0012.34.567.b01", ChamberOfCommerceNumber = "" } },
    };

    public static TheoryData<string, DebtorDetails, BookedDebtor> Doubtful => new()
    {
        { "both number from 10001", Wanted, Stranger },
        { "code and name in another town", Nameless, Stranger with { Name = Wanted.Name! } },
        { "code and postcode, another name", Nameless, Stranger with { PostalCode = "1011AB" } },
        { "code and VAT number, but another company of the fiscal unity", Wanted, Stranger with { VatNumber = Vat } },
        { "code, name and postcode, but another Chamber-of-Commerce number", Wanted, Stranger with { Name = Wanted.Name!, PostalCode = "1011AB" } },
        { "VAT number of a fiscal unity", Wanted, Elsewhere with { VatNumber = Vat } },
        { "Chamber-of-Commerce number alone", Wanted, Elsewhere with { ChamberOfCommerceNumber = "12345678" } },
        { "name and postcode alone", Wanted, Elsewhere with { Name = "BAKKERIJ DE KRUL BV", PostalCode = "1011ab" } },
    };

    public static TheoryData<string, DebtorDetails, BookedDebtor> Unlike => new()
    {
        { "same name in another town", Wanted, Elsewhere with { Name = Wanted.Name! } },
        { "same postcode, another name", Wanted, Elsewhere with { PostalCode = "1011AB" } },
        { "no fact in common", Wanted, Elsewhere },
        { "empty facts never match", new DebtorDetails("r-1", false), new BookedDebtor(2, "", "", "", "", "", "") },
        { "facts of punctuation never match", Blank("-", "."), new BookedDebtor(2, "20002", "-", ".", "", "-", "-") },
        { "same name, both without a postcode", Wanted with { VisitingAddress = null, PostalAddress = null }, Elsewhere with { Name = Wanted.Name!, PostalCode = "" } },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void Find_beyond_doubt_is_found(string what, DebtorDetails wanted, BookedDebtor booked) =>
        Assert.True(Find(wanted, booked) is DebtorMatch.Found found && found.Debtor == booked, what);

    [Theory]
    [MemberData(nameof(Doubtful))]
    public void Find_resembling_is_for_a_person(string what, DebtorDetails wanted, BookedDebtor booked) =>
        Assert.True(Find(wanted, booked) is DebtorMatch.Doubtful { Candidates: [var only] } && only == booked, what);

    [Theory]
    [MemberData(nameof(Unlike))]
    public void Find_nothing_alike_is_none(string what, DebtorDetails wanted, BookedDebtor booked) =>
        Assert.True(Find(wanted, booked) is DebtorMatch.None, what);

    [Fact]
    public void Find_no_relations_is_none() => Assert.IsType<DebtorMatch.None>(Find(Wanted));

    [Fact]
    public void Find_two_of_a_fiscal_unity_takes_the_one_with_the_same_Chamber_of_Commerce_number()
    {
        var sister = Elsewhere with { VatNumber = Vat, ChamberOfCommerceNumber = "87654321" };
        var same = Elsewhere with { Id = 3, Code = "20003", VatNumber = Vat, ChamberOfCommerceNumber = "12345678" };

        Assert.Equal(same, Assert.IsType<DebtorMatch.Found>(Find(Wanted, sister, same)).Debtor);
    }

    /// <summary>The sister has our code by chance, since both systems number from 10001, and our VAT number since they are taxed as one.</summary>
    [Fact]
    public void Find_sister_company_that_has_our_code_is_not_taken_over()
    {
        var sister = Stranger with { VatNumber = Vat, ChamberOfCommerceNumber = "87654321" };
        var same = Elsewhere with { VatNumber = Vat, ChamberOfCommerceNumber = "12345678" };

        Assert.Equal(same, Assert.IsType<DebtorMatch.Found>(Find(Wanted, sister, same)).Debtor);
    }

    [Fact]
    public void Find_two_with_the_same_VAT_number_and_nothing_to_tell_them_apart_is_for_a_person()
    {
        var one = Elsewhere with { VatNumber = Vat, ChamberOfCommerceNumber = "" };
        var other = one with { Id = 3, Code = "20003" };

        Assert.Equal([one, other], Assert.IsType<DebtorMatch.Doubtful>(Find(Wanted, one, other)).Candidates);
    }

    [Fact]
    public void Find_candidate_by_several_facts_is_named_once() =>
        Assert.Single(Assert.IsType<DebtorMatch.Doubtful>(Find(
            Wanted with { Code = "20002" },
            Elsewhere with { VatNumber = Vat, Name = Wanted.Name!, PostalCode = "1011AB" })).Candidates);

    /// <summary>Whatever the tenant chose when it was made, or somebody typed.</summary>
    [Theory]
    [InlineData("Sanne van der Berg")]
    [InlineData("van der Berg")]
    [InlineData("Van der Berg")]
    [InlineData("S.J. van der Berg")]
    [InlineData("SJ van der Berg")]
    [InlineData("Berg, Sanne van der")]
    public void Find_person_goes_by_the_name_in_any_format(string booked)
    {
        Assert.IsType<DebtorMatch.Found>(Find(Person, Stranger with { Name = booked, PostalCode = "1011 AB" }));
        Assert.IsType<DebtorMatch.Doubtful>(Find(Person, Elsewhere with { Name = booked, PostalCode = "1011 AB" }));
        Assert.IsType<DebtorMatch.Doubtful>(Find(Person, Stranger with { Name = booked, PostalCode = "9999 ZZ" }));
        Assert.IsType<DebtorMatch.None>(Find(Person, Elsewhere with { Name = booked, PostalCode = "9999 ZZ" }));
    }

    [Theory]
    [InlineData("Sanne Berg")]
    [InlineData("Piet van der Berg")]
    [InlineData("Sanne")]
    [InlineData("")]
    public void Find_person_of_another_name_at_the_same_address_is_not_taken_over(string booked) =>
        Assert.IsType<DebtorMatch.Doubtful>(Find(Person, Stranger with { Name = booked, PostalCode = "1011 AB" }));

    [Fact]
    public void Find_candidate_by_several_formats_is_named_once() =>
        Assert.Single(Assert.IsType<DebtorMatch.Doubtful>(Find(
            new DebtorDetails("r-1", IsPerson: true) { LastName = "Berg", InvoiceAddress = At("1011AB") },
            Elsewhere with { Name = "Berg", PostalCode = "1011 AB" })).Candidates);

    private static DebtorMatch Find(DebtorDetails wanted, params BookedDebtor[] booked) => DebtorMatch.Find(wanted, new DebtorIndex(booked, isWhole: true));

    private static AddressDetails At(string postalCode) => new(null, null, null, postalCode, null, null);

    private static DebtorDetails Blank(string fact, string postalCode) => new("r-1", false)
    {
        Code = fact, Name = fact, VatNumber = fact, ChamberOfCommerceNumber = fact, VisitingAddress = At(postalCode),
    };
}
