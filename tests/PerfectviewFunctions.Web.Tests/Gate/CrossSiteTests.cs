using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

public sealed class CrossSiteTests
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("same-origin", null, false)]
    [InlineData("none", null, false)]
    [InlineData("same-site", null, true)]
    [InlineData("cross-site", null, true)]
    [InlineData("", null, true)]
    [InlineData("same-origin,none", null, true)]
    [InlineData(null, "https://links.example.nl", false)]
    [InlineData(null, "https://LINKS.example.nl", false)]
    [InlineData(null, "https://links.example.nl:443", false)]
    [InlineData("same-origin", "https://links.example.nl", false)]
    [InlineData(null, "https://links.example.nl:8443", true)]
    [InlineData(null, "https://example.nl", true)]
    [InlineData(null, "https://links.example.nl.evil.example", true)]
    [InlineData(null, "null", true)]
    [InlineData(null, "", true)]
    [InlineData("cross-site", "https://links.example.nl", true)]
    [InlineData("same-origin", "https://evil.example", true)]
    public void Change_is_suspect_when_the_browser_says_it_comes_from_elsewhere(string? site, string? origin, bool suspect)
    {
        foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" })
        {
            Assert.Equal(suspect, CrossSite.IsSuspect(Request(method, site, origin, "links.example.nl")));
        }

        Assert.False(CrossSite.IsSuspect(Request("GET", site, origin, "links.example.nl")));
        Assert.False(CrossSite.IsSuspect(Request("HEAD", site, origin, "links.example.nl")));
    }

    [Theory]
    [InlineData("http://localhost:5080", "localhost:5080", false)]
    [InlineData("http://localhost:5081", "localhost:5080", true)]
    [InlineData("http://localhost", "localhost:5080", true)]
    public void Another_port_is_another_origin(string origin, string host, bool suspect) =>
        Assert.Equal(suspect, CrossSite.IsSuspect(Request("POST", null, origin, host)));

    private static HttpRequest Request(string method, string? site, string? origin, string host)
    {
        var request = new DefaultHttpContext { Request = { Method = method, Host = new HostString(host), Scheme = "http" } }.Request;
        if (site is not null)
        {
            request.Headers["Sec-Fetch-Site"] = site;
        }

        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }

        return request;
    }
}
