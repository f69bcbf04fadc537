using System.Net;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;
using static PerfectviewFunctions.EBoekhouden.Tests.Rest.Support.ScriptedRest;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest;

public sealed class SecretTests
{
    [Fact]
    public async Task Nothing_secret_and_no_invoice_stands_in_logs_or_answers()
    {
        using var bench = new RestBench();
        bench.Service.On(OpenSession, _ => Json(HttpStatusCode.OK, """{"token":"zitting-geheim","expiresIn":3600}"""));
        var told = new List<string>();
        foreach (var answer in new Func<HttpResponseMessage>[]
        {
            () => Json(HttpStatusCode.Created, """{"id":77}"""),
            () => Refused(HttpStatusCode.BadRequest, "MUT_005", "fout bij zitting-geheim"),
            () => Json(HttpStatusCode.InternalServerError, "zitting-geheim"),
            () => Json(HttpStatusCode.Created, "{zitting-geheim"),
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, $"zitting-geheim {RestBench.Token}"),
        })
        {
            bench.Service.On(Book, _ => answer()).On(Outstanding, _ => answer());
            told.Add($"{await bench.BookAsync()}");
            told.Add($"{await bench.ReadOpenItemsAsync()}");
        }

        bench.Service.On(OpenSession, _ => Refused(HttpStatusCode.BadRequest, "API_SESSION_004", RestBench.Token));
        await bench.Books.EndSessionAsync(RestBench.Credentials, default);
        told.Add($"{await bench.BookAsync()}");
        told.AddRange(bench.Logs.Lines);

        Assert.Contains(told, line => line.Contains("POST mutation", StringComparison.Ordinal));
        Assert.All(["zitting-geheim", RestBench.Token, RestBench.Booking.InvoiceNumber, RestBench.Booking.DebtorCode], secret =>
            Assert.DoesNotContain(told, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Options_say_what_is_wrong_with_them()
    {
        Assert.Empty(new RestOptions().Faults());
        Assert.Empty(new RestOptions { Endpoint = new Uri("http://127.0.0.1:5085/") }.Faults());
        foreach (var (options, fault) in new (RestOptions, string)[]
        {
            (new() { Endpoint = new Uri("http://books.example/") }, "Endpoint must use https"),
            (new() { Endpoint = new Uri("v1", UriKind.Relative) }, "Endpoint must be an absolute https address"),
            (new() { Endpoint = new Uri("https://user:word@books.example/") }, "Endpoint must hold no user name"),
            (new() { Source = "" }, "Source must"),
            (new() { Source = "Perfect-vw" }, "Source must"),
            (new() { Source = "PerfectviewFn" }, "Source must"),
            (new() { ReadTimeout = TimeSpan.Zero }, "ReadTimeout must"),
            (new() { ConnectTimeout = TimeSpan.FromHours(1) }, "ConnectTimeout must"),
            (new() { MaxAnswerBytes = 1 }, "MaxAnswerBytes must"),
        })
        {
            Assert.StartsWith(fault, Assert.Single(options.Faults()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/books", "http://127.0.0.1:1/books/v1/session")]
    [InlineData("http://127.0.0.1:1", "http://127.0.0.1:1/v1/session")]
    public async Task Paths_stand_below_the_endpoint(string endpoint, string expected)
    {
        using var bench = new RestBench(new RestOptions { Endpoint = new Uri(endpoint) });
        await bench.ReadOpenItemsAsync();

        Assert.Equal(expected, bench.Service.Seen[0].Message.RequestUri!.AbsoluteUri);
    }
}
