using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Mapping;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Mapping;

internal static class Expect
{
    public static MappingResult.Mapped Mapped(MappingResult result)
    {
        if (result is MappingResult.HeldBack(var reason))
        {
            Assert.Fail($"Held back: {reason.Code} {string.Join(", ", reason.Values)}");
        }

        var mapped = Assert.IsType<MappingResult.Mapped>(result);
        Assert.InRange(mapped.Lines.Count, 1, Sample.Limits.Lines);
        Assert.All(mapped.Lines, PassesTheStrictCheck);
        return mapped;
    }

    /// <summary>The lines come to this net and VAT.</summary>
    public static void Sums(MappingResult result, decimal net, decimal vat)
    {
        var lines = Mapped(result).Lines;
        Assert.Equal((net, vat), (lines.Sum(line => line.Net), lines.Sum(line => line.Vat)));
    }

    public static void HeldBack(MappingResult result, string code, params (string Name, string Value)[] values)
    {
        var held = Assert.IsType<MappingResult.HeldBack>(result);
        Assert.Equal(code, held.Reason.Code);
        Assert.Equal(
            Reason.Of(code, values).Values.OrderBy(value => value.Key, StringComparer.Ordinal),
            held.Reason.Values.OrderBy(value => value.Key, StringComparer.Ordinal));
    }

    /// <summary>CMUT010.1 without any tolerance, in other arithmetic than the product's.</summary>
    public static void PassesTheStrictCheck(BookingLine line)
    {
        Assert.Equal(line.Vat, Math.Round(line.Net * line.VatPercentage / 100m, 2, MidpointRounding.AwayFromZero));
        Assert.Equal(line.Net, Math.Round(line.Net, 2));
        Assert.NotEqual((0m, 0m), (line.Net, line.Vat));
    }
}
