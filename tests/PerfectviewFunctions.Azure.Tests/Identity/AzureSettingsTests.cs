using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Identity;

public sealed class AzureSettingsTests
{
    private const string Secret = "AccountKey=c2VjcmV0";
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private static readonly AzureSettings InAzure = Settings("https://account.table.core.windows.net", null, "https://name.vault.azure.net", null, Id);
    private static readonly AzureSettings OnMyMachine = Settings(null, Secret, null, "secrets", null);

    [Fact]
    public void Settings_of_azure_and_of_a_developer_have_no_faults()
    {
        Assert.Empty(InAzure.Faults(inAzure: true));
        Assert.Empty(InAzure.Faults(inAzure: false));
        Assert.Empty(OnMyMachine.Faults(inAzure: false));
        Assert.Empty((InAzure with { Identity = new() }).Faults(inAzure: false));
    }

    [Theory]
    [InlineData(null, null, "https://v.vault.azure.net", null, null, false, "Storage__Tables is missing")]
    [InlineData(null, " ", "https://v.vault.azure.net", null, null, false, "Storage__Tables is missing")]
    [InlineData(null, null, "https://v.vault.azure.net", null, Id, true, "Storage__Tables is missing")]
    [InlineData("https://a.table.core.windows.net", Secret, null, "x", null, false, "Storage__Tables and PERFECTVIEWFUNCTIONS_Storage__ConnectionString contradict")]
    [InlineData(null, Secret, "https://v.vault.azure.net", null, Id, true, "Storage__ConnectionString must go")]
    [InlineData("https://a.table.core.windows.net", Secret, "https://v.vault.azure.net", null, Id, true, "Storage__ConnectionString must go")]
    [InlineData(null, Secret, null, null, null, false, "Secrets__Vault is missing")]
    [InlineData(null, Secret, null, "", null, false, "Secrets__Vault is missing")]
    [InlineData(null, Secret, "https://v.vault.azure.net", "x", null, false, "Secrets__Vault and PERFECTVIEWFUNCTIONS_Secrets__Folder contradict")]
    [InlineData("https://a.table.core.windows.net", null, null, "x", Id, true, "Secrets__Folder must go")]
    [InlineData("https://a.table.core.windows.net", null, "https://v.vault.azure.net", null, null, true, "Identity__ClientId is missing")]
    [InlineData("https://a.table.core.windows.net", null, "https://v.vault.azure.net", null, "the app", true, "Identity__ClientId is not a client id")]
    [InlineData("https://a.table.core.windows.net", null, "https://v.vault.azure.net", null, "{" + Id + "}", false, "Identity__ClientId is not a client id")]
    [InlineData(null, Secret, null, "x", Id, false, "Identity__ClientId is set, but nothing uses")]
    [InlineData("http://a.table.core.windows.net", null, null, "x", null, false, "Storage__Tables is not the https address")]
    [InlineData("https://a.table.core.windows.net/perfectview", null, null, "x", null, false, "Storage__Tables is not the https address")]
    [InlineData("https://a.table.core.windows.net/?sv=2024&sig=" + Secret, null, null, "x", null, false, "Storage__Tables is not the https address")]
    [InlineData("https://me:" + Secret + "@a.table.core.windows.net", null, null, "x", null, false, "Storage__Tables is not the https address")]
    [InlineData("account", null, null, "x", null, false, "Storage__Tables is not the https address")]
    [InlineData(null, Secret, "name.vault.azure.net", null, null, false, "Secrets__Vault is not the https address")]
    [InlineData(null, Secret, "https://v.vault.azure.net/secrets/x", null, null, false, "Secrets__Vault is not the https address")]
    [InlineData(null, Secret, "https://v.vault.azure.net/#", null, null, false, "Secrets__Vault is not the https address")]
    public void Fault_is_one_sentence_that_begins_with_the_setting(
        string? tables, string? connectionString, string? vault, string? folder, string? clientId, bool inAzure, string begin)
    {
        var settings = Settings(tables, connectionString, vault, folder, clientId);

        var fault = Assert.Single(settings.Faults(inAzure));

        Assert.StartsWith("PERFECTVIEWFUNCTIONS_" + begin, fault, StringComparison.Ordinal);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
        Assert.Matches("\\b(set|leave it out)\\b", fault);
        Assert.DoesNotContain(Secret, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("1table")]
    [InlineData("perfect-view")]
    [InlineData("perfectview\n")]
    [InlineData("Tables")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void Table_that_storage_would_refuse_is_a_fault(string table)
    {
        var fault = Assert.Single((InAzure with { Storage = InAzure.Storage with { Table = table } }).Faults(inAzure: true));

        Assert.StartsWith("PERFECTVIEWFUNCTIONS_Storage__Table ", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123")]
    public void Table_that_storage_takes_is_none(string table) =>
        Assert.Empty((InAzure with { Storage = InAzure.Storage with { Table = table } }).Faults(inAzure: true));

    [Fact]
    public void Every_fault_is_told_at_once() => Assert.Equal(3, new AzureSettings().Faults(inAzure: true).Count());

    [Fact]
    public void Printed_settings_hold_no_key()
    {
        var settings = Settings("https://a.table.core.windows.net/?sig=" + Secret, Secret, null, "x", null);

        Assert.DoesNotContain(Secret, settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sig", settings.ToString(), StringComparison.Ordinal);
    }

    private static AzureSettings Settings(string? tables, string? connectionString, string? vault, string? folder, string? clientId) => new()
    {
        Storage = new StorageSettings { Tables = Address(tables), ConnectionString = connectionString },
        Secrets = new SecretsSettings { Vault = Address(vault), Folder = folder },
        Identity = new IdentitySettings { ClientId = clientId },
    };

    /// <summary>As the configuration reads it: relative too.</summary>
    private static Uri? Address(string? text) => text is null ? null : new Uri(text, UriKind.RelativeOrAbsolute);
}
