using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PerfectviewFunctions.Web.Endpoints.Payments;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints.Payments;

public sealed class BalancesQueryTests
{
    [Theory]
    [InlineData("", null, false, true)]
    [InlineData("?format=json", "text/csv", false, true)]
    [InlineData("?format=csv", null, true, true)]
    [InlineData("?format=csv&lang=nl", "application/json", true, true)]
    [InlineData("?format=csv&lang=en", null, true, false)]
    [InlineData("?lang=en", "text/csv", true, false)]
    [InlineData("", "text/csv", true, true)]
    [InlineData("", "TEXT/CSV; charset=utf-8", true, true)]
    [InlineData("", "text/csv, */*", true, true)]
    [InlineData("", "text/csv;q=0.8, application/json;q=0.5", true, true)]
    [InlineData("", "text/csv;q=0.5, application/json;q=0.8", false, true)]
    [InlineData("", "application/json, text/csv", false, true)]
    [InlineData("", "text/csv;q=0.1, */*", false, true)]
    [InlineData("", "text/csv;q=0", false, true)]
    [InlineData("", "text/csv;q=0, */*;q=0", false, true)]
    [InlineData("", "application/*, text/csv", false, true)]
    [InlineData("", "*/*", false, true)]
    [InlineData("", "text/html, application/xhtml+xml, */*;q=0.8", false, true)]
    [InlineData("", "no type at all;;;", false, true)]
    public void Form_is_what_is_asked_for(string query, string? accept, bool isCsv, bool isDutch)
    {
        Assert.True(BalancesQuery.TryRead(Request(query, accept), out var read, out _));
        Assert.Equal(new BalancesQuery(isCsv, isDutch), read);
    }

    [Theory]
    [InlineData("?format=xlsx", "format")]
    [InlineData("?format=CSV", "format")]
    [InlineData("?format=", "format")]
    [InlineData("?format", "format")]
    [InlineData("?format=csv&format=json", "format")]
    [InlineData("?format=csv&lang=de", "lang")]
    [InlineData("?lang=EN", "lang")]
    [InlineData("?lang=nl&lang=nl", "lang")]
    public async Task Form_that_there_is_not_is_refused_by_its_name(string query, string name)
    {
        Assert.False(BalancesQuery.TryRead(Request(query, null), out _, out var problem));

        var answer = await Ran.ByAsync(problem);
        Assert.Equal(400, answer.Status);
        Assert.Contains($"The value of {name} is ", answer.Body, StringComparison.Ordinal);
    }

    private static HttpRequest Request(string query, string? accept)
    {
        var request = Ran.NewContext().Request;
        request.QueryString = new QueryString(query);
        request.Headers.Accept = new StringValues(accept);
        return request;
    }
}
