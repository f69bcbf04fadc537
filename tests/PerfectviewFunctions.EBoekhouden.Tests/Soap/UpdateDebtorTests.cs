using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>A changed card goes back whole, and nothing of it that was not changed is lost.</summary>
public sealed class UpdateDebtorTests : IDisposable
{
    private readonly Bench bench = new();

    public UpdateDebtorTests() => bench.Service.On("UpdateRelatie", "<LastErrorCode />");

    /// <summary>Every field that a card knows, with a change of it and what is sent then.</summary>
    public static TheoryData<string, string> Changes => new()
    {
        { "Code", "PV2" },
        { "Bedrijf", "Nieuw & Co" },
        { "Contactpersoon", "B. Jansen" },
        { "Geslacht", "m" },
        { "Adres", "Kerkweg 2" },
        { "Postcode", "4321 BA" },
        { "Plaats", "Breda" },
        { "Land", "Nederland" },
        { "Adres2", "Kerkweg 3" },
        { "Postcode2", "4321 BB" },
        { "Plaats2", "Tilburg" },
        { "Land2", "Duitsland" },
        { "Telefoon", "076-1234567" },
        { "GSM", "0687654321" },
        { "Email", "nieuw@example.test" },
        { "Site", "example.test" },
        { "Notitie", "Eén\nregel meer" },
        { "BTWNummer", "BE0000000000" },
        { "KvkNummer", "76543210" },
        { "Aanhef", "Geachte heer Jansen" },
        { "IBAN", "BE00000000000000" },
        { "BIC", "TESTBEBB" },
        { "BP", "P" },
    };

    /// <summary>Each of them cleared. A code, a name and a kind there always is.</summary>
    public static TheoryData<string> Clearable =>
        [.. Changes.Select(row => (string)row[0]).Where(name => name is not ("Code" or "Bedrijf" or "BP"))];

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_of_one_field_leaves_every_other_as_it_came(string name, string text)
    {
        var read = await ReadAsync(WireRelation.Filled);

        var sent = await UpdateAsync(read with { Card = Change(read.Card, name, text) });

        Assert.Equal(WireRelation.With((name, text)), sent);
    }

    [Theory]
    [MemberData(nameof(Clearable))]
    public async Task Cleared_field_is_sent_empty_and_every_other_as_it_came(string name)
    {
        var read = await ReadAsync(WireRelation.Filled);

        var sent = await UpdateAsync(read with { Card = Change(read.Card, name, "") });

        Assert.Equal(WireRelation.With((name, "")), sent);
    }

    /// <summary>The service gives a note no length (AddRelatie: "max").</summary>
    [Fact]
    public async Task Note_of_any_length_goes_back_as_it_came()
    {
        var card = WireRelation.With(("Notitie", new string('n', 300_000)));

        Assert.Equal(card, await UpdateAsync(await ReadAsync(card)));
    }

    [Fact]
    public async Task Unchanged_card_goes_back_as_it_came()
    {
        var sent = await UpdateAsync(await ReadAsync(WireRelation.Filled));

        Assert.Equal(WireRelation.Filled, sent);
    }

    [Theory]
    [InlineData("Geslacht", "a")]
    [InlineData("Geslacht", "M")]
    [InlineData("BP", "X")]
    [InlineData("BP", "p")]
    [InlineData("Notitie", "a\rb\r\nc\nd")]
    [InlineData("LA", "")]
    [InlineData("AddDatum", "0001-01-01T00:00:00")]
    [InlineData("AddDatum", "2020-02-29T00:00:00+01:00")]
    [InlineData("AddDatum", "2020-02-29")]
    [InlineData("Gb_ID", "-5")]
    public async Task Value_without_a_word_on_the_card_goes_back_as_it_came(string name, string text)
    {
        var came = WireRelation.With((name, text));

        Assert.Equal(came, await UpdateAsync(await ReadAsync(came)));
    }

