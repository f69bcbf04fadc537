using PerfectviewFunctions.Parity;
using PerfectviewFunctions.Web;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Parity;

/// <summary>The reader finds each way in which functions can differ from the product, and names the one that does.</summary>
public sealed class FunctionSourcesTests
{
    private const string Endpoint = """
        namespace Some.Name;
        public sealed class InvoiceFunction(EndpointRunner endpoints)
        {
            [Function("Invoice")]
            public Task<IResult> RunAsync(
                [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Invoice)] HttpRequest request) =>
                endpoints.RunAsync("Invoice", request);
        }
        """;

    private const string CatchAll = """
        public sealed class UnknownFunction(EndpointRunner endpoints)
        {
            [Microsoft.Azure.Functions.Worker.Function("Unknown")]
            public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = Routes.Unknown)] HttpRequest r) => endpoints.RunAsync("Unknown", r);
        }
        """;

    private const string Timer = """
        public sealed class ProcessPendingFunction(PendingSweep sweep)
        {
            [FunctionAttribute("ProcessPending")]
            public Task RunAsync([TimerTrigger(Schedules.ProcessPending)] TimerInfo timer, CancellationToken cancellationToken) => sweep.RunAsync(cancellationToken);
        }
        """;

    private static Exposure Product { get; } = new(
        [new("Invoice", ["GET"], Routes.Invoice, ExposedEndpoint.Anonymous), new("Unknown", [], Routes.Unknown, ExposedEndpoint.Anonymous)],
        [new(nameof(Schedules.ProcessPending), Schedules.ProcessPending)],
        []);

    [Fact]
    public void Functions_as_they_should_be_have_no_difference() => Assert.Empty(Differences(Endpoint, CatchAll, Timer));

    [Fact]
    public void Forgotten_function_is_named()
    {
        Assert.Equal("Invoice: the host does not have this endpoint.", Assert.Single(Differences(CatchAll, Timer)));
        Assert.Equal("ProcessPending: the host does not have this timer.", Assert.Single(Differences(Endpoint, CatchAll)));
        Assert.Equal("Unknown: the host does not have this endpoint.", Assert.Single(Differences(Endpoint, Timer)));
    }

    [Fact]
    public void Function_that_stands_there_twice_is_named() =>
        Assert.Contains("Invoice: the host has this endpoint 2 times.", Differences(Endpoint, Endpoint, CatchAll, Timer));

    [Theory]
    [InlineData("Routes.Invoice", "Routes.Invoices", "Invoice: route 'api/tenants/{tenant}/invoices' should be 'api/tenants/{tenant}/invoices/{number}'.")]
    [InlineData("Routes.Invoice", "\"api/elsewhere\"", "Invoice: route 'api/elsewhere' should be")]
    [InlineData("Routes.Invoice", "Routes.NoSuch", "Invoice: its HTTP trigger needs")]
    [InlineData(", Route = Routes.Invoice", "", "Invoice: its HTTP trigger needs")]
    [InlineData("\"get\"", "\"get\", \"post\"", "Invoice: methods 'GET, POST' should be 'GET'.")]
    [InlineData("\"get\"", "\"put\"", "Invoice: methods 'PUT' should be 'GET'.")]
    [InlineData("\"get\", ", "", "Invoice: methods 'any' should be 'GET'.")]
    [InlineData("\"get\"", "Verb", "Invoice: its HTTP trigger needs")]
    [InlineData("AuthorizationLevel.Anonymous", "AuthorizationLevel.Function", "Invoice: authorization level 'Function' should be 'Anonymous'.")]
    [InlineData("AuthorizationLevel.Anonymous", "AuthorizationLevel.Admin", "Invoice: authorization level 'Admin' should be 'Anonymous'.")]
    [InlineData("AuthorizationLevel.Anonymous, ", "", "Invoice: authorization level 'Function' should be 'Anonymous'.")]
    [InlineData("[Function(\"Invoice\")]", "[Function(\"Bill\")]", "Bill: the product has no such endpoint.")]
    [InlineData("[Function(\"Invoice\")]", "[Function(Name)]", "RunAsync: the name of this function can't be read")]
    [InlineData("[HttpTrigger(AuthorizationLevel.Anonymous, \"get\", Route = Routes.Invoice)]", "[QueueTrigger(\"invoices\")]", "Invoice: it needs one trigger")]
    public void Another_trigger_is_named(string what, string with, string difference) =>
        AssertNamed(difference, Changed(Endpoint, what, with), CatchAll, Timer);

    [Theory]
    [InlineData("endpoints.RunAsync(\"Invoice\", request)", "endpoints.RunAsync(\"Invoices\", request)")]
    [InlineData("endpoints.RunAsync(\"Invoice\", request)", "Task.FromResult(Results.Ok())")]
    [InlineData("endpoints.RunAsync(\"Invoice\", request)", "request.Query.Count > 0 ? null! : endpoints.RunAsync(\"Invoice\", request)")]
    [InlineData("endpoints.RunAsync(\"Invoice\", request)", "other.RunAsync(\"Invoice\", request)")]
    [InlineData("=>\n        endpoints.RunAsync(\"Invoice\", request);", "{ return endpoints.RunAsync(\"Invoice\", request); }")]
    [InlineData("(EndpointRunner endpoints)", "(InvoiceEndpoint endpoints)")]
    [InlineData("(EndpointRunner endpoints)", "(EndpointRunner endpoints) : Other(endpoints)")]
    [InlineData("[Function(\"Invoice\")]", "private readonly Runner endpoints = new();\n[Function(\"Invoice\")]")]
    public void Function_that_does_more_than_hand_its_request_on_is_named(string what, string with) =>
        AssertNamed("Invoice: it must be a class of one method that does nothing but hand on", Changed(Endpoint, what, with), CatchAll, Timer);

    [Theory]
    [InlineData("Schedules.ProcessPending", "\"0 0 * * * *\"", "ProcessPending: schedule '0 0 * * * *' should be '0 * * * * *'.")]
    [InlineData("Schedules.ProcessPending", "Schedules.ProcessPending, RunOnStartup = true", "ProcessPending: its timer needs a schedule")]
    [InlineData("Schedules.ProcessPending", "Schedules.NoSuch", "ProcessPending: its timer needs a schedule")]
    [InlineData("\"ProcessPending\"", "\"Process\"", "ProcessPending: the host does not have this timer.")]
    [InlineData("sweep.RunAsync(cancellationToken)", "Task.CompletedTask", "ProcessPending: it must be a class of one method")]
    [InlineData("sweep.RunAsync(cancellationToken)", "sweep.RunAsync(CancellationToken.None)", "ProcessPending: it must be a class of one method")]
    public void Another_timer_is_named(string what, string with, string difference) =>
        AssertNamed(difference, Endpoint, CatchAll, Changed(Timer, what, with));

    private static void AssertNamed(string difference, params string[] sources) =>
        Assert.Contains(Differences(sources), found => found.StartsWith(difference, StringComparison.Ordinal));

    private static string Changed(string source, string what, string with)
    {
        Assert.Contains(what, source, StringComparison.Ordinal);
        return source.Replace(what, with, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Differences(params string[] sources) => HostParity.Differences(Product, FunctionSources.Read(sources));
}
