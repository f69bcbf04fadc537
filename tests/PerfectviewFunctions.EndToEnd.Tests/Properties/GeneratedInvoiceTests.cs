using System.Globalization;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.EndToEnd.Tests.Properties.Money;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>
/// Generated invoices, hundreds for each case (<c>PVF_INVOICES</c> says how many), through the front door, over the switches of the sandbox and some cultures: what adds up stands in the
/// books once and to the cent per category, what does not is held back with the reason that an independent oracle names.
/// </summary>
public sealed class GeneratedInvoiceTests
{
    private static readonly int PerCase = Seeds.InvoicesOr(150);

    [SoapTheory]
    [InlineData(1, "", 0, 2, 0, "Zero", "EmptyElements", "EmptyElement", true)]
    [InlineData(2, "nl-NL", 0, 4, 1, "Zero", "AbsentChildren", "Absent", false)]
    [InlineData(3, "de-DE", 1, 2, 0, "Either", "AbsentErrorMsg", "Absent", true)]
    [InlineData(4, "ar-SA", 0, 4, 1, "Either", "EmptyElements", "EmptyElement", false)]
    [InlineData(5, "nl-NL", 1, 2, 1, "Rate", "AbsentErrorMsg", "EmptyElement", true)]
    [InlineData(6, "de-DE", 0, 4, 0, "Rate", "AbsentChildren", "EmptyElement", false)]
    [InlineData(7, "ar-SA", 1, 2, 0, "Zero", "AbsentChildren", "Absent", true)]
    [InlineData(8, "", 1, 4, 1, "Zero", "AbsentErrorMsg", "Absent", false)]
    [InlineData(9, "nl-NL", 0, 2, 0, "Zero", "EmptyElements", "Absent", false)]
    [InlineData(10, "de-DE", 1, 4, 1, "Zero", "EmptyElements", "Absent", true)]
    public async Task Invoice_that_adds_up_is_booked_to_the_cent_and_any_other_held_back(
        int seed, string culture, int toleranceInCents, int decimals, int inclusive, string reverseCharge, string success, string lists, bool dots)
    {
        seed = Seeds.Or(seed);
        await using var world = await World.CreateAsync(new SandboxSwitches
        {
            RoundingTolerance = toleranceInCents * 0.01m,
            AmountDecimals = decimals,
            ReverseCharge = Enum.Parse<ReverseChargePercentage>(reverseCharge),
            Success = Enum.Parse<SuccessForm>(success),
            EmptyLists = Enum.Parse<EmptyListForm>(lists),
            DottedCodes = dots,
        });
        var under = new CultureHost(CultureInfo.GetCultureInfo(culture));
        var host = await world.AddHostAsync(under.AddTo);
        var setting = (InclusiveRounding)inclusive;
        await world.AddTenantAsync("money", World.Settings with { InclusiveRounding = setting }, MoneyRun.Mapping);
        var oracle = new MoneyOracle(
            setting == InclusiveRounding.PerLine ? Rounding.PerLine : Rounding.PerGroup,
            ReverseChargeRefused: reverseCharge == nameof(ReverseChargePercentage.Rate));
        var generator = new SaleGenerator(seed);

        var booked = await new MoneyRun(world, host, oracle, $"PVF_SEED={seed}")
            .SendAsync(Enumerable.Range(0, PerCase).Select(generator.Next));

        Assert.InRange(booked, PerCase / 2, PerCase - 1);
        Assert.Equal([culture], under.Seen);
    }
}
