using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.SignIn;

public sealed class SignInTests
{
    [Fact]
    public async Task Who_is_not_signed_in_is_asked_for_the_key_and_comes_back_to_what_he_asked_for()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = Visitor.To(host);

        await visitor.OpenAsync("/koppeling/_/nieuw");
        Assert.Equal("Aanmelden", visitor.Title);
        await visitor.SubmitAsync("Aanmelden", ("adminKey", "not the key"));
        Assert.Equal(422, visitor.Status);
        Assert.Contains("Dit is niet de beheersleutel", visitor.Text, StringComparison.Ordinal);
        await visitor.SignInAsync();
        await visitor.OpenAsync("/koppeling/_/nieuw");

        Assert.Equal("Koppeling toevoegen", visitor.Title);
    }

    [Fact]
    public async Task Wrong_keys_make_the_next_wait()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = Visitor.To(host);
        await visitor.OpenAsync("/koppeling");
        for (var i = 0; i < 20; i++)
        {
            await visitor.SubmitAsync("Aanmelden", ("adminKey", "wrong"));
            Assert.Equal(422, visitor.Status);
        }

        await visitor.SubmitAsync("Aanmelden", ("adminKey", "wrong"));

        Assert.Equal(429, visitor.Status);
        Assert.Contains("Wacht 60 seconden", visitor.Text, StringComparison.Ordinal);
        Assert.Single(host.Logs.Lines, line => line.Contains("Too many wrong admin keys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_twelve_hours_or_signing_out_the_key_is_asked_for_again()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        Assert.Equal("Koppelingen", visitor.Title);

        world.Clock.Advance(TimeSpan.FromHours(12));
        await visitor.OpenAsync("/koppeling");
        Assert.Equal("Aanmelden", visitor.Title);

        await visitor.SignInAsync();
        await visitor.SubmitAsync("Afmelden");
        await visitor.OpenAsync("/koppeling");
        Assert.Equal("Aanmelden", visitor.Title);
    }

    [Fact]
    public async Task Form_that_is_not_ours_changes_nothing()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync("/koppeling/_/nieuw");

        await visitor.SubmitAsync("Toevoegen", ("id", "new"), ("name", "New"), ("formulier", "made up"));

        Assert.Equal(400, visitor.Status);
        Assert.Equal("Het formulier is verlopen", visitor.Title);
        await visitor.OpenAsync("/koppeling");
        Assert.DoesNotContain("New", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/koppeling")]
    [InlineData("/koppeling/\\evil.example")]
    [InlineData("/api/tenants")]
    public async Task Way_back_leads_to_a_page_of_ours_alone(string back)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = Visitor.To(host);

        await visitor.OpenAsync("/koppeling/_/aanmelden?terug=" + Uri.EscapeDataString(back));

        Assert.Equal("/koppeling", visitor.Page.QuerySelector("input[name=terug]")!.GetAttribute("value"));
    }
}
