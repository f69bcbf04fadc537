using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

public sealed class SecretsTests
{
    [Fact]
    public Task Ours_hold_none() => RuleTesting.HoldsForOursAsync(SecretsRule.Faults);

    [Theory]
    [InlineData("var a = listKeys(store.id, '2025-06-01').keys[0].value", "main.bicep:1: listKeys hands out keys")]
    [InlineData("var a = store.listKeys().keys[0].value", "listKeys hands out keys")]
    [InlineData("var a = store.listAccountSas('2025-06-01', {}).accountSasToken", "listAccountSas hands out keys")]
    [InlineData("param adminPassword string", "'adminPassword' sounds like a secret")]
    [InlineData("param clientSecret string", "'clientSecret' sounds like a secret")]
    [InlineData("param apiKey string", "'apiKey' sounds like a secret")]
    [InlineData("param storageConnectionString string", "'storageConnectionString' sounds like a secret")]
    [InlineData("@secure()\nparam word string = 'hello'", "'word' is secret and can have no default")]
    [InlineData("output storageKey string = 'x'", "the output 'storageKey' sounds like a secret")]
    [InlineData("@secure()\nparam word string\nvar a = { b: word }\noutput c string = '${a.b}!'", "the output 'c' shows the secret 'word'.")]
    [InlineData("var a = 'DefaultEndpointsProtocol=https;AccountKey=${b}'", "this looks like a key")]
    [InlineData("var a = 'https://x.example/?sv=1&sig=abc'", "this looks like a key")]
    [InlineData("var a = 'q8Zk3JtW0vXyB5nR7mLs2PdFgHc4TeUa9oIiKjQw='", "this looks like a key")]
    public Task Secret_that_shows_is_named(string text, string expected) => RuleTesting.BitesAsync(SecretsRule.Faults, expected, ("main.bicep", text + "\n"));

    [Fact]
    public Task Secret_in_a_parameters_file_is_named() => RuleTesting.BitesAsync(
        SecretsRule.Faults,
        "customers/a.bicepparam:3: 'word' is secret",
        ("main.bicep", "@secure()\nparam word string\n"),
        ("customers/a.bicepparam", "using '../main.bicep'\n\nparam word = 'hello'\n"));

    [Fact]
    public Task What_is_about_a_secret_passes() => RuleTesting.PassesAsync(
        SecretsRule.Faults,
        ("main.bicep", """
            @secure()
            param word string
            param keyVaultName string
            param secretDays int
            var id = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
            var settings = { Name: word, Kind: 'Microsoft.Authorization/roleDefinitions' }
            output vaultUri string = 'https://${keyVaultName}.example/'
            """),
        ("customers/a.bicepparam", "using '../main.bicep'\n\nparam word = readEnvironmentVariable('WORD')\n"));
}
