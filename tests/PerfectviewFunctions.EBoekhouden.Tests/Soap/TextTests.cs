using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>Hostile and merely unusual text, out and in.</summary>
public sealed class TextTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("Jansen & Zn <B.V.> \"'", "Jansen & Zn <B.V.> \"'")]
    [InlineData("]]></Omschrijving><Soort>Memoriaal</Soort>", "]]></Omschrijving><Soort>Memoriaal</Soort>")]
    [InlineData("&amp; &#65; <!-- --> <?x?>", "&amp; &#65; <!-- --> <?x?>")]
    [InlineData("één € \U0001F9FE 日本", "één € \U0001F9FE 日本")]
    [InlineData("a\r\nb\rc\nd\te", "a\r\nb\rc\nd\te")]
    [InlineData("  spaces  ", "  spaces  ")]
    [InlineData("a\0b\u0001c\u0008d\u000Be\u001Ff", "abcdef")]
    [InlineData("\u001B[31mred", "[31mred")]
    [InlineData("a\uFFFEb\uFFFFc", "abc")]
    [InlineData("\u0001", "")]
    public async Task Text_arrives_as_it_was_but_for_what_xml_can_not_carry(string text, string expected)
    {
        await bench.Books.BookAsync(Bench.Credentials, Bench.Booking with { Description = text }, bench.LongEnough);

        Assert.Equal(expected, bench.Service.Single("AddMutatie").Value("Omschrijving"));
    }

    [Fact]
    public async Task Half_a_character_is_left_out()
    {
        // Not as InlineData: lone surrogates do not survive in attributes.
        var text = "a" + (char)0xD83D + "b" + (char)0xDE00 + (char)0xD83D + "\U0001F600" + (char)0xD83D;

        await bench.Books.BookAsync(Bench.Credentials, Bench.Booking with { Description = text }, bench.LongEnough);

        Assert.Equal("ab\U0001F600", bench.Service.Single("AddMutatie").Value("Omschrijving"));
    }

    [Fact]
    public async Task Control_character_in_a_name_loses_no_list()
    {
        bench.Service.On("GetRelaties", "<Relaties><cRelatie><ID>5</ID><Code>A&#x1;B</Code><Bedrijf>Jan&#x0;sen<![CDATA[ & <Zn>]]></Bedrijf></cRelatie></Relaties>");

        var answer = await bench.ReadDebtorsAsync();

        var debtor = Assert.Single(Assert.IsType<Answer<IReadOnlyList<BookedDebtor>>.Success>(answer).Value);
        Assert.Equal(("AB", "Jansen & <Zn>"), (debtor.Code, debtor.Name));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("nl-NL")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public async Task Culture_of_the_machine_changes_nothing(string culture)
    {
        bench.Service.On("AddMutatie", "<Mutatienummer>12</Mutatienummer>");
        bench.Service.On("GetOpenPosten", """
            <Openposten><cOpenPost><MutDatum>2026-01-31T00:00:00</MutDatum><MutFactuur>1</MutFactuur><RelCode>1</RelCode><RelBedrijf>1</RelBedrijf>
            <Bedrag>1234.5</Bedrag><Voldaan>-0.5</Voldaan><Openstaand>1235</Openstaand></cOpenPost></Openposten>
            """);
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(culture);

        Assert.Equal(new Answer<long>.Success(12), await bench.BookAsync());
        var item = Assert.Single(Assert.IsType<Answer<IReadOnlyList<OpenItem>>.Success>(await bench.ReadOpenItemsAsync()).Value);

        var request = bench.Service.Single("AddMutatie");
        Assert.Equal(("1234.50", "2026-01-31", "0"), (request.Value("BedragInvoer"), request.Value("Datum"), request.Value("MutatieNr")));
        Assert.Equal((1234.5m, -0.5m, 1235m, new DateOnly(2026, 1, 31)), (item.Amount, item.Paid, item.Open, item.Date));
    }
}
