using Xunit;

namespace PerfectviewFunctions.Parity;

/// <summary>What holds for every host: it exposes the product, the whole product and nothing but the product.</summary>
public abstract class HostParityContract
{
    protected abstract Exposure ReadHost();

    [Fact]
    public void Host_exposes_every_endpoint_and_timer_as_it_is_defined_and_nothing_else()
    {
        var product = ProductExposure.Read();

        Assert.NotEmpty(product.Endpoints);
        Assert.NotEmpty(product.Timers);
        Assert.Empty(HostParity.Differences(product, ReadHost()));
    }
}
