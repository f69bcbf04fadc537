using System.Reflection;
using System.Text.Json;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Settings;

public sealed class SettingsChangeTests
{
    private static readonly TenantSettings Before = new()
    {
        Name = "Winkel", BookingsFrom = new DateOnly(2026, 1, 1), CallbackAddress = "https://example.test/",
    };

    [Fact]
    public void Absent_field_stays_and_null_clears_where_there_can_be_none()
    {
        Assert.Equal(Before, Read("{}").Apply(Before));
        Assert.Equal(
            Before with { BookingsFrom = null, CallbackAddress = null },
            Read("""{"bookingsFrom":null,"callbackAddress":null}""").Apply(Before));
    }

    [Fact]
    public void Every_setting_can_be_changed()
    {
        var change = Read("""
            {
              "name": "Kantoor", "bookingsOn": true, "bookingsFrom": "2026-02-01", "relationsOn": true, "personNames": "last-then-first",
              "grouping": "per-line", "inclusiveRounding": "per-line", "debtorAccount": "1310", "paymentTermDays": 30, "description": "{number}",
              "numberPrefix": "K-", "paymentsOn": true, "callbackAddress": "https://example.test/k", "retentionDays": 10, "webhookProof": "token"
            }
            """);

        Assert.Empty(change.Faults);
        Assert.Equal(
            new TenantSettings
            {
                Name = "Kantoor",
                BookingsOn = true,
                BookingsFrom = new DateOnly(2026, 2, 1),
                RelationsOn = true,
                PersonNames = PersonNameFormat.LastThenFirst,
                Grouping = LineGrouping.PerLine,
                InclusiveRounding = InclusiveRounding.PerLine,
                DebtorAccount = "1310",
                PaymentTermDays = 30,
                Description = "{number}",
                NumberPrefix = "K-",
                PaymentsOn = true,
                CallbackAddress = "https://example.test/k",
                RetentionDays = 10,
                WebhookProof = WebhookProof.Token,
            },
            change.Apply(new TenantSettings()));
    }

    [Fact]
    public void Every_setting_has_its_field() =>
        Assert.Equal(
            typeof(TenantSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
            SettingsFields.All.Select(field => field.Name));

    [Theory]
    [InlineData("""{"bookingsOn":"yes"}""", "/bookingsOn", "(text)")]
    [InlineData("""{"bookingsOn":null}""", "/bookingsOn", "null")]
    [InlineData("""{"paymentTermDays":"14"}""", "/paymentTermDays", "whole number")]
    [InlineData("""{"paymentTermDays":14.5}""", "/paymentTermDays", "(a number)")]
    [InlineData("""{"paymentTermDays":99999999999}""", "/paymentTermDays", "whole number")]
    [InlineData("""{"name":null}""", "/name", "text")]
    [InlineData("""{"name":"\ud800"}""", "/name", "text")]
    [InlineData("""{"bookingsFrom":"01-02-2026"}""", "/bookingsFrom", "2026-01-31")]
    [InlineData("""{"bookingsFrom":"2026-02-30"}""", "/bookingsFrom", "2026-01-31")]
    [InlineData("""{"grouping":"per-regel"}""", "/grouping", "per-vat-code-and-account or per-line")]
    [InlineData("""{"grouping":"PerLine"}""", "/grouping", "per-line")]
    [InlineData("""{"webhookProof":1}""", "/webhookProof", "signature or token")]
    [InlineData("""{"callbackAddress":{"a":1}}""", "/callbackAddress", "null for none")]
    [InlineData("""{"bookingOn":true}""", "/bookingOn", "bookingsOn")]
    [InlineData("""{"BOOKINGSON":true}""", "/BOOKINGSON", "bookingsOn")]
    [InlineData("""{"a/b~":true}""", "", "no such setting")]
    [InlineData("""{"name":"a","name":"b"}""", "/name", "twice")]
    [InlineData("""{"\ud800":true}""", "", "no such setting")]
    [InlineData("[]", "", "object")]
    public void What_is_not_understood_is_named_with_what_belongs_there(string json, string pointer, string says)
    {
        var fault = Assert.Single(Read(json).Faults);

        Assert.Equal(pointer, fault.Pointer);
        Assert.Contains(says, fault.En, StringComparison.Ordinal);
        Assert.NotEqual(fault.Nl, fault.En);
    }

    [Fact]
    public void Long_value_is_shown_cut() =>
        Assert.InRange(Read($$"""{"bookingsOn":"{{new string('x', 5000)}}"}""").Faults[0].En.Length, 1, 200);

    [Fact]
    public void Many_unknown_fields_are_named_up_to_a_limit() =>
        Assert.Equal(50, Read($"{{{string.Join(',', Enumerable.Range(0, 1000).Select(one => $"\"x{one}\":1"))}}}").Faults.Count);

    private static SettingsChange Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return SettingsChange.Read(document.RootElement.Clone());
    }
}
