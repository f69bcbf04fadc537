using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Hosting;

public sealed class ProductSettingsTests
{
    private const string Prefix = "PERFECTVIEWFUNCTIONS_";

    [Fact]
    public void By_itself_the_product_books_at_the_real_address_and_trusts_no_header()
    {
        var (settings, faults) = Read();

        Assert.Empty(faults);
        Assert.Equal(new SoapOptions().Endpoint, settings.Soap.Endpoint);
        Assert.False(settings.Gate.TrustPrincipalHeader);
        Assert.False(settings.Gate.TrustForwardedFor);
    }

    [Fact]
    public void Every_setting_of_engine_and_gate_can_be_set()
    {
        var (settings, faults) = Read(
            ("Books", "http://127.0.0.1:5085/soap"), ("Engine__CallTimeout", "00:00:05"), ("Engine__LookupsPerMonth", "100"),
            ("Gate__TrustPrincipalHeader", "true"), ("Gate__TrustForwardedFor", "true"), ("Gate__MaxFailures", "5"));

        Assert.Empty(faults);
        Assert.Equal(new Uri("http://127.0.0.1:5085/soap"), settings.Soap.Endpoint);
        Assert.Equal((TimeSpan.FromSeconds(5), 100), (settings.Engine.CallTimeout, settings.Engine.LookupsPerMonth));
        Assert.Equal((true, true, 5), (settings.Gate.TrustPrincipalHeader, settings.Gate.TrustForwardedFor, settings.Gate.MaxFailures));
    }

    [Theory]
    [InlineData("Books", "http://books.example/soap.asmx", "PERFECTVIEWFUNCTIONS_Books must use https")]
    [InlineData("Books", "https://user:word@books.example/", "PERFECTVIEWFUNCTIONS_Books must hold no user name or password.")]
    [InlineData("Engine__LeaseLength", "00:00:01", "PERFECTVIEWFUNCTIONS_Engine__LeaseLength (00:00:01) must be longer than PERFECTVIEWFUNCTIONS_Engine__CallTimeout (00:00:30)")]
    [InlineData("Engine__FirstRetry", "02:00:00", "PERFECTVIEWFUNCTIONS_Engine__FirstRetry (02:00:00) can't be longer than an hour")]
    [InlineData("Payments__Schedule", "hourly", "PERFECTVIEWFUNCTIONS_Payments__Schedule: 'hourly' is no schedule of six fields")]
    [InlineData("Payments__Parallelism", "0", "PERFECTVIEWFUNCTIONS_Payments__Parallelism must be at least 1")]
    [InlineData("Callbacks__Timeout", "00:00:00", "PERFECTVIEWFUNCTIONS_Callbacks__Timeout, PERFECTVIEWFUNCTIONS_Callbacks__ClaimMargin")]
    [InlineData("Callbacks__Timeout", "00:02:01", "PERFECTVIEWFUNCTIONS_Callbacks__Timeout (00:02:01) can't be longer than 00:02:00")]
    [InlineData("Callbacks__ClaimMargin", "00:00:00", "PERFECTVIEWFUNCTIONS_Callbacks__Timeout, PERFECTVIEWFUNCTIONS_Callbacks__ClaimMargin")]
    [InlineData("Gate__MaxFailures", "0", "PERFECTVIEWFUNCTIONS_Gate__MaxFailures: 0 is too few")]
    [InlineData("Gate__FailureWindow", "00:00:00", "PERFECTVIEWFUNCTIONS_Gate__FailureWindow: 00:00:00 is not between a second and an hour.")]
    [InlineData("Engine__ProvesAbsenceAfter", "00:01:00", "PERFECTVIEWFUNCTIONS_Engine__ProvesAbsenceAfter: there is no such setting")]
    public void Value_that_can_not_be_is_named_as_it_was_typed(string name, string value, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Read((name, value)).Faults), StringComparison.Ordinal);

    private static (ProductSettings Settings, IReadOnlyList<string> Faults) Read(params (string Name, string Value)[] settings)
    {
        var reading = new SettingsReading(SettingsSource.Environment(settings.ToDictionary(setting => Prefix + setting.Name, setting => setting.Value)));
        return (reading.Read<ProductSettings>(product => product.Faults()), reading.Faults());
    }
}
