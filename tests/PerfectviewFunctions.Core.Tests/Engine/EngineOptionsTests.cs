using PerfectviewFunctions.Core.Engine;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

public sealed class EngineOptionsTests
{
    private static readonly EngineOptions Default = new();

    public static TheoryData<string, EngineOptions> Unusable => new()
    {
        { "CallTimeout", Default with { CallTimeout = TimeSpan.Zero } },
        { "LeaseLength", Default with { LeaseLength = Default.CallTimeout } },
        { "LeaseLength", Default with { LeaseLength = TimeSpan.FromSeconds(-1), CallTimeout = TimeSpan.FromSeconds(-2) } },
        { "AbsenceMargin", Default with { AbsenceMargin = TimeSpan.FromTicks(-1) } },
        { "RequestBudget", Default with { RequestBudget = TimeSpan.FromTicks(-1) } },
        { "SweepBudget", Default with { SweepBudget = TimeSpan.Zero } },
        { "SweepTurn", Default with { SweepTurn = TimeSpan.Zero } },
        { "FirstRetry", Default with { FirstRetry = TimeSpan.Zero } },
        { "ProbeInterval", Default with { ProbeInterval = TimeSpan.Zero } },
        { "DebtorIndexAge", Default with { DebtorIndexAge = TimeSpan.FromTicks(-1) } },
        { "SweepParallelism", Default with { SweepParallelism = 0 } },
        { "LookupsPerMonth", Default with { LookupsPerMonth = 0 } },
    };

    [Fact]
    public void Faults_defaults_have_none() => Assert.Empty(Default.Faults());

    [Fact]
    public void Faults_shortest_durations_that_work_have_none() => Assert.Empty(new EngineOptions
    {
        CallTimeout = TimeSpan.FromTicks(1),
        LeaseLength = TimeSpan.FromTicks(2),
        AbsenceMargin = TimeSpan.Zero,
        RequestBudget = TimeSpan.Zero,
        SweepBudget = TimeSpan.FromTicks(1),
        FirstRetry = TimeSpan.FromTicks(1),
        ProbeInterval = TimeSpan.FromTicks(1),
        DebtorIndexAge = TimeSpan.Zero,
        SweepParallelism = 1,
        LookupsPerMonth = 1,
    }.Faults());

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Faults_value_that_can_not_work_is_named(string name, EngineOptions options) =>
        Assert.Contains(name, Assert.Single(options.Faults()), StringComparison.Ordinal);

    [Fact]
    public void ProvesAbsenceAfter_is_call_lease_and_margin_together() =>
        Assert.Equal(TimeSpan.FromSeconds(30 + 60 + 120), Default.ProvesAbsenceAfter);
}
