using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class LikenessTests
{
    private static readonly DebtorDetails Said = new("r-1", IsPerson: false)
    {
        Name = "Bakkerij Jansen",
        Code = "10001",
        VatNumber = "NL001234567B01",
        ChamberOfCommerceNumber = "12345678",
        PostalAddress = new AddressDetails("Kade", "1", null, "1234AB", "Ede", null),
    };

    [Fact]
    public void What_is_written_otherwise_is_the_same()
    {
        var found = Likeness.Of(Said, new BookedDebtor(1, "10001 ", "bakkerij jansen", "", "1234 ab", "NL 0012.34.567.B.01", "1234 5678"));

        Assert.All(found, one => Assert.Equal(Agreement.Same, one.Agreement));
        Assert.Equal(Enum.GetValues<LikenessFact>(), found.Select(one => one.Fact));
    }

    [Fact]
    public void What_differs_differs() =>
        Assert.All(
            Likeness.Of(Said, new BookedDebtor(1, "10002", "Bakkerij Pietersen", "9999 ZZ", "", "NL001234568B01", "87654321")),
            one => Assert.Equal(Agreement.Different, one.Agreement));

    [Fact]
    public void What_one_of_the_two_does_not_know_tells_nothing()
    {
        var unsaid = new DebtorDetails("r-1", IsPerson: false);

        Assert.All(Likeness.Of(Said, new BookedDebtor(1, "", "", "", " ", "", "")), one => Assert.Equal(Agreement.Unknown, one.Agreement));
        Assert.All(Likeness.Of(unsaid, new BookedDebtor(1, "1", "A", "1", "", "1", "1")), one => Assert.Equal(Agreement.Unknown, one.Agreement));
    }

    [Fact]
    public void Person_is_the_same_in_whatever_form_the_name_stands_in_the_books() =>
        Assert.Equal(
            Agreement.Same,
            Likeness.Of(
                new DebtorDetails("r-1", IsPerson: true) { FirstName = "Sanne", MiddleName = "van der", LastName = "Berg" },
                new BookedDebtor(1, "1", "Berg, Sanne van der", "", "", "", ""))[0].Agreement);
}
