using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PerfectviewFunctions.Web.Endpoints;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints;

public sealed class SentSegmentTests
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
    public void Text_is_what_the_caller_escaped(string target, string expected) => Assert.Equal(expected, SentSegment.Of(Sent(target)));

    [Theory]
    [InlineData("/api/x/a%2Fb/link", "a/b")]
    [InlineData("/api/x/a%252Fb/link/?a=/b/c", "a%2Fb")]
    [InlineData("http://host/api/x/%2F%2F/link", "//")]
    [InlineData("/link", "")]
    [InlineData("link", "")]
    public void Text_before_the_last_part_is_found_too(string target, string expected) =>
        Assert.Equal(expected, SentSegment.Of(Sent(target), behind: 1));

    [Fact]
    public void Path_serves_where_a_server_does_not_keep_what_was_sent() =>
        Assert.Equal("a/b é", SentSegment.Of(new DefaultHttpContext { Request = { Path = "/api/x/a%2Fb é" } }.Request));

    [Theory]
    [InlineData("/api/x/a%2Fb", "a/b", "a/b")]
    [InlineData("/api/x/a%252Fb", "a/b", "a/b")]
    [InlineData("/api/x/a%252fb", "a/b", "a/b")]
    [InlineData("/api/x/a%252Fb", "a/b a%2Fb", "a%2Fb")]
    [InlineData("/api/x/a%2Fb", "a%2Fb", null)]
    [InlineData("/api/x/a%252F%252F", "a//", "a//")]
    [InlineData("/api/x/abcdefg", "abcdefg", null)]
    [InlineData("/", "", null)]
    public async Task Name_with_that_very_text_comes_before_one_with_slashes(string target, string names, string? expected)
    {
        var known = names.Split(' ');

        var found = await SentSegment.FindAsync(Sent(target), longest: 6, name => Task.FromResult(known.FirstOrDefault(one => one == name)));

        Assert.Equal(expected, found);
    }

    private static HttpRequest Sent(string target)
    {
        var context = new DefaultHttpContext();
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        return context.Request;
    }
}
