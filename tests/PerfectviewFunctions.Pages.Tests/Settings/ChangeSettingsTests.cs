using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Settings;

public sealed class ChangeSettingsTests
{
    [Fact]
    public async Task Every_setting_can_be_set()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync(new TenantSettings());
        await using var _ = world;
        using var __ = visitor;

        await visitor.SubmitAsync("Bewijs opslaan", ("webhookProof", "token"));
        await visitor.SubmitAsync("Relaties opslaan", ("relationsOn", "on"), ("personNames", "last-only"));
        await visitor.SubmitAsync(
            "Boekingen opslaan",
            ("bookingsOn", "on"), ("bookingsFrom", "2026-01-01"), ("grouping", "per-line"), ("inclusiveRounding", "per-line"), ("debtorAccount", "1300"),
            ("paymentTermDays", "30"), ("description", "{number}"), ("numberPrefix", "PV-"));
        await visitor.SubmitAsync("Betalingen opslaan", ("paymentsOn", "on"), ("callbackAddress", "https://voorbeeld.nl/terug"));
        await visitor.SubmitAsync("Algemeen opslaan", ("name", "De Bakker"), ("retentionDays", "10"));

        Assert.Contains("opgeslagen", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Equal(
            new TenantSettings
            {
                Name = "De Bakker", BookingsOn = true, BookingsFrom = new DateOnly(2026, 1, 1), RelationsOn = true, PersonNames = PersonNameFormat.LastOnly,
                Grouping = LineGrouping.PerLine, InclusiveRounding = InclusiveRounding.PerLine, DebtorAccount = "1300", PaymentTermDays = 30, Description = "{number}",
                NumberPrefix = "PV-", PaymentsOn = true, CallbackAddress = "https://voorbeeld.nl/terug", RetentionDays = 10, WebhookProof = WebhookProof.Token,
            },
            await host.SettingsAsync());
    }

    [Fact]
    public async Task Switching_off_and_emptying_work_too_and_other_parts_stay()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync(World.Settings with { PaymentsOn = true, CallbackAddress = "https://voorbeeld.nl/terug" });
        await using var _ = world;
        using var __ = visitor;

        await visitor.SubmitAsync("Betalingen opslaan", ("paymentsOn", ""), ("callbackAddress", ""));

        var settings = await host.SettingsAsync();
        Assert.Equal(World.Settings, settings);
    }

    [Theory]
    [InlineData("Boekingen opslaan", "debtorAccount", "8000", "geen debiteurenrekening")]
    [InlineData("Boekingen opslaan", "paymentTermDays", "veel", "een geheel getal")]
    [InlineData("Boekingen opslaan", "description", "{wat}", "{wat}")]
    [InlineData("Boekingen opslaan", "numberPrefix", "é", "letters zonder accent")]
    [InlineData("Boekingen opslaan", "bookingsFrom", "1900-01-01", "Kies een andere datum")]
    [InlineData("Betalingen opslaan", "callbackAddress", "http://voorbeeld.nl", "https://")]
    [InlineData("Algemeen opslaan", "retentionDays", "0", "bewaartermijn")]
    public async Task What_can_not_be_is_told_at_its_field_and_stays_in_it(string button, string field, string typed, string told)
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;

        await visitor.SubmitAsync(button, (field, typed));

        Assert.Equal(422, visitor.Status);
        Assert.Contains(told, visitor.FaultAt(field), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(typed, visitor.ValueOf(field));
        Assert.NotNull(visitor.Page.QuerySelector($"#faults a[href='#f-{field}']"));
        Assert.Equal(World.Settings, await host.SettingsAsync());
    }

    [Fact]
    public async Task Change_of_somebody_else_meanwhile_is_shown_beside_ones_own_and_saving_again_holds()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;
        var version = (await host.TenantAsync())!.SettingsMark.Version;
        Assert.Equal(200, (await host.ApiAsync(
            HttpMethod.Patch, "/api/tenants/demo/settings", new JsonObject { ["description"] = "<b>{number}</b>", ["paymentTermDays"] = 21 }, $"\"{version}\"")).Status);

        await visitor.SubmitAsync("Boekingen opslaan", ("paymentTermDays", "30"));

        Assert.Equal(412, visitor.Status);
        var conflict = visitor.Page.QuerySelector("#conflict")!.TextContent;
        Assert.All(new[] { "Intussen gewijzigd", "30", "21", "<b>{number}</b>", "{number} {debtor} {reference}" }, said => Assert.Contains(said, conflict, StringComparison.Ordinal));
        Assert.Equal("30", visitor.ValueOf("paymentTermDays"));
        Assert.Equal(21, (await host.SettingsAsync()).PaymentTermDays);

        await visitor.SubmitAsync("Boekingen opslaan");
        Assert.Equal(30, (await host.SettingsAsync()).PaymentTermDays);
    }

    [Fact]
    public async Task Change_of_somebody_else_is_told_too_when_the_first_try_had_a_fault()
    {
        var (world, host, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;
        await host.ChangeAsync(new JsonObject { ["description"] = "Nota {number}" });

        await visitor.SubmitAsync("Boekingen opslaan", ("paymentTermDays", "veel"));
        Assert.Equal(422, visitor.Status);
        await visitor.SubmitAsync("Boekingen opslaan", ("paymentTermDays", "30"));

        Assert.Equal(412, visitor.Status);
        Assert.Contains("Nota {number}", visitor.Page.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nota {number}", (await host.SettingsAsync()).Description);
    }

    [Fact]
    public async Task Switching_bookings_on_says_what_is_still_missing()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Support.Visitor.SignedInAsync(host);
        await visitor.OpenAsync("/koppeling/_/nieuw");
        await visitor.SubmitAsync("Toevoegen", ("id", "leeg"), ("name", ""));
        await visitor.OpenAsync("/koppeling/leeg/instellingen");

        await visitor.SubmitAsync("Boekingen opslaan", ("bookingsOn", "on"));

        Assert.Contains("Er ontbreekt nog iets", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Contains("nog geen webhookgeheim", visitor.Notices[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_way_to_write_a_name_shows_three_of_them()
    {
        var (world, _, visitor) = await SettingsVisit.StartAsync();
        await using var _ = world;
        using var __ = visitor;

        Assert.Equal("Berg, Sanne van der; El Amrani, Fatima; Jansen, J.P.", visitor.Page.QuerySelector("#f-personNames-last-then-first-help")!.TextContent);
    }
}
