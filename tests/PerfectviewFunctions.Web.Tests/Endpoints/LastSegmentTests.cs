using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PerfectviewFunctions.Web.Endpoints;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints;

public sealed class LastSegmentTests
{
    [Theory]
    [InlineData("/api/x/2026-1", "2026-1")]
    [InlineData("/api/x/2026-1/?a=/b", "2026-1")]
    [InlineData("http://host/api/x/2026-1?q", "2026-1")]
    [InlineData("/api/x/a%2Fb", "a/b")]
    [InlineData("/api/x/a%252Fb", "a%2Fb")]
    [InlineData("/api/x/5%2541", "5%41")]
    [InlineData("/api/x/a+b%20c", "a+b c")]
    [InlineData("/api/x/%C3%A9", "é")]
    [InlineData("/api/x/%ZZ%FF", "%ZZ%FF")]
    public void Text_is_what_the_caller_escaped(string target, string expected)
    {
        var context = new DefaultHttpContext();
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;

        Assert.Equal(expected, LastSegment.Of(context.Request));
    }

    [Fact]
    public void Path_serves_where_a_server_does_not_keep_what_was_sent() =>
        Assert.Equal("a/b é", LastSegment.Of(new DefaultHttpContext { Request = { Path = "/api/x/a%2Fb é" } }.Request));
}
