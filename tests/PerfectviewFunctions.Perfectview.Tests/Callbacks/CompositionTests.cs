using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks;

/// <summary>What a host gets sends by the rules that it set.</summary>
public sealed class CompositionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sender_keeps_to_the_options_of_its_host(bool localCallbacks)
    {
        await using var receiver = new Receiver(_ => Answer.Of("200 OK"));
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new ManualTimeProvider())
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(new CallbackOptions())
            .AddSingleton(new SettingsOptions(localCallbacks))
            .AddPerfectviewCallbacks()
            .BuildServiceProvider();

        var result = await services.GetRequiredService<ICallbackSender>()
            .SendAsync(Samples.Message(receiver.Address()), Samples.Secrets, CancellationToken.None);

        Assert.Equal(localCallbacks, result is CallbackResult.Delivered);
        Assert.Equal(localCallbacks ? 1 : 0, receiver.Connections);
    }
}
