using System.Text;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Settings;

public sealed class KeyTests
{
    [Fact]
    public async Task Address_of_the_webhook_is_complete()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;

        Assert.Equal($"{host.Http.BaseAddress}api/webhooks/demo", visitor.Page.QuerySelector("#webhook-address")!.GetAttribute("value"));
    }

    [Fact]
    public async Task New_webhook_secret_is_shown_once_and_the_old_one_is_taken_until_the_time_shown()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;

        await visitor.SubmitAsync("Nieuw geheim maken", ("keepPreviousHours", "2"));

        var fresh = SecretIn(visitor);
        Assert.StartsWith("whsec_", fresh, StringComparison.Ordinal);
        Assert.Contains("Het oude geheim geldt tot", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Contains("Het oude geheim geldt nog tot", visitor.Text, StringComparison.Ordinal);
        Assert.True(WebhookSecret.TryParse(fresh, out var parsed));
        Assert.Equal(200, await SendAsync(host, parsed));
        Assert.Equal(200, await SendAsync(host, null));
        world.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(401, await SendAsync(host, null));
        await visitor.OpenAsync(SettingsVisit.Address);
        Assert.DoesNotContain(fresh, visitor.Page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Het oude geheim geldt nog tot", visitor.Text, StringComparison.Ordinal);
    }

    /// <summary>Without a script nothing keeps a hasty hand from it: the secret that Perfectview still signs with would end at once.</summary>
    [Fact]
    public async Task Button_pressed_twice_makes_one_secret_and_the_old_one_goes_on()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;
        using var twice = await Visitor.SignedInAsync(host);
        await twice.OpenAsync(SettingsVisit.Address);
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        await visitor.SubmitAsync("Nieuw geheim maken", ("keepPreviousHours", "2"));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await twice.SubmitAsync("Nieuw geheim maken", ("keepPreviousHours", "2"));

        Assert.Contains("geen tweede", Assert.Single(twice.Notices), StringComparison.Ordinal);
        Assert.Equal(200, await SendAsync(host, null));
        Assert.True(WebhookSecret.TryParse(SecretIn(visitor), out var made));
        Assert.Equal(200, await SendAsync(host, made));
    }

    [Theory]
    [InlineData("169")]
    [InlineData("lang")]
    [InlineData("-1")]
    public async Task Hours_that_can_not_be_change_no_secret(string hours)
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;
        var before = (await host.TenantAsync())!.Dates.WebhookSecretAt;
        world.Clock.Advance(TimeSpan.FromHours(1));

        await visitor.SubmitAsync("Nieuw geheim maken", ("keepPreviousHours", hours));

        Assert.Equal(422, visitor.Status);
        Assert.Contains("0 tot en met 168", visitor.FaultAt("keepPreviousHours"), StringComparison.Ordinal);
        Assert.Equal(hours, visitor.ValueOf("keepPreviousHours"));
        Assert.Equal(before, (await host.TenantAsync())!.Dates.WebhookSecretAt);
    }

    [Fact]
    public async Task Read_key_is_made_shown_once_replaced_and_ended()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;

        await visitor.SubmitAsync("Leessleutel maken");
        var first = SecretIn(visitor);
        await visitor.SubmitAsync("Leessleutel vervangen (de oude vervalt direct)");
        var second = SecretIn(visitor);
        Assert.NotEqual(first, second);
        Assert.Equal(401, await ReadAsync(host, first));
        Assert.Equal(200, await ReadAsync(host, second));

        await visitor.SubmitAsync("Leessleutel beëindigen");
        Assert.Contains("beëindigd", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Equal(401, await ReadAsync(host, second));
        Assert.False(visitor.HasButton("Leessleutel beëindigen"));
    }

    private static string SecretIn(Visitor visitor) => visitor.Page.QuerySelector("#secret")!.GetAttribute("value")!;

    private static async Task<int> SendAsync(EndToEnd.Tests.Support.Host host, WebhookSecret? secret)
    {
        using var request = host.Signed(Encoding.UTF8.GetBytes("[]"), secret: secret);
        using var answer = await host.Http.SendAsync(request);
        return (int)answer.StatusCode == 401 ? 401 : 200;
    }

    private static async Task<int> ReadAsync(EndToEnd.Tests.Support.Host host, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/tenants/demo/open-balances", UriKind.Relative));
        request.Headers.Add("X-Read-Key", key);
        using var answer = await host.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
