using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Rest.Vat;
using PerfectviewFunctions.EBoekhouden.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest;

/// <summary>The form of a booking and what the service makes of it, under every rounding that it may use.</summary>
public sealed class VatShapeTests
{
    private static readonly (string Code, decimal Rate)[] Codes = [("HOOG_VERK_21", 21), ("LAAG_VERK_9", 9), ("LAAG_VERK", 6), ("GEEN", 0), ("AFW_VERK", 0)];

    [Theory]
    [InlineData("100.00 21.00", "Including", true)]
    [InlineData("1234.50 259.25", "Including", true)] // 259.245: half a cent, and gone when VAT is taken out of the total
    [InlineData("0.50 0.11", "Including", true)]
    [InlineData("-100.00 -21.00", "Including", true)]
    [InlineData("0.02 0.00|0.02 0.00|0.02 0.00", "Including", false)] // each row makes nothing, all together a cent
    [InlineData("100.00 20.00", "Including", false)]
    [InlineData("0.02 0.01|0.08 0.01", "Excluding", true)] // a cent up and a cent down: taken out of totals, only one of the two is left
    public void Form_is_with_VAT_unless_only_without_is_certain(string lines, string form, bool isCertain)
    {
        var shape = VatShape.Of([.. lines.Split('|').Select(line => line.Split(' ')).Select(parts => Line(Amount(parts[0]), Amount(parts[1]), "HOOG_VERK_21", 21))]);

        Assert.Equal((form, isCertain), (shape.Form.ToString(), shape.IsCertain));
    }

    [Fact]
    public void Reverse_charge_has_no_VAT_whatever_its_rate_and_takes_the_lines_beside_it_along()
    {
        BookingLine reverse = Line(100m, 0m, "VERL_VERK", 21), usual = Line(100m, 21m, "HOOG_VERK_21", 21);

        Assert.Equal(new VatShape(VatForm.Excluding, IsCertain: true), VatShape.Of([usual, reverse]));
        Assert.Equal(new VatShape(VatForm.Including, IsCertain: true), VatShape.Of([usual]));
    }

    [Fact]
    public void Certain_shape_gives_what_was_meant_under_every_rounding_and_with_VAT_always_keeps_the_total()
    {
        var seed = Seeds.Or(9301);
        var random = new Random(seed);
        var seen = new Dictionary<(VatForm, bool), int>();
        for (var round = 0; round < 20_000; round++)
        {
            var lines = Lines(random);
            var shape = VatShape.Of(lines);
            seen[(shape.Form, shape.IsCertain)] = seen.GetValueOrDefault((shape.Form, shape.IsCertain)) + 1;
            foreach (var rounding in VatRounding.All)
            {
                var made = Model(lines, shape.Form, rounding);
                Assert.True(!shape.IsCertain || made.All(code => code.Value == Meant(lines, code.Key)), $"PVF_SEED={seed}: {string.Join(' ', lines)}");
                Assert.True(shape.Form == VatForm.Excluding || made.Sum(code => code.Value.Net + code.Value.Vat) == lines.Sum(line => line.Gross), $"PVF_SEED={seed}");
            }
        }

        // Each case was met, the rarest in some hundred rounds.
        Assert.True(seen.ContainsKey((VatForm.Including, true)) && seen.ContainsKey((VatForm.Excluding, true)) && seen.ContainsKey((VatForm.Including, false)), $"PVF_SEED={seed}");
    }

