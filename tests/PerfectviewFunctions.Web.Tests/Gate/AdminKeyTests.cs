using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

public sealed class AdminKeyTests
{
    [Fact]
    public async Task Key_is_made_once_and_fits()
    {
        var key = new AdminKey(new MemorySecrets());

        var (made, isNew) = await key.GetOrMakeAsync(CancellationToken.None);

        Assert.True(isNew);
        Assert.Matches("^[0-9a-f]{48}$", made);
        Assert.True(await key.IsRightAsync(made, CancellationToken.None));
        Assert.Equal((made, false), await key.GetOrMakeAsync(CancellationToken.None));
        Assert.True(await key.IsRightAsync(made, CancellationToken.None));
    }
}
