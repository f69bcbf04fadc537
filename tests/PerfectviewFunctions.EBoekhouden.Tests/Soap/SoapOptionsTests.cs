using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

public sealed class SoapOptionsTests
{
    [Fact]
    public void Defaults_are_sound() => Assert.Empty(new SoapOptions().Faults());

    [Theory]
    [InlineData("https://soap.e-boekhouden.nl/soap.asmx")]
    [InlineData("http://localhost:7000/soap.asmx")]
    [InlineData("http://127.0.0.1:7000/soap.asmx")]
    [InlineData("http://[::1]:7000/soap.asmx")]
    public void Endpoint_over_https_or_on_this_machine_is_sound(string endpoint) =>
        Assert.Empty(new SoapOptions { Endpoint = new Uri(endpoint) }.Faults());

    [Theory]
    [InlineData("http://soap.e-boekhouden.nl/soap.asmx", "https")]
    [InlineData("http://localhost.example.test/soap.asmx", "https")]
    [InlineData("ftp://soap.e-boekhouden.nl/", "https")]
    [InlineData("/soap.asmx", "absolute")]
    [InlineData("https://user:secret@soap.e-boekhouden.nl/soap.asmx", "password")]
    public void Endpoint_that_would_leak_or_lead_nowhere_is_named(string endpoint, string word)
    {
        var fault = Assert.Single(new SoapOptions { Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute) }.Faults());

        Assert.StartsWith("Endpoint", fault, StringComparison.Ordinal);
        Assert.Contains(word, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("PerfectviewFunctions")]
    public void Source_of_another_length_is_named(string source) =>
        Assert.StartsWith("Source", Assert.Single(new SoapOptions { Source = source }.Faults()), StringComparison.Ordinal);

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var options = new SoapOptions { Source = "", ReadTimeout = TimeSpan.Zero, ConnectTimeout = TimeSpan.FromDays(1), MaxAnswerBytes = 0 };

        Assert.Equal(["Source", "ReadTimeout", "ConnectTimeout", "MaxAnswerBytes"], options.Faults().Select(fault => fault.Split(' ')[0]));
    }

    [Fact]
    public void Faulty_options_make_no_gateway()
    {
        var options = new SoapOptions { Source = "" };

        using var http = new HttpClient();
        using var logs = new CapturedLogs();
        Assert.Contains("Source must", Assert.Throws<ArgumentException>(() => SoapBookkeeping.Create(options, TimeProvider.System, logs)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SoapBookkeeping(http, options, TimeProvider.System, logs));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddEBoekhouden(options));
    }

    [Fact]
    public void Registration_makes_one_gateway_for_the_process()
    {
        var services = new ServiceCollection().AddEBoekhouden(new SoapOptions());

        var registration = Assert.Single(services);
        Assert.Equal((typeof(IBookkeeping), ServiceLifetime.Singleton), (registration.ServiceType, registration.Lifetime));
        using var logs = new CapturedLogs();
        using var books = Assert.IsType<EBoekhoudenBooks>(registration.ImplementationFactory!(new Container(logs)));
    }

    private sealed class Container(ILoggerFactory logs) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(TimeProvider) ? TimeProvider.System : serviceType == typeof(ILoggerFactory) ? logs : null;
    }
}
