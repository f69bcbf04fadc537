using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Settings;

public sealed class CredentialTests
{
    [Fact]
    public async Task Typed_credentials_are_tested_and_not_saved()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;
        var before = (await host.TenantAsync())!.Dates.CredentialsAt;
        world.Clock.Advance(TimeSpan.FromHours(1));

        await visitor.SubmitAsync("Testen", SettingsVisit.Credentials());

        Assert.Equal(200, visitor.Status);
        Assert.Contains("Deze gegevens werken.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await host.TenantAsync())!.Dates.CredentialsAt);
    }

    [Fact]
    public async Task With_empty_fields_what_is_saved_is_tested()
    {
        var (world, _, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;

        await visitor.SubmitAsync("Testen");

        Assert.Contains("De opgeslagen gegevens werken.", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Testen", 200)]
    [InlineData("Gegevens opslaan", 422)]
    public async Task Refused_credentials_are_told_by_cause_and_come_back_in_no_field(string button, int status)
    {
        const string wrong = "0123456789abcdef0123456789abcdef";
        var (world, _, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;

        await visitor.SubmitAsync(button, SettingsVisit.Credentials(code1: wrong));

        Assert.Equal(status, visitor.Status);
        Assert.Contains("Deze gegevens werken niet", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Wat te doen:", visitor.Page.QuerySelector("#uitkomst")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, visitor.Page.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.All(new[] { "userName", "securityCode1", "securityCode2" }, field => Assert.Equal("", visitor.ValueOf(field)));
    }

    [Theory]
    [InlineData("Testen")]
    [InlineData("Gegevens opslaan")]
    public async Task What_can_be_no_code_is_told_at_its_field_and_inside_the_part_that_a_script_replaces(string button)
    {
        var (world, _, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;

        await visitor.SubmitAsync(button, SettingsVisit.Credentials(code2: "hush-hush"));

        Assert.Equal(422, visitor.Status);
        Assert.Contains("geen beveiligingscode 2", visitor.FaultAt("securityCode2"), StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("#uitkomst #faults"));
        Assert.DoesNotContain("hush-hush", visitor.Page.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_administration_takes_a_tick_and_the_codes_once_more()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;
        var first = (await host.TenantAsync())!.Administration;
        await visitor.SubmitAsync("Gegevens opslaan", SettingsVisit.Credentials(SandboxDemo.SecondSecurityCode2));
        Assert.Equal(409, visitor.Status);
        Assert.Contains("andere administratie", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Vul de gegevens opnieuw in", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(first, (await host.TenantAsync())!.Administration);

        await visitor.SubmitAsync(
            "Gegevens opslaan", [.. SettingsVisit.Credentials(SandboxDemo.SecondSecurityCode2), ("confirmOtherAdministration", "on")]);

        Assert.Equal(200, visitor.Status);
        Assert.Contains("zijn opgeslagen en werken", visitor.Notices[0], StringComparison.Ordinal);
        Assert.NotEqual(first, (await host.TenantAsync())!.Administration);
    }

    [Fact]
    public async Task Token_takes_the_place_of_the_codes_and_the_page_says_so()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;
        await visitor.SubmitAsync("Gegevens opslaan", SettingsVisit.Credentials());
        var administration = (await host.TenantAsync())!.Administration;
        Assert.Contains("Gekoppeld met gebruikersnaam en beveiligingscodes.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Beheer > Inrichting > Koppelingen > API", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("Testen", ("token", SandboxDemo.ApiToken));
        Assert.Contains("Deze gegevens werken.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(BookkeepingApi.Soap, (await host.TenantAsync())!.Api);

        await visitor.SubmitAsync("Gegevens opslaan", ("token", " " + SandboxDemo.ApiToken));

        Assert.Equal(200, visitor.Status);
        Assert.Contains("zijn opgeslagen en werken", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Contains("Gekoppeld met een API-token.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("50 tekens", visitor.Page.QuerySelector("#f-description-help")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((administration, BookkeepingApi.Rest), ((await host.TenantAsync())!.Administration, (await host.TenantAsync())!.Api));

        await visitor.SubmitAsync("Testen");
        Assert.Contains("De opgeslagen gegevens werken.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SandboxDemo.ApiToken, visitor.Page.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Testen")]
    [InlineData("Gegevens opslaan")]
    public async Task Both_ways_at_once_is_told_at_the_token_and_no_value_comes_back(string button)
    {
        var (world, _, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;

        await visitor.SubmitAsync(button, [.. SettingsVisit.Credentials(), ("token", SandboxDemo.ApiToken)]);

        Assert.Equal(422, visitor.Status);
        Assert.Contains("Kies een van beide", visitor.FaultAt("token"), StringComparison.Ordinal);
        Assert.All(new[] { "userName", "securityCode1", "securityCode2", "token" }, field => Assert.Equal("", visitor.ValueOf(field)));
        Assert.DoesNotContain(SandboxDemo.ApiToken, visitor.Page.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Unlinking_takes_a_tick_and_linking_again_says_what_to_offer_again()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;
        await visitor.SubmitAsync("Koppeling beëindigen");
        Assert.Equal(422, visitor.Status);
        Assert.Contains("Vink eerst aan", visitor.FaultAt("confirmUnlink"), StringComparison.Ordinal);
        Assert.Equal(TenantState.Linked, (await host.TenantAsync())!.State);

        await visitor.SubmitAsync("Koppeling beëindigen", ("confirmUnlink", "on"));
        Assert.Contains("De koppeling is beëindigd", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Equal(TenantState.Unlinked, (await host.TenantAsync())!.State);
        Assert.False(visitor.HasButton("Koppeling beëindigen"));

        await visitor.SubmitAsync("Gegevens opslaan", SettingsVisit.Credentials());
        Assert.Contains("Perfectview moet opnieuw aanbieden", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Equal(TenantState.Linked, (await host.TenantAsync())!.State);
    }

    [Fact]
    public async Task Operator_retires_what_is_not_linked()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;
        Assert.False(visitor.HasButton("Koppeling opheffen"));
        await visitor.SubmitAsync("Koppeling beëindigen", ("confirmUnlink", "on"));

        await visitor.SubmitAsync("Koppeling opheffen");
        Assert.Equal(422, visitor.Status);
        await visitor.SubmitAsync("Koppeling opheffen", ("confirmRetire", "on"));

        Assert.Equal("/koppeling", visitor.Address);
        Assert.Equal(TenantState.Retired, (await host.TenantAsync())!.State);
    }
}
