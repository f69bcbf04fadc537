using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>The card of one relation: which one, and what is read of it.</summary>
public sealed class ReadDebtorTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Card_holds_what_every_field_says()
    {
        var read = await ReadAsync(WireRelation.Filled);

        Assert.Equal(
            new DebtorCard("deb 10001", IsPerson: false, "Café <De Maan> & Zn.")
            {
                ContactPerson = " A. de Vries, afd. inkoop ",
                Gender = "v",
                Salutation = "Geachte mevrouw De Vries,",
                VisitingAddress = new DebtorAddress("Dorpsstraat 1-a", "1234ab", "'s-Gravenmoer", "NL"),
                PostalAddress = new DebtorAddress("Postbus 9", "B-2000", "Antwerpen", "België"),
                Phone = "020 - 123 45 67",
                MobilePhone = "+31 (0)6 12345678",
                Email = "Info@Example.test; b@example.test",
                Website = "HTTPS://example.test/?a=1&b=2",
                VatNumber = "NL 0000.00.000.B01",
                ChamberOfCommerceNumber = "01 23 45 67",
                Iban = "nl00 TEST 0123 4567 89",
                Bic = "testnl2a",
                Note = "  eerste regel\n\n\ttweede regel\nderde \U0001F9FE ",
            },
            read.Card);
        Assert.Equal((WireRelation.Id, "020-7654321", "13201869"), (read.Id, read.Rest["FAX"], read.Rest["Gb_ID"]));
    }

    [Theory]
    [InlineData("B", false)]
    [InlineData("P", true)]
    [InlineData("p", false)]
    [InlineData("X", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task Only_a_p_makes_a_person(string? kind, bool isPerson) =>
        Assert.Equal(isPerson, (await ReadAsync(WireRelation.With(("BP", kind)))).Card.IsPerson);

    [Theory]
    [InlineData("m", "m")]
    [InlineData("M", "m")]
    [InlineData("v", "v")]
    [InlineData("V", "v")]
    [InlineData("a", "")]
    [InlineData(" m", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public async Task Gender_is_m_or_v_or_none(string? text, string gender) =>
        Assert.Equal(gender, (await ReadAsync(WireRelation.With(("Geslacht", text)))).Card.Gender);

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    public async Task Note_has_one_kind_of_line_end(string note) =>
        Assert.Equal("a\nb", (await ReadAsync(WireRelation.With(("Notitie", note)))).Card.Note);

    [Fact]
    public async Task Card_with_an_id_only_is_empty()
    {
        var read = await ReadAsync([("ID", "4711")]);

        Assert.Equal(new DebtorCard("", IsPerson: false, ""), read.Card);
        Assert.Empty(read.Rest);
    }

    [Fact]
    public async Task Relation_with_exactly_the_id_is_taken_whatever_else_comes()
    {
        bench.Service.On("GetRelaties", WireRelation.Listed(
            [("ID", "47110"), ("Gb_ID", "no number")], WireRelation.With(("Bedrijf", "De ware")), [("ID", "471")]));

        var read = Assert.IsType<Answer<BookedCard?>.Success>(await bench.ReadDebtorAsync()).Value;

        Assert.Equal((WireRelation.Id, "De ware"), (read?.Id, read?.Card.Name));
    }

    [Theory]
    [InlineData("<Relaties />")]
    [InlineData("<ErrorMsg><LastErrorCode /></ErrorMsg><Relaties></Relaties>")]
    [InlineData("<Relaties xsi:nil=\"true\" />")]
    [InlineData("<ErrorMsg />")]
    [InlineData("")]
    [InlineData("<Relaties><cRelatie><ID>47110</ID></cRelatie><cRelatie><ID>12</ID><Code>4711</Code></cRelatie></Relaties>")]
    public async Task Relation_that_is_not_there_is_none(string result)
    {
        bench.Service.On("GetRelaties", result);

        Assert.Equal(new Answer<BookedCard?>.Success(null), await bench.ReadDebtorAsync());
    }

    [Theory]
    [InlineData("<Relaties><cRelatie /></Relaties>")]
    [InlineData("<Relaties><cRelatie xsi:nil=\"true\" /></Relaties>")]
    [InlineData("<Relaties><cRelatie><ID>vier</ID></cRelatie></Relaties>")]
    [InlineData("<Relaties><cRelatie><Code>4711</Code></cRelatie></Relaties>")]
    [InlineData("<Relaties><cRelatie><ID>4711</ID><Gb_ID>1.5</Gb_ID></cRelatie></Relaties>")]
    [InlineData("<Relaties><cRelatie><ID>4711</ID><GeenEmail>ja</GeenEmail></cRelatie></Relaties>")]
    [InlineData("<Relaties><relatie><ID>4711</ID></relatie></Relaties>")]
    [InlineData("<ErrorMsg><LastErrorDescription>Er ging iets mis</LastErrorDescription></ErrorMsg><Relaties />")]
    public async Task Relation_that_can_not_be_read_is_not_one_that_is_not_there(string result)
    {
        bench.Service.On("GetRelaties", result);

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<BookedCard?>.NotDone>(await bench.ReadDebtorAsync()).Code);
    }

    [Fact]
    public async Task Refusal_is_passed_on()
    {
        bench.Service.On("GetRelaties", Wire.Error("E001.5", "Onvoldoende rechten"));

        Assert.Equal(new Answer<BookedCard?>.Refused("E0015", "Onvoldoende rechten"), await bench.ReadDebtorAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Id_that_is_none_is_never_asked_for(long id)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => bench.Books.ReadDebtorAsync(Bench.Credentials, id, default));

        Assert.Empty(bench.Service.Operations);
    }

    private async Task<BookedCard> ReadAsync(IReadOnlyList<(string Name, string Text)> relation)
    {
        bench.Service.On("GetRelaties", WireRelation.Listed(relation));
        var read = Assert.IsType<Answer<BookedCard?>.Success>(await bench.ReadDebtorAsync()).Value;
        return Assert.IsType<BookedCard>(read);
    }
}
