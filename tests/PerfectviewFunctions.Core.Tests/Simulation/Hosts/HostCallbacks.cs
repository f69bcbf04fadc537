using PerfectviewFunctions.Core.Callbacks;

namespace PerfectviewFunctions.Core.Tests.Simulation.Hosts;

/// <summary>Perfectview as one host reaches it: a message may not arrive, or arrive without the sender's knowing.</summary>
internal sealed class HostCallbacks(World world) : ICallbackSender
{
    public async Task<CallbackResult> SendAsync(
        CallbackMessage message, Core.Tenants.WebhookSecrets secrets, CancellationToken cancellationToken)
    {
        var by = world.Running;
        await world.Strands.StopAsync("message " + message.Payment.Number, world.Seconds(10), () => Leave(message, by));
        if (world.Chance(10))
        {
            world.Trace.Count("messages: not delivered");
            return new CallbackResult.Failed(CallbackFailure.Unreachable);
        }

        world.Messages.Take(message, by);
        world.Trace.Count("messages: delivered");
        if (world.Chance(10))
        {
            world.Trace.Count("messages: delivered, answer lost");
            return new CallbackResult.Failed(CallbackFailure.ConnectionLost);
        }

        return new CallbackResult.Delivered();
    }

    private void Leave(CallbackMessage message, Actor? by)
    {
        if (world.Random.Next(2) == 0)
        {
            world.Messages.Take(message, by);
        }
    }
}
