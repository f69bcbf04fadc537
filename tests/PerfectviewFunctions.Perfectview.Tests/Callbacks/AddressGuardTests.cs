using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks;

/// <summary>Nothing leaves for where it may not go.</summary>
public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("http://receiver.example/")]
    [InlineData("http://8.8.8.8/")]
    [InlineData("http://127.0.0.1.receiver.example/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("https://user@127.0.0.1/")]
    [InlineData("https:///payments")]
    [InlineData("receiver.example")]
    [InlineData("")]
    public async Task Address_that_is_not_https_is_not_even_looked_up(string address)
    {
        using var bench = new SenderBench(allowPrivate: true);

        Assert.Equal(new CallbackResult.Failed(CallbackFailure.NotAllowed, "not https"), await bench.SendAsync(address));
        Assert.Empty(bench.Resolved);
    }

    [Theory]
    [InlineData("http", "127.0.0.1")]
    [InlineData("http", "localhost")]
    [InlineData("https", "127.0.0.1")]
    [InlineData("https", "127.0.0.1.")]
    [InlineData("https", "127.1")]
    [InlineData("https", "127.0.1")]
    [InlineData("https", "2130706433")]
    [InlineData("https", "2130706433.")]
    [InlineData("https", "0x7f000001")]
    [InlineData("https", "0x7f000001.")]
    [InlineData("https", "0x7f.0.0.0x1")]
    [InlineData("https", "0177.0.0.1")]
    [InlineData("https", "0177.0.0.1.")]
    [InlineData("https", "017700000001")]
    [InlineData("https", "[::ffff:127.0.0.1]")]
    [InlineData("https", "[::ffff:7f00:1]")]
    [InlineData("https", "[0:0:0:0:0:ffff:127.0.0.1]")]
    [InlineData("https", "receiver.example")]
    [InlineData("https", "receiver.example.")]
    [InlineData("https", "localhost")]
    public async Task This_machine_is_reached_only_where_that_is_allowed(string scheme, string host)
    {
        using var certificate = Certificates.SelfSigned();
        await using var receiver = new Receiver(_ => Answer.Of("200 OK"), scheme == "https" ? certificate : null);
        using var strict = new SenderBench(allowPrivate: true, allowLoopback: false, resolve: SenderBench.To("127.0.0.1"));
        using var local = new SenderBench(resolve: SenderBench.To("127.0.0.1"), configure: Certificates.Trust(certificate));

        var refused = await strict.FailAsync(receiver.Address(scheme, host));

        Assert.Equal(CallbackFailure.NotAllowed, refused.Code);
        Assert.Equal(scheme == "http" ? "not https" : "loopback address", refused.Detail);
        Assert.All(strict.Resolved, name => Assert.True(char.IsAsciiLetter(name[0]), $"'{name}' is an address, not a name."));
        Assert.Equal(0, receiver.Connections);
        Assert.IsType<CallbackResult.Delivered>(await local.SendAsync(receiver.Address(scheme, host)));
        Assert.Equal(1, receiver.Connections);
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest", "reserved address")]
    [InlineData("https://[::ffff:169.254.169.254]/", "reserved address")]
    [InlineData("https://[::ffff:a9fe:a9fe]/", "reserved address")]
    [InlineData("https://2852039166/", "reserved address")]
    [InlineData("https://0xa9fea9fe/", "reserved address")]
    [InlineData("https://[64:ff9b::a9fe:a9fe]/", "reserved address")]
    [InlineData("https://[fe80::1]/", "reserved address")]
    [InlineData("https://168.63.129.16/", "reserved address")]
    [InlineData("https://0/", "reserved address")]
    [InlineData("https://0.0.0.0/", "reserved address")]
    [InlineData("https://[::]/", "reserved address")]
    [InlineData("https://255.255.255.255/", "reserved address")]
    [InlineData("https://10.1/", "private address")]
    [InlineData("https://192.168.1.1:8443/", "private address")]
    [InlineData("https://[fd00::1]/", "private address")]
    [InlineData("https://[::1]/", "loopback address")]
    public async Task Address_in_the_open_is_judged_as_what_it_stands_for(string address, string detail)
    {
        using var bench = new SenderBench(allowLoopback: false);

        Assert.Equal(new CallbackResult.Failed(CallbackFailure.NotAllowed, detail), await bench.SendAsync(address));
        Assert.Empty(bench.Resolved);
    }

    [Theory]
    [InlineData("10.0.0.1", "private address")]
    [InlineData("169.254.169.254", "reserved address")]
    [InlineData("::ffff:172.16.0.1", "private address")]
    [InlineData("fd12::1", "private address")]
    [InlineData("::2", "reserved address")]
    public async Task Name_that_leads_nowhere_it_may_is_not_allowed_and_its_address_is_not_told(string address, string detail)
    {
        using var bench = new SenderBench(resolve: SenderBench.To(address, "0.0.0.0"));

        Assert.Equal(new CallbackResult.Failed(CallbackFailure.NotAllowed, detail), await bench.SendAsync("https://receiver.example/"));
        Assert.DoesNotContain(address, bench.Logs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_addresses_only_those_allowed_are_tried()
    {
        await using var receiver = new Receiver(_ => Answer.Of("200 OK"));
        using var bench = new SenderBench(resolve: SenderBench.To("169.254.169.254", "10.0.0.1", "0.0.0.0", "8.8.8.8", "::ffff:127.0.0.1", "fe80::1"));

        Assert.IsType<CallbackResult.Delivered>(await bench.SendAsync(receiver.Address(host: "localhost")));
        Assert.Equal(1, receiver.Connections);
    }

    [Fact]
    public async Task Address_that_is_not_allowed_is_not_tried_when_the_others_do_not_listen()
    {
        await using var receiver = new Receiver(_ => Answer.Of("200 OK"));
        using var bench = new SenderBench(resolve: SenderBench.To("::1", "0.0.0.0"));

        Assert.Equal(CallbackFailure.Unreachable, (await bench.FailAsync(receiver.Address(host: "localhost"))).Code);
        Assert.Equal(0, receiver.Connections);
    }

    [Fact]
    public async Task Next_address_is_tried_when_one_does_not_listen()
    {
        await using var receiver = new Receiver(_ => Answer.Of("200 OK"));
        using var bench = new SenderBench(resolve: SenderBench.To("::1", "127.0.0.1"));

        Assert.IsType<CallbackResult.Delivered>(await bench.SendAsync(receiver.Address(host: "localhost")));
    }

    [Fact]
    public async Task Without_TLS_nothing_leaves_this_machine_when_localhost_is_another()
    {
        using var bench = new SenderBench(allowPrivate: true, resolve: SenderBench.To("8.8.8.8", "10.0.0.1"));

        Assert.Equal(new CallbackResult.Failed(CallbackFailure.NotAllowed, "no TLS"), await bench.SendAsync("http://localhost/"));
    }

    [Fact]
    public async Task Name_is_looked_up_once_for_a_connection_and_judged_again_for_the_next()
    {
        await using var receiver = new Receiver(_ => Answer.Of("200 OK", "Connection: close\r\n") with { End = AnswerEnd.Closes });
        var answers = new Queue<string>(["127.0.0.1", "169.254.169.254"]);
        using var bench = new SenderBench(resolve: (host, cancel) => SenderBench.To(answers.Dequeue())(host, cancel));

        Assert.IsType<CallbackResult.Delivered>(await bench.SendAsync(receiver.Address(host: "localhost")));
        Assert.Equal(
            new CallbackResult.Failed(CallbackFailure.NotAllowed, "reserved address"), await bench.SendAsync(receiver.Address(host: "localhost")));
        Assert.Equal(["localhost", "localhost"], bench.Resolved);
        Assert.Equal(1, receiver.Connections);
    }

    [Fact]
    public async Task Private_network_is_let_in_by_configuration_and_what_is_reserved_is_not()
    {
        // Connecting ends at once: what counts is how far an address gets.
        using var bench = new SenderBench(allowPrivate: true, configure: handler =>
        {
            var connect = handler.ConnectCallback!;
            handler.ConnectCallback = async (context, cancel) =>
            {
                using var gone = new CancellationTokenSource();
                await gone.CancelAsync();
                return await connect(context, gone.Token);
            };
        });

        Assert.Equal(CallbackFailure.Unreachable, (await bench.FailAsync("https://10.0.0.1/")).Code);
        Assert.Equal(CallbackFailure.Unreachable, (await bench.FailAsync("https://[fd00::1]/")).Code);
        Assert.Equal(CallbackFailure.NotAllowed, (await bench.FailAsync("https://169.254.169.254/")).Code);
        Assert.Equal(CallbackFailure.NotAllowed, (await bench.FailAsync("https://[fd00:ec2::254]/")).Code);
    }
}
