using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Tables;

public sealed class AzuriteTests
{
    [Fact]
    public async Task Azurite_ends_with_the_standard_input_that_its_starter_holds()
    {
        var azurite = await Azurite.StartAsync();

        Assert.NotEqual((await Azurite.StartedAsync()).Port, azurite.Port);
        Assert.Equal(0, await azurite.EndAsync());
    }
}
