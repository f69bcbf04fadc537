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
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    public void In_azure_the_host_has_to_believe_the_front_end_or_callers_are_not_told_apart(string? value)
    {
        var variables = Whole;
        variables["WEBSITE_SITE_NAME"] = "app";
        if (value is not null)
        {
            variables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = value;
        }

        var (settings, faults) = FunctionsSettings.Read(variables);

        Assert.Null(settings);
        Assert.StartsWith("ASPNETCORE_FORWARDEDHEADERS_ENABLED is missing: set it to true", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WEBSITE_SITE_NAME", "ASPNETCORE_FORWARDEDHEADERS_ENABLED")]
    [InlineData]
    public void Whole_settings_are_taken_and_trust_no_header(params string[] further)
    {
        var variables = Whole;
        foreach (var name in further)
        {
            variables[name] = "true";
        }

        var (settings, faults) = FunctionsSettings.Read(variables);

        Assert.Empty(faults);
        Assert.Equal((false, false), (settings!.Product.Gate.TrustForwardedFor, settings.Product.Gate.TrustPrincipalHeader));
    }

    /// <summary>Anybody may send a principal of his own making where nothing in front takes it away.</summary>
    [Theory]
    [InlineData("app", null, false)]
    [InlineData("app", "False", false)]
    [InlineData("app", "True", true)]
    [InlineData(null, null, true)]
    public void In_azure_a_principal_is_trusted_only_behind_app_service_authentication(string? site, string? auth, bool trusted)
    {
        var variables = Whole;
        variables["PERFECTVIEWFUNCTIONS_Gate__TrustPrincipalHeader"] = "true";
        variables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        foreach (var (name, value) in new[] { ("WEBSITE_SITE_NAME", site), ("WEBSITE_AUTH_ENABLED", auth) })
        {
            if (value is not null)
            {
                variables[name] = value;
            }
        }

        var (settings, faults) = FunctionsSettings.Read(variables);

        Assert.Empty(faults);
        Assert.Equal(trusted, settings!.Product.Gate.TrustPrincipalHeader);
        Assert.Equal(trusted ? 0 : 1, settings.Notices.Count);
    }
}
