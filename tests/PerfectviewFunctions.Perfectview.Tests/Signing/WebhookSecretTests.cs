using System.Text.Json;
using PerfectviewFunctions.Perfectview.Signing;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Signing;

public sealed class WebhookSecretTests
{
    private const string Encoded = "AAECAwQFBgcICRAREhMUFRYXGBkgISIj";

    [Theory]
    [InlineData(Encoded)]
    [InlineData("whsec_" + Encoded)]
    [InlineData("  whsec_" + Encoded + "\r\n")]
    public void Secret_is_read_with_or_without_prefix_and_pasted_space(string text)
    {
        Assert.True(WebhookSecret.TryParse(text, out var secret));
        Assert.Equal("whsec_" + Encoded, secret.Reveal());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whpk_" + Encoded)]
    [InlineData("WHSEC_" + Encoded)]
    [InlineData("whsec_not base64!")]
    public void Text_that_is_no_secret_is_refused(string? text) =>
        Assert.False(WebhookSecret.TryParse(text, out _));

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Secret_has_24_to_64_bytes(int bytes, bool taken) =>
        Assert.Equal(taken, WebhookSecret.TryParse(Convert.ToBase64String(new byte[bytes]), out _));

    [Fact]
    public void Generated_secrets_differ_and_read_back()
    {
        var (one, two) = (WebhookSecret.Generate().Reveal(), WebhookSecret.Generate().Reveal());

        Assert.NotEqual(one, two);
        Assert.True(WebhookSecret.TryParse(one, out var read));
        Assert.Equal(one, read.Reveal());
    }

    [Fact]
    public void Secret_does_not_show_itself()
    {
        Assert.True(WebhookSecret.TryParse(Encoded, out var secret));

        Assert.Equal("whsec_(hidden)", $"{secret}");
        Assert.DoesNotContain("AAEC", JsonSerializer.Serialize(secret), StringComparison.Ordinal);
    }
}