    [Theory]
    [InlineData(RestVat.PerRow, RestRounding.AwayFromZero)]
    [InlineData(RestVat.PerRow, RestRounding.ToEven)]
    [InlineData(RestVat.PerVatCode, RestRounding.AwayFromZero)]
    [InlineData(RestVat.PerVatCode, RestRounding.ToEven)]
    public async Task Receipt_says_what_the_books_hold_or_nothing_where_that_is_what_was_meant(RestVat vat, RestRounding rounding)
    {
        var seed = Seeds.Or(9302);
        var random = new Random(seed);
        using var logs = new CapturedLogs();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Switches = new SandboxSwitches { RestVat = vat, RestRounding = rounding } });
        using var books = RestBookkeeping.Create(new RestOptions { Endpoint = sandbox.RestAddress }, TimeProvider.System, logs);
        var credentials = new BookkeepingCredentials.Rest(SandboxDemo.ApiToken);
        await books.AddDebtorAsync(credentials, new DebtorCard("PV1", IsPerson: false, "Maan"), Soon());
        for (var round = 0; round < 40; round++)
        {
            var lines = Lines(random, low: 2026);
            var number = string.Create(CultureInfo.InvariantCulture, $"A-{round}");
            var booking = new Booking(number, "PV1", new DateOnly(2026, 1, 31), "1300", number, 14, number, lines);
            var receipt = Assert.IsType<Answer<BookingReceipt>.Success>(await books.BookAsync(credentials, booking, Soon())).Value;

            var stands = sandbox.Books.First.Mutations.Single(mutation => mutation.InvoiceNumber == number).Lines
                .GroupBy(line => line.VatCode).ToDictionary(ofCode => ofCode.Key, ofCode => (ofCode.Sum(line => line.Net), ofCode.Sum(line => line.Vat)));
            var told = receipt.Lines?.ToDictionary(line => line.VatCode, line => (line.Net, line.Vat)) ?? lines.Select(line => line.VatCode).Distinct()
                .ToDictionary(code => code, code => Meant(lines, code));
            Assert.True(stands.OrderBy(code => code.Key).SequenceEqual(told.OrderBy(code => code.Key)), $"PVF_SEED={seed}, {number}: {string.Join(' ', lines)}");
        }
    }

    private static CallDeadline Soon() => CallDeadline.In(TimeSpan.FromSeconds(30), TimeProvider.System);

    /// <summary>
    /// Lines as an invoice has them: the VAT is the net amount's by rate, or a cent beside it; in one of eight invoices a cent up and a cent down, which only a
    /// form without VAT may keep.
    /// </summary>
    private static IReadOnlyList<BookingLine> Lines(Random random, int low = 0)
    {
        if (random.Next(8) == 0)
        {
            return [.. new[] { 0.01m, -0.01m }.Select(beside => (Net: random.Next(1, 600) / 100m, Beside: beside))
                .Select(row => Line(row.Net, Math.Round(row.Net * 0.21m, 2, MidpointRounding.AwayFromZero) + row.Beside, "HOOG_VERK_21", 21))];
        }

        var codes = Codes.Where(code => low == 0 || code.Code != "LAAG_VERK").ToArray();
        return
        [
            .. Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
            {
                var (code, rate) = codes[random.Next(codes.Length)];
                var net = random.Next(-20_000, 20_000) / 100m;
                var vat = code == "AFW_VERK" ? random.Next(100) / 100m : Math.Round(net * rate / 100, 2, MidpointRounding.AwayFromZero);
                var beside = rate > 0 && random.Next(8) == 0 ? random.Next(-1, 2) / 100m : 0;
                return Line(net, vat + beside, code, rate);
            }),
        ];
    }

    private static BookingLine Line(decimal net, decimal vat, string code, decimal rate) => new(net, vat, code, rate, "8000");

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static (decimal Net, decimal Vat) Meant(IEnumerable<BookingLine> lines, string code) =>
        (lines.Where(line => line.VatCode == code).Sum(line => line.Net), lines.Where(line => line.VatCode == code).Sum(line => line.Vat));

    /// <summary>The service's arithmetic in whole cents, made apart from that of the gateway.</summary>
    private static Dictionary<string, (decimal Net, decimal Vat)> Model(IReadOnlyList<BookingLine> lines, VatForm form, VatRounding rounding)
    {
        var made = new Dictionary<string, (decimal Net, decimal Vat)>();
        foreach (var ofCode in lines.GroupBy(line => line.VatCode))
        {
            var entered = ofCode.Select(line => (long)((form == VatForm.Including ? line.Net + line.Vat : line.Net) * 100)).ToList();
            var (rate, given) = ((long)ofCode.First().VatPercentage, ofCode.Key == "AFW_VERK");
            var divisor = form == VatForm.Including ? 100 + rate : 100;
            long[] parts = rounding.PerVatCode ? [entered.Sum()] : [.. entered];
            var vat = given ? ofCode.Sum(line => line.Vat) : parts.Sum(part => Rounded(part * rate, divisor, rounding.Midpoint)) / 100m;
            var sum = entered.Sum() / 100m;
            made[ofCode.Key] = (form == VatForm.Including ? sum - vat : sum, vat);
        }

        return made;
    }

    /// <summary>A quotient to a whole number.</summary>
    private static long Rounded(long numerator, long divisor, MidpointRounding midpoint)
    {
        var (whole, left) = Math.DivRem(Math.Abs(numerator), divisor);
        var up = left * 2 > divisor || (left * 2 == divisor && (midpoint == MidpointRounding.AwayFromZero || whole % 2 == 1));
        return Math.Sign(numerator) * (whole + (up ? 1 : 0));
    }
}
