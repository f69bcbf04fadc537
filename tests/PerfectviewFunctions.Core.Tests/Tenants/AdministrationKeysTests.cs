using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Tenants;

public sealed class AdministrationKeysTests
{
    private const string Code2 = "6b1f0a5e-0d5c-4d8f-9a52-2f4c54a5a001";

    private readonly AdministrationKeys keys = NewDeployment();

    [Theory]
    [InlineData("6b1f0a5e-0d5c-4d8f-9a52-2f4c54a5a001")]
    [InlineData("6B1F0A5E-0D5C-4D8F-9A52-2F4C54A5A001")]
    [InlineData("{6b1f0a5e-0d5c-4d8f-9a52-2f4c54a5a001}")]
    [InlineData("6b1f0a5e0d5c4d8f9a522f4c54a5a001")]
    [InlineData(" 6b1f0a5e-0d5c-4d8f-9a52-2f4c54a5a001\t")]
    public async Task Of_any_spelling_and_any_user_is_the_same_administration(string spelling) =>
        Assert.Equal(
            await keys.OfAsync(Soap(Code2), default),
            await keys.OfAsync(new BookkeepingCredentials.Soap("another user", new string('d', 32), spelling), default));

    [Fact]
    public async Task Of_another_code_is_another_administration() =>
        Assert.NotEqual(await keys.OfAsync(Soap(Code2), default), await keys.OfAsync(Soap(Code2[..^1] + "2"), default));

    [Theory]
    [InlineData("")]
    [InlineData("not a GUID")]
    [InlineData("6b1f0a5e-0d5c-4d8f-9a52-2f4c54a5a00")]
    public async Task Of_no_GUID_is_none(string code) => Assert.Null(await keys.OfAsync(Soap(code), default));

    [Fact]
    public async Task Of_tells_nothing_about_the_code_and_can_stand_in_a_key()
    {
        var key = (await keys.OfAsync(Soap(Code2), default))!.Value.Value;

        Assert.Matches("^[0-9a-f]{32}$", key);
        Assert.DoesNotContain(Code2.Split('-'), part => key.Contains(part, StringComparison.Ordinal));
        Assert.NotEqual(key, (await NewDeployment().OfAsync(Soap(Code2), default))!.Value.Value);
    }

    [Fact]
    public async Task Fingerprint_tells_credentials_apart_and_stays_the_same()
    {
        var soap = Soap(Code2);
        var prints = new[]
        {
            await keys.FingerprintAsync(soap, default),
            await keys.FingerprintAsync(soap with { UserName = "other" }, default),
            await keys.FingerprintAsync(soap with { SecurityCode1 = new string('d', 32) }, default),
            await keys.FingerprintAsync(soap with { SecurityCode2 = Code2[..^1] + "2" }, default),
        };

        Assert.Equal(4, prints.Distinct().Count());
        Assert.Equal(prints[0], await keys.FingerprintAsync(soap with { }, default));
    }

    private static BookkeepingCredentials.Soap Soap(string code2) => new("user", new string('c', 32), code2);

    private static AdministrationKeys NewDeployment() =>
        new(new DeploymentKey(new MemorySecrets(), new InMemoryRowStore(), new ManualTimeProvider()));
}
