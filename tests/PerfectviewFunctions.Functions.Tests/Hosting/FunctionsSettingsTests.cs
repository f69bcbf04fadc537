using PerfectviewFunctions.Functions.Hosting;
using Xunit;

namespace PerfectviewFunctions.Functions.Tests.Hosting;

public sealed class FunctionsSettingsTests
{
    private static Dictionary<string, string> Whole => new()
    {
        ["PERFECTVIEWFUNCTIONS_Storage__Tables"] = "https://a.table.core.windows.net",
        ["PERFECTVIEWFUNCTIONS_Secrets__Vault"] = "https://a.vault.azure.net",
        ["PERFECTVIEWFUNCTIONS_Identity__ClientId"] = "0f3bd3f5-5a1e-4a7c-9f62-3a9f0c6d1e20",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Callers_are_told_apart_by_what_the_front_end_adds_where_there_is_one(bool inAzure)
    {
        var variables = Whole;
        if (inAzure)
        {
            variables["WEBSITE_SITE_NAME"] = "app";
        }

        var (settings, faults) = FunctionsSettings.Read(variables);

        Assert.Empty(faults);
        Assert.Equal(inAzure, settings!.Product.Gate.TrustForwardedFor);
        Assert.False(settings.Product.Gate.TrustPrincipalHeader);
    }
}
