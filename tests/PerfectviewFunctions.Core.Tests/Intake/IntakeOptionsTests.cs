using PerfectviewFunctions.Core.Intake;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Intake;

public sealed class IntakeOptionsTests
{
    [Fact]
    public void Faults_default_of_5000_has_none()
    {
        Assert.Equal(5000, new IntakeOptions().PendingPerTenant);
        Assert.Empty(new IntakeOptions().Faults());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Faults_limit_that_lets_nothing_in_is_named(int limit) =>
        Assert.Contains("PendingPerTenant", Assert.Single(new IntakeOptions { PendingPerTenant = limit }.Faults()), StringComparison.Ordinal);
}
