using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.EndToEnd.Tests.Properties.Money;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnRest;

/// <summary>
/// Generated invoices by an API that computes VAT itself, over every way in which it may round. Each total stands to the cent; VAT does too where it rounds
/// row by row, and where it rounds per VAT code it lies at most some cents beside, and that is told.
/// </summary>
public sealed class GeneratedInvoicesOnRestTests
{
    private static readonly int PerCase = Seeds.InvoicesOr(150);

    [Theory]
    [InlineData(21, "", "PerRow", "AwayFromZero", 0)]
    [InlineData(22, "nl-NL", "PerRow", "ToEven", 1)]
    [InlineData(23, "de-DE", "PerVatCode", "AwayFromZero", 1)]
    [InlineData(24, "ar-SA", "PerVatCode", "ToEven", 0)]
    public async Task Invoice_that_adds_up_is_booked_to_the_cent_and_any_other_held_back(
        int seed, string culture, string vat, string rounding, int inclusive)
    {
        seed = Seeds.Or(seed);
        await using var world = await World.CreateAsync(
            new SandboxSwitches { RestVat = Enum.Parse<RestVat>(vat), RestRounding = Enum.Parse<RestRounding>(rounding) }, api: BookkeepingApi.Rest);
        var under = new CultureHost(CultureInfo.GetCultureInfo(culture));
        var host = await world.AddHostAsync(under.AddTo);
        var setting = (InclusiveRounding)inclusive;
        await world.AddTenantAsync("money", World.Settings with { InclusiveRounding = setting }, MoneyRun.Mapping);
        var oracle = new MoneyOracle(setting == InclusiveRounding.PerLine ? Rounding.PerLine : Rounding.PerGroup, ReverseChargeRefused: false, BookingLimits.Of(BookkeepingApi.Rest).Lines);
        var generator = new SaleGenerator(seed);
        var run = new MoneyRun(world, host, oracle, $"PVF_SEED={seed}", isVatByService: vat == nameof(RestVat.PerVatCode) || rounding == nameof(RestRounding.ToEven));

        // Beside a reverse charge amounts are sent without VAT, so that rounding per VAT code may change the total: that is for a person.
        var booked = await run.SendAsync(Enumerable.Range(0, PerCase).Select(generator.Next).Where(
            sale => vat == nameof(RestVat.PerRow) || !sale.Event().ToJsonString().Contains("NL_REVERSE_CHARGE", StringComparison.Ordinal)));

        Assert.InRange(booked, PerCase / 4, PerCase - 1);
        Assert.InRange(run.CentsApart, 0, booked / 3);
        Assert.Equal([culture], under.Seen);
    }
}
