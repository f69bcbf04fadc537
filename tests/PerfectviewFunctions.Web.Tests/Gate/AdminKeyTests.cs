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

    [Theory]
    [InlineData("0123456789abcdef\n", "0123456789abcdef", true)]
    [InlineData("0123456789abcdef\r\n", "0123456789abcdef", true)]
    [InlineData("0123456789abcdef", "0123456789abcde", false)]
    [InlineData("\n", "", false)]
    [InlineData("\n", "\n", false)]
    public async Task Line_break_of_the_file_that_a_key_was_put_from_is_no_part_of_it(string kept, string offered, bool isRight)
    {
        var secrets = new MemorySecrets();
        await secrets.SetAsync(AdminKey.Name, kept, CancellationToken.None);

        Assert.Equal(isRight, await new AdminKey(secrets).IsRightAsync(offered, CancellationToken.None));
    }
}
