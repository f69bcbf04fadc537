using System.Net;
using PerfectviewFunctions.Perfectview.Callbacks;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks;

/// <summary>Every range with its first and last address, and the addresses just outside of it.</summary>
public sealed class AddressRuleTests
{
    [Theory]
    [InlineData("1.0.0.0")] // behind 0.0.0.0/8
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("168.63.129.15")]
    [InlineData("168.63.129.17")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("191.255.255.255")]
    [InlineData("192.0.1.0")]
    [InlineData("192.0.1.255")]
    [InlineData("192.0.3.0")]
    [InlineData("192.88.98.255")]
    [InlineData("192.88.100.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("198.51.99.255")]
    [InlineData("198.51.101.0")]
    [InlineData("203.0.112.255")]
    [InlineData("203.0.114.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2000::")]
    [InlineData("2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:200::")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2001:db7:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:db9::")]
    [InlineData("2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2003::")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("3fff:1000::")]
    [InlineData("3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void Address_on_the_internet_is_public(string address) => AssertIs(AddressKind.Public, address);

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.0")]
    [InlineData("100.100.100.199")]
    [InlineData("100.100.100.201")]
    [InlineData("100.127.255.255")]
    [InlineData("172.16.0.0")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.0")]
    [InlineData("192.168.255.255")]
    [InlineData("fc00::")]
    [InlineData("fd00:ec2::253")]
    [InlineData("fd00:ec2::255")]
    [InlineData("fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:192.168.1.1")]
    public void Address_in_a_network_of_ones_own_is_private(string address) => AssertIs(AddressKind.Private, address);

    [Theory]
    [InlineData("127.0.0.0")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.255")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void Address_of_this_machine_is_loopback(string address) => AssertIs(AddressKind.Loopback, address);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.255.255.255")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.255.255")]
    [InlineData("192.0.0.0")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.0.255")]
    [InlineData("192.0.2.0")]
    [InlineData("192.0.2.255")]
    [InlineData("192.88.99.0")]
    [InlineData("192.88.99.255")]
    [InlineData("198.18.0.0")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.0")]
    [InlineData("198.51.100.255")]
    [InlineData("203.0.113.0")]
    [InlineData("203.0.113.255")]
    [InlineData("224.0.0.0")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.0")]
    [InlineData("255.255.255.254")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::2")]
    [InlineData("::127.0.0.1")] // IPv4-compatible, long gone
    [InlineData("::8.8.8.8")]
    [InlineData("::fffe:ffff:ffff")]
    [InlineData("::ffff:0:8.8.8.8")] // IPv4-translated
    [InlineData("::1:0:0:0")]
    [InlineData("64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b::168.63.129.16")]
    [InlineData("64:ff9b::255.255.255.255")]
    [InlineData("64:ff9b::1:0:0")] // behind the /96
    [InlineData("64:ff9b:1::8.8.8.8")] // NAT64 of a network's own
    [InlineData("100::")] // discard only
    [InlineData("1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001::")] // Teredo
    [InlineData("2001:0:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:2::")] // benchmarks
    [InlineData("2001:10::")] // ORCHID
    [InlineData("2001:20::")]
    [InlineData("2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:db8::")]
    [InlineData("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2002::")]
    [InlineData("2002:7f00:1::")] // 6to4 of 127.0.0.1
    [InlineData("2002:808:808::1")] // 6to4 of 8.8.8.8
    [InlineData("2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("3fff::")]
    [InlineData("3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("4000::")]
    [InlineData("5f00::1")] // segment routing
    [InlineData("fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd20:ce::254")]
    [InlineData("fe00::")]
    [InlineData("fe80::")]
    [InlineData("fe80::1%7")]
    [InlineData("fe80::a9fe:a9fe")]
    [InlineData("febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fec0::1")] // site-local, long gone
    [InlineData("ff00::")]
    [InlineData("ff02::1")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("::ffff:0.0.0.0")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:224.0.0.1")]
    [InlineData("::ffff:255.255.255.255")]
    public void Address_that_is_no_receivers_is_reserved(string address) => AssertIs(AddressKind.Reserved, address);

    [Theory]
    [InlineData(AddressKind.Public, true, false, false)]
    [InlineData(AddressKind.Private, true, true, false)]
    [InlineData(AddressKind.Loopback, true, false, true)]
    [InlineData(AddressKind.Public, false, null, null)]
    [InlineData(AddressKind.Private, false, null, null)]
    [InlineData(AddressKind.Loopback, false, false, true)]
    [InlineData(AddressKind.Reserved, true, null, null)]
    [InlineData(AddressKind.Reserved, false, null, null)]
    internal void Policy_allows_a_kind_only_with_what_it_takes(AddressKind kind, bool isSecure, bool? needsPrivate, bool? needsLoopback)
    {
        foreach (var (allowPrivate, allowLoopback) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var expected = needsPrivate is { } a && needsLoopback is { } b && (allowPrivate || !a) && (allowLoopback || !b);

            Assert.Equal(expected, new AddressPolicy(allowPrivate, allowLoopback).Allows(kind, isSecure));
        }
    }

    private static void AssertIs(AddressKind kind, string address)
    {
        var parsed = IPAddress.Parse(address);

        Assert.Equal(kind, AddressRule.KindOf(parsed));
        Assert.Equal(kind == AddressKind.Public, AddressRule.IsPublic(parsed));
    }
}
