using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

/// <summary>The VAT that the service computes, in each value of its switches.</summary>
public sealed class RestVatTests : RestTest
{
    private static readonly (string Code, int Rate)[] Rated =
        [("HOOG_VERK_21", 21), ("LAAG_VERK_9", 9), ("BU_EU_VERK", 0), ("GEEN", 0), ("VERL_VERK", 0), ("VERL_VERK_L9", 0)];

    [Theory]
    [InlineData("EX", "HOOG_VERK_21", 10000, 10000, 2100)]
    [InlineData("IN", "HOOG_VERK_21", 12100, 10000, 2100)]
    [InlineData("IN", "HOOG_VERK_21", 10000, 8264, 1736)]
    [InlineData("EX", "LAAG_VERK_9", 50, 50, 5)]
    [InlineData("EX", "HOOG_VERK_21", -10000, -10000, -2100)]
    [InlineData("EX", "VERL_VERK", 10000, 10000, 0)]
    [InlineData("IN", "VERL_VERK", 10000, 10000, 0)]
    [InlineData("IN", "VERL_VERK_L9", 10000, 10000, 0)]
    [InlineData("IN", "BI_EU_VERK_D", 10000, 10000, 0)]
    [InlineData("IN", "GEEN", 10000, 10000, 0)]
    public async Task Row_is_split_by_its_code(string inExVat, string code, int amountCents, int netCents, int vatCents)
    {
        await Rest.PostAsync("mutation", Invoice("F1", inExVat, Row(amountCents / 100m, code)));

        var line = Administration.Mutations.Single().Lines.Single();
        Assert.Equal(
            (netCents, vatCents, netCents + vatCents, amountCents), (100 * line.Net, 100 * line.Vat, 100 * line.Gross, 100 * line.Entered));
    }

    [Theory]
    [InlineData("EX", 100, 13, 113)]
    [InlineData("IN", 87, 13, 100)]
    public async Task Divergent_rate_takes_the_vat_it_is_given(string inExVat, int net, int vat, int gross)
    {
        await Rest.PostAsync("mutation", Invoice("F1", inExVat, Row(100, "AFW_VERK").With("vatAmount", 13)));

        var line = Administration.Mutations.Single().Lines.Single();
        Assert.Equal((net, vat, gross), (line.Net, line.Vat, line.Gross));
    }

    [Theory]
    [InlineData(RestVat.PerRow, "0.01 0.01 0.01")]
    [InlineData(RestVat.PerVatCode, "0.01 0.01 0.00")]
    public async Task Cents_go_to_the_last_row_of_a_code_only_when_switched(RestVat over, string vat)
    {
        Switch(switches => switches with { RestVat = over });

        // 21% of 0.03 is 0.0063, of 0.09 together 0.0189.
        await Rest.PostAsync("mutation", Invoice("F1", "EX", Row(0.03m), Row(0.03m), Row(0.03m)));

        Assert.Equal(vat.Split(' ').Select(VatOf), Administration.Mutations.Single().Lines.Select(line => line.Vat));
        Assert.Equal(
            VatOf(over == RestVat.PerRow ? "0.03" : "0.02"),
            (decimal)(await Rest.GetAsync("mutation/1")).Json["vat"]![0]!["amount"]!);
    }

    [Theory]
    [InlineData(RestRounding.AwayFromZero, 11)]
    [InlineData(RestRounding.ToEven, 10)]
    public async Task Half_a_cent_goes_as_the_switch_says(RestRounding rounding, int vatCents)
    {
        Switch(switches => switches with { RestRounding = rounding });

        await Rest.PostAsync("mutation", Invoice("F1", "EX", Row(0.5m)));

        Assert.Equal(vatCents, 100 * Administration.Mutations.Single().Lines.Single().Vat);
    }

    [Fact]
    public async Task Switches_are_set_from_outside_by_their_names()
    {
        using var http = new HttpClient();
        using var body = new StringContent(
            """{"restVat":"PerVatCode","restRounding":"ToEven","restRefusesGoodsInEu":true}""", System.Text.Encoding.UTF8, "application/json");

        using var answer = await http.PutAsync(new Uri(Server.PageAddress, "sandbox/switches"), body);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(
            new SandboxSwitches { RestVat = RestVat.PerVatCode, RestRounding = RestRounding.ToEven, RestRefusesGoodsInEu = true },
            Books.Switches);
    }

    [Fact]
    public async Task Payment_has_no_vat()
    {
        await Rest.PostAsync("mutation", Invoice("F1"));
        await Rest.PostAsync("mutation", Payment(("F1", 121)));

        Assert.Empty((await Rest.GetAsync("mutation/2")).Json["vat"]!.AsArray());
        Assert.Empty((await Rest.GetAsync("mutation/invoice/outstanding?credDeb=D")).Items);
    }

    /// <summary>Against arithmetic in whole cents, of rows with all kinds of amounts and codes.</summary>
    [Fact]
    public void Sent_amounts_are_kept_and_vat_is_rounded_per_row_or_per_code()
    {
        var random = new Random(20260102);
        for (var trial = 0; trial < 3000; trial++)
        {
            var (isGross, over, rounding) = (random.Next(2) == 0, (RestVat)random.Next(2), (RestRounding)random.Next(2));
            var rows = Enumerable.Range(0, random.Next(1, 9))
                .Select(_ => (Cents: random.Next(-250_000, 250_000), Rated[random.Next(Rated.Length)].Code))
                .ToList();
            var splits = RestVatSplit.Of([.. rows.Select(row => AmountOf(row.Cents, row.Code))], isGross, over, rounding);

            Assert.Equal(rows.Sum(row => row.Cents), 100 * splits.Sum(split => isGross ? split.Gross : split.Net));
            Assert.Equal(rows.Select(row => row.Cents / 100m), splits.Select(split => isGross ? split.Gross : split.Net));
            foreach (var ofCode in rows.Select((row, index) => (row.Code, row.Cents, Vat: 100 * splits[index].Vat)).GroupBy(row => row.Code))
            {
                var (ofOne, single) = (ofCode.ToList(), ofCode.Select(row => VatCents(row.Cents, row.Code, isGross, rounding)).ToList());
                var untouched = over == RestVat.PerRow ? ofOne.Count : ofOne.Count - 1;
                Assert.Equal(single.Take(untouched), ofOne.Take(untouched).Select(row => (long)row.Vat));
                Assert.Equal(
                    over == RestVat.PerRow ? single.Sum() : VatCents(ofOne.Sum(row => row.Cents), ofCode.Key, isGross, rounding),
                    ofOne.Sum(row => row.Vat));
            }
        }
    }

    private static decimal VatOf(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static RestAmount AmountOf(int cents, string code) =>
        new(RestVatCodes.Find(code, new DateOnly(2026, 1, 31), new SandboxSwitches())!, cents / 100m, 0);

    private static long VatCents(long cents, string code, bool isGross, RestRounding rounding)
    {
        var rate = Rated.Single(rated => rated.Code == code).Rate;
        var (above, below) = (Math.Abs(cents) * rate, isGross ? 100 + rate : 100L);
        var (whole, rest) = Math.DivRem(above, below);
        var isUp = rest * 2 > below || (rest * 2 == below && (rounding == RestRounding.AwayFromZero || whole % 2 != 0));
        return Math.Sign(cents) * (whole + (isUp ? 1 : 0));
    }
}
