using PerfectviewFunctions.Perfectview.Signing;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Signing;

public sealed class WebhookTokenTests
{
    private readonly WebhookSecret current = WebhookSecret.Generate();
    private readonly WebhookSecret previous = WebhookSecret.Generate();

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("  {0}\t", true)]
    [InlineData("{1}", true)]
    [InlineData("{0}=", false)]
    [InlineData("x{0}", false)]
    [InlineData("whsec_whsec_{1}", false)]
    [InlineData("WHSEC_{1}", false)]
    public void Matches_either_secret_as_pasted_and_nothing_else(string form, bool matches)
    {
        foreach (var secret in new[] { current, previous })
        {
            var text = secret.Reveal();
            var offered = form.Replace("{0}", text, StringComparison.Ordinal).Replace("{1}", text["whsec_".Length..], StringComparison.Ordinal);
            Assert.Equal(matches, WebhookToken.Matches(offered, [current, previous]));
        }
    }

    [Fact]
    public void Every_secret_that_is_passed_counts_however_many_and_however_often()
    {
        Assert.True(WebhookToken.Matches(current.Reveal(), [previous, previous, current]));
        Assert.True(WebhookToken.Matches(current.Reveal(), [current, current]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whsec_")]
    public void Nothing_matches_nothing(string? offered)
    {
        Assert.False(WebhookToken.Matches(offered, [current]));
        Assert.False(WebhookToken.Matches(offered, []));
    }

    [Fact]
    public void Secret_of_another_and_text_without_end_do_not_match()
    {
        Assert.False(WebhookToken.Matches(previous.Reveal(), [current]));
        Assert.False(WebhookToken.Matches(current.Reveal(), []));
        Assert.False(WebhookToken.Matches(new string('é', 100_000), [current, previous]));
    }
}
