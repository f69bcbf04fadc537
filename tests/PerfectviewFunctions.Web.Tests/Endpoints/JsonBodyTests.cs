using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Endpoints;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("APPLICATION/JSON", true)]
    [InlineData("application/json; charset=utf-8", true)]
    [InlineData("application/json;charset=\"UTF-8\"", true)]
    [InlineData("application/json; version=1", true)]
    [InlineData("application/json; charset=latin1", false)]
    [InlineData("application/json; charset=utf-16", false)]
    [InlineData("application/problem+json", false)]
    [InlineData("text/json", false)]
    [InlineData("*/*", false)]
    [InlineData("json", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Content_type_is_json_in_utf_8(string? type, bool isJson) => Assert.Equal(isJson, JsonBody.IsJson(type));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99_999)]
    [InlineData(100_000)]
    public async Task Body_up_to_the_limit_is_read_whole(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(index => (byte)index).ToArray();

        Assert.Equal(bytes, (await JsonBody.ReadAsync(Request(bytes, length), 100_000, CancellationToken.None))!.Value.ToArray());
        Assert.Equal(bytes, (await JsonBody.ReadAsync(Request(bytes, null), 100_000, CancellationToken.None))!.Value.ToArray());
    }

    [Fact]
    public async Task Body_over_the_limit_is_not_read_when_its_length_says_so()
    {
        var request = Request(new byte[200_000], 100_001);

        Assert.Null(await JsonBody.ReadAsync(request, 100_000, CancellationToken.None));
        Assert.Equal(0, request.Body.Position);
    }

    [Fact]
    public async Task Body_over_the_limit_is_read_little_further_than_that_when_its_length_is_not_told()
    {
        var request = Request(new byte[10_000_000], null);

        Assert.Null(await JsonBody.ReadAsync(request, 100_000, CancellationToken.None));
        Assert.InRange(request.Body.Position, 100_001, 150_000);
    }

    private static HttpRequest Request(byte[] body, long? length) =>
        new DefaultHttpContext { Request = { Body = new MemoryStream(body), ContentLength = length } }.Request;
}