    [Theory]
    [InlineData("Geslacht", "a", "v")]
    [InlineData("BP", "X", "P")]
    [InlineData("Notitie", "a\r\nb", "b")]
    public async Task Value_without_a_word_on_the_card_gives_way_to_a_change(string name, string came, string text)
    {
        var read = await ReadAsync(WireRelation.With((name, came)));

        Assert.Equal(WireRelation.With((name, text)), await UpdateAsync(read with { Card = Change(read.Card, name, text) }));
    }

    [Theory]
    [InlineData("BP", "", "B")]
    [InlineData("BP", null, "B")]
    [InlineData("LA", null, "0")]
    [InlineData("Gb_ID", null, "0")]
    [InlineData("GeenEmail", "", "0")]
    [InlineData("NieuwsbriefgroepenCount", " 3 ", "3")]
    [InlineData("FAX", null, "")]
    [InlineData("Def10", null, "")]
    [InlineData("AddDatum", null, "2026-03-02")]
    [InlineData("AddDatum", "", "2026-03-02")]
    [InlineData("AddDatum", "06-05-2019", "2026-03-02")]
    public async Task Field_that_came_without_a_value_the_service_takes_is_sent_with_one(string name, string? came, string text)
    {
        var sent = await UpdateAsync(await ReadAsync(WireRelation.With((name, came))));

        Assert.Equal(WireRelation.With((name, text)), sent);
    }

    [Fact]
    public async Task Field_that_is_new_to_us_goes_back_behind_the_others()
    {
        var sent = await UpdateAsync(await ReadAsync([.. WireRelation.Filled, ("PeppolID", "0106:01234567"), ("NewNumber", "")]));

        Assert.Equal([.. WireRelation.Filled, ("PeppolID", "0106:01234567")], sent);
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(51, 50)]
    [InlineData(150, 50)]
    public async Task Contact_is_cut_to_what_an_update_takes(int length, int sentLength)
    {
        var read = await ReadAsync(WireRelation.With(("Contactpersoon", new string('x', length))));

        Assert.Equal(WireRelation.With(("Contactpersoon", new string('x', sentLength))), await UpdateAsync(read));
    }

    [Fact]
    public async Task Contact_is_not_cut_through_a_character()
    {
        var read = await ReadAsync(WireRelation.With(("Contactpersoon", new string('x', 49) + "\U0001F600")));

        Assert.Equal(WireRelation.With(("Contactpersoon", new string('x', 49))), await UpdateAsync(read));
    }

    [Theory]
    [InlineData("<LastErrorCode /><LastErrorDescription />")]
    [InlineData("<LastErrorCode></LastErrorCode>")]
    [InlineData("<LastErrorCode> </LastErrorCode><LastErrorDescription> </LastErrorDescription>")]
    [InlineData("<LastErrorCode xsi:nil=\"true\" /><LastErrorDescription xsi:nil=\"true\" />")]
    [InlineData("<LastErrorDescription />")]
    [InlineData("<ErrorMsg />")]
    [InlineData("<ErrorMsg><LastErrorCode /></ErrorMsg>")]
    [InlineData("<New>1</New>")]
    [InlineData("")]
    public async Task Update_without_a_code_is_done(string result)
    {
        bench.Service.On("UpdateRelatie", result);

        Assert.Equal(new Answer<bool>.Success(true), await bench.UpdateDebtorAsync());
    }

    [Theory]
    [InlineData("""<UpdateRelatieResponse xmlns="http://www.e-boekhouden.nl/soap" />""")]
    [InlineData("""<UpdateRelatieResponse xmlns="http://www.e-boekhouden.nl/soap"><UpdateRelatieResult xsi:nil="true" /></UpdateRelatieResponse>""")]
    public async Task Update_without_any_error_is_done(string response)
    {
        bench.Service.On("UpdateRelatie", _ => Wire.Ok(Wire.Envelope(response)));

        Assert.Equal(new Answer<bool>.Success(true), await bench.UpdateDebtorAsync());
    }

