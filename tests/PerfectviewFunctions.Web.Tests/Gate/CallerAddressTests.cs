using System.Net;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

public sealed class CallerAddressTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::9", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::9", "2001:db8:1:3::/64")]
    [InlineData("fe80::1%5", "fe80::/64")]
    [InlineData(null, "unknown")]
    public void Connection_is_told_by_its_address_or_network(string? remote, string expected) =>
        Assert.Equal(expected, Of(remote, trust: false, "198.51.100.1"));

    [Theory]
    [InlineData("198.51.100.1", "198.51.100.1")]
    [InlineData("198.51.100.1:4711", "198.51.100.1")]
    [InlineData("203.0.113.9, 198.51.100.1", "198.51.100.1")]
    [InlineData("203.0.113.9,198.51.100.1:4711", "198.51.100.1")]
    [InlineData("2001:db8:1:2::9", "2001:db8:1:2::/64")]
    [InlineData("[2001:db8:1:2::9]", "2001:db8:1:2::/64")]
    [InlineData("[2001:db8:1:2::9]:4711", "2001:db8:1:2::/64")]
    [InlineData("198.51.100.1, ", "192.0.2.7")]
    [InlineData("198.51.100.1, somebody", "192.0.2.7")]
    [InlineData("", "192.0.2.7")]
    public void Trusted_front_end_says_it_with_the_last_entry(string forwarded, string expected) =>
        Assert.Equal(expected, Of("192.0.2.7", trust: true, forwarded));

    [Fact]
    public void Last_entry_is_that_of_the_last_header() =>
        Assert.Equal("198.51.100.1", Of("192.0.2.7", trust: true, "203.0.113.9", "203.0.113.8, 198.51.100.1"));

    [Fact]
    public void Without_the_header_it_is_the_connection() => Assert.Equal("192.0.2.7", Of("192.0.2.7", trust: true));

    private static string Of(string? remote, bool trust, params string[] forwarded)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote) } };
        if (forwarded.Length > 0)
        {
            context.Request.Headers["X-Forwarded-For"] = forwarded;
        }

        return CallerAddress.Of(context.Request, trust);
    }
}
