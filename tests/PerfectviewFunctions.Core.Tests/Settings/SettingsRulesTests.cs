using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Settings;

public sealed class SettingsRulesTests
{
    private static readonly TenantSettings Fine = new();

    public static TheoryData<string, TenantSettings> Broken => new()
    {
        { "/name", Fine with { Name = new string('n', 101) } },
        { "/name", Fine with { Name = "a\nb" } },
        { "/numberPrefix", Fine with { NumberPrefix = new string('A', 21) } },
        { "/numberPrefix", Fine with { NumberPrefix = "A B" } },
        { "/numberPrefix", Fine with { NumberPrefix = "É-" } },
        { "/debtorAccount", Fine with { DebtorAccount = "" } },
        { "/debtorAccount", Fine with { DebtorAccount = "13 00" } },
        { "/debtorAccount", Fine with { DebtorAccount = "12345678901" } },
        { "/paymentTermDays", Fine with { PaymentTermDays = -1 } },
        { "/paymentTermDays", Fine with { PaymentTermDays = 10_000 } },
        { "/bookingsFrom", Fine with { BookingsFrom = new DateOnly(1979, 12, 31) } },
        { "/bookingsFrom", Fine with { BookingsFrom = new DateOnly(2050, 1, 1) } },
        { "/retentionDays", Fine with { RetentionDays = 0 } },
        { "/retentionDays", Fine with { RetentionDays = 3651 } },
        { "/personNames", Fine with { PersonNames = (PersonNameFormat)9 } },
        { "/description", Fine with { Description = "" } },
        { "/description", Fine with { Description = "  " } },
        { "/description", Fine with { Description = new string('d', 201) } },
        { "/description", Fine with { Description = "a\tb" } },
        { "/description", Fine with { Description = "{number} {nummer}" } },
        { "/description", Fine with { Description = "{number" } },
        { "/callbackAddress", Fine with { CallbackAddress = "" } },
        { "/callbackAddress", Fine with { CallbackAddress = "example.test/x" } },
        { "/callbackAddress", Fine with { CallbackAddress = "/x" } },
        { "/callbackAddress", Fine with { CallbackAddress = "https://" } },
        { "/callbackAddress", Fine with { CallbackAddress = " https://example.test/" } },
        { "/callbackAddress", Fine with { CallbackAddress = "http://example.test/" } },
        { "/callbackAddress", Fine with { CallbackAddress = "http://127.0.0.1/x" } },
        { "/callbackAddress", Fine with { CallbackAddress = "ftp://example.test/" } },
        { "/callbackAddress", Fine with { CallbackAddress = "https://a:b@example.test/" } },
        { "/callbackAddress", Fine with { CallbackAddress = "https://@example.test/" } },
        { "/callbackAddress", Fine with { CallbackAddress = "https://example.test/?key=1" } },
        { "/callbackAddress", Fine with { CallbackAddress = "https://example.test/?" } },
        { "/callbackAddress", Fine with { CallbackAddress = "https://example.test/#a" } },
        { "/callbackAddress", Fine with { CallbackAddress = "https://example.test\\x" } },
        { "/callbackAddress", Fine with { CallbackAddress = "https://example.test/" + new string('a', 500) } },
    };

    public static TheoryData<TenantSettings> Kept => new()
    {
        Fine,
        Fine with { Name = new string('n', 100), NumberPrefix = "AZaz09-_./AZaz09-_./", DebtorAccount = "1234567890" },
        Fine with { PaymentTermDays = 0, RetentionDays = 1, BookingsFrom = new DateOnly(1980, 1, 1) },
        Fine with { PaymentTermDays = 9999, RetentionDays = 3650, BookingsFrom = new DateOnly(2049, 12, 31) },
        Fine with { Description = "Verkoop" },
        Fine with { Description = "{reference}{debtor}{number}" },
        Fine with { PaymentsOn = true, CallbackAddress = null },
        Fine with { CallbackAddress = "https://example.test:8443/koppeling/@me" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Setting_that_breaks_a_rule_is_named_in_two_languages(string pointer, TenantSettings settings)
    {
        var fault = Assert.Single(SettingsRules.Check(settings, new SettingsOptions()));

        Assert.Equal(pointer, fault.Pointer);
        Assert.Matches(@"^\p{Lu}.*\.$", fault.Nl);
        Assert.Matches(@"^\p{Lu}.*\.$", fault.En);
        Assert.NotEqual(fault.Nl, fault.En);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Settings_within_the_rules_have_no_fault(TenantSettings settings) =>
        Assert.Empty(SettingsRules.Check(settings, new SettingsOptions()));

    [Fact]
    public void Unknown_place_in_the_description_is_named() =>
        Assert.Contains("{nummer}", SettingsRules.Check(Fine with { Description = "{number} {nummer}" }, new())[0].Nl, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:5000/x", 0)]
    [InlineData("http://localhost/x", 0)]
    [InlineData("http://[::1]/x", 0)]
    [InlineData("http://example.test/x", 1)]
    public void Plain_http_goes_to_this_machine_alone_where_that_is_allowed(string address, int faults) =>
        Assert.Equal(faults, SettingsRules.Check(Fine with { CallbackAddress = address }, new SettingsOptions(LocalCallbacks: true)).Count);
}