    [Theory]
    [InlineData("<LastErrorDescription>Er ging iets mis</LastErrorDescription>")]
    [InlineData("<LastErrorCode /><LastErrorDescription>Er ging iets mis</LastErrorDescription>")]
    [InlineData("<ErrorMsg><LastErrorDescription>Er ging iets mis</LastErrorDescription></ErrorMsg>")]
    public async Task Update_answered_with_words_alone_is_unclear(string result)
    {
        bench.Service.On("UpdateRelatie", result);

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<bool>.Unclear>(await bench.UpdateDebtorAsync()).Code);
    }

    [Theory]
    [InlineData("CREL001", "CREL001")]
    [InlineData(" crel001.1 ", "CREL0011")]
    [InlineData("E001.3", "E0013")]
    [InlineData("E0011", "E0011")]
    [InlineData("X999", "X999")]
    public async Task Refusal_carries_the_code_without_dots_in_upper_case(string code, string expected)
    {
        bench.Service.On(
            "UpdateRelatie", $"<LastErrorCode>{code}</LastErrorCode><LastErrorDescription>Code in gebruik.</LastErrorDescription>");

        Assert.Equal(new Answer<bool>.Refused(expected, "Code in gebruik."), await bench.UpdateDebtorAsync());
    }

    [Fact]
    public async Task Refusal_in_the_form_of_the_other_operations_is_one()
    {
        bench.Service.On("UpdateRelatie", Wire.Error("CREL001"));

        Assert.Equal(new Answer<bool>.Refused("CREL001", "Fout"), await bench.UpdateDebtorAsync());
    }

    [Fact]
    public async Task Card_without_an_id_is_never_sent()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            bench.Books.UpdateDebtorAsync(Bench.Credentials, Bench.Card with { Id = 0 }, bench.LongEnough));

        Assert.Empty(bench.Service.Operations);
    }

    private static DebtorCard Change(DebtorCard card, string name, string text) => name switch
    {
        "Code" => card with { Code = text },
        "Bedrijf" => card with { Name = text },
        "Contactpersoon" => card with { ContactPerson = text },
        "Geslacht" => card with { Gender = text },
        "Adres" => card with { VisitingAddress = card.VisitingAddress with { Street = text } },
        "Postcode" => card with { VisitingAddress = card.VisitingAddress with { PostalCode = text } },
        "Plaats" => card with { VisitingAddress = card.VisitingAddress with { City = text } },
        "Land" => card with { VisitingAddress = card.VisitingAddress with { Country = text } },
        "Adres2" => card with { PostalAddress = card.PostalAddress with { Street = text } },
        "Postcode2" => card with { PostalAddress = card.PostalAddress with { PostalCode = text } },
        "Plaats2" => card with { PostalAddress = card.PostalAddress with { City = text } },
        "Land2" => card with { PostalAddress = card.PostalAddress with { Country = text } },
        "Telefoon" => card with { Phone = text },
        "GSM" => card with { MobilePhone = text },
        "Email" => card with { Email = text },
        "Site" => card with { Website = text },
        "Notitie" => card with { Note = text },
        "BTWNummer" => card with { VatNumber = text },
        "KvkNummer" => card with { ChamberOfCommerceNumber = text },
        "Aanhef" => card with { Salutation = text },
        "IBAN" => card with { Iban = text },
        "BIC" => card with { Bic = text },
        "BP" => card with { IsPerson = text == "P" },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No field of a card."),
    };

    private async Task<BookedCard> ReadAsync(IReadOnlyList<(string Name, string Text)> relation)
    {
        bench.Service.On("GetRelaties", WireRelation.Listed(relation));
        return Assert.IsType<BookedCard>(Assert.IsType<Answer<BookedCard?>.Success>(await bench.ReadDebtorAsync()).Value);
    }

    private async Task<IReadOnlyList<(string Name, string Text)>> UpdateAsync(BookedCard card)
    {
        Assert.Equal(new Answer<bool>.Success(true), await bench.Books.UpdateDebtorAsync(Bench.Credentials, card, bench.LongEnough));
        return WireRelation.In(bench.Service.Single("UpdateRelatie"));
    }
}
