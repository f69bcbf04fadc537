using PerfectviewFunctions.Infra.Tests.Reading;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>Asks a rule of Bicep that a test brings, or of ours.</summary>
internal static class RuleTesting
{
    public static async Task BitesAsync(Func<BicepProject, IEnumerable<Fault>> rule, string expected, params (string Path, string Text)[] files)
    {
        var faults = rule(await BicepProject.OfAsync(files)).Select(fault => fault.ToString()).ToList();
        Assert.Contains(expected, string.Join('\n', faults), StringComparison.Ordinal);
        Assert.Single(faults);
    }

    public static async Task PassesAsync(Func<BicepProject, IEnumerable<Fault>> rule, params (string Path, string Text)[] files) =>
        Assert.Empty(rule(await BicepProject.OfAsync(files)).Select(fault => fault.ToString()));

    public static async Task HoldsForOursAsync(Func<BicepProject, IEnumerable<Fault>> rule) =>
        Assert.Empty(rule(await BicepProject.OfRepositoryAsync()).Select(fault => "infra/" + fault));
}
