using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Callbacks;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;

/// <summary>A sender as it is shipped, with its own clock and name service; it may send to this machine.</summary>
internal sealed class SenderBench : IDisposable, ILogger<CallbackSender>
{
    private readonly ConcurrentQueue<string> logs = new();
    private readonly ConcurrentQueue<string> resolved = new();
    private readonly CallbackSender sender;

    public SenderBench(
        bool allowPrivate = false,
        bool allowLoopback = true,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null,
        Action<SocketsHttpHandler>? configure = null)
    {
        var policy = new AddressPolicy(allowPrivate, allowLoopback);
        var connector = new GuardedConnector(policy, (host, cancel) =>
        {
            resolved.Enqueue(host);
            return resolve?.Invoke(host, cancel) ?? throw new SocketException((int)SocketError.HostNotFound);
        });
        var options = new CallbackOptions { AllowPrivateAddresses = allowPrivate };
        var handler = CallbackHttp.CreateHandler(connector, options.Timeout);
        configure?.Invoke(handler);
        sender = new CallbackSender(CallbackHttp.CreateClient(handler), policy, options, Time, this);
    }

    public ManualTimeProvider Time { get; } = new();

    /// <summary>All that was logged, at any level, with its exceptions.</summary>
    public string Logs => string.Join('\n', logs);

    /// <summary>The names that were looked up.</summary>
    public IReadOnlyList<string> Resolved => [.. resolved];

    public static Func<string, CancellationToken, Task<IPAddress[]>> To(params string[] addresses) =>
        (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray());

    public Task<CallbackResult> SendAsync(string address, WebhookSecrets? secrets = null, CancellationToken cancellationToken = default) =>
        sender.SendAsync(Samples.Message(address), secrets ?? Samples.Secrets, cancellationToken);

    public async Task<CallbackResult.Failed> FailAsync(string address) =>
        Xunit.Assert.IsType<CallbackResult.Failed>(await SendAsync(address));

    public void Dispose() => sender.Dispose();

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        logs.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
}
