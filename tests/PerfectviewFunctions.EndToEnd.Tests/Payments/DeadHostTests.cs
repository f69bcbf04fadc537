using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.EndToEnd.Tests.Crashes;
using PerfectviewFunctions.EndToEnd.Tests.Hostile;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments;

/// <summary>
/// A host dies between two steps of reading payments or telling of them: not a call to the store comes after. Another one goes on, and in the end
/// books, states and Perfectview say the same.
/// </summary>
public sealed class DeadHostTests
{
    private const string Dead = "dead";

    public static TheoryData<WorkStep> PaymentSteps => new(Steps.OfPayments);

    [Theory]
    [MemberData(nameof(PaymentSteps))]
    public async Task Another_host_goes_on_where_one_died(WorkStep step)
    {
        var grave = new Grave(step);
        var (world, mortal) = await StartToldAsync(configure: grave.Dig);
        await using var _ = world;
        string[] numbers = ["F1", "F2", "F3", "F4", "F5", "F6"];
        await world.BookAsync(mortal, numbers);
        await world.ReadAsync(mortal);
        await mortal.DeliverAsync();
        world.Pay("F1", 21m);
        foreach (var number in numbers.Skip(1))
        {
            world.Pay(number, Total);
        }

        grave.IsOpen = true;
        await LastWordsAsync(() => world.ReadAsync(mortal));
        await LastWordsAsync(mortal.DeliverAsync);
        Assert.True(grave.IsFilled, $"{step} is not reached.");

        var heir = await world.AddHostAsync();
        for (var minute = 0; minute < 5; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await heir.SyncPaymentsAsync();
            await heir.DeliverAsync();
        }

        Assert.Equal("PartlyPaid 21.00 100.00", await heir.PaidAsync("F1"));
        Assert.Equal("2 partly-paid 21.00 100.00", world.ToldOf("F1"));
        foreach (var number in numbers.Skip(1))
        {
            Assert.Equal("Paid 121.00 0.00", await heir.PaidAsync(number));
            Assert.Equal("2 paid 121.00 0.00", world.ToldOf(number));
        }

        Assert.DoesNotContain(world.Receiver().Arrivals, arrival => arrival.Effect is not (Sandbox.CallbackEffect.Applied or Sandbox.CallbackEffect.Repeated));
    }

    /// <summary>What a dead host's timer ends with is nobody's business.</summary>
    private static async Task LastWordsAsync(Func<Task> run)
    {
        var end = await Record.ExceptionAsync(run);
        Assert.True(end is null or StoreUnavailableException, end?.ToString());
    }

    /// <summary>Where a host ends: from the step on its store is out of reach.</summary>
    private sealed class Grave(WorkStep step) : IWorkWitness
    {
        private volatile bool isFilled;

        public bool IsOpen { get; set; }

        public bool IsFilled => isFilled;

        public void Dig(WebApplicationBuilder builder)
        {
            builder.Services.AddSingleton<IWorkWitness>(this);
            var store = builder.Services.Last(service => service.ServiceType == typeof(IRowStore));
            builder.Services.Remove(store);
            builder.Services.AddSingleton<IRowStore>(provider => new BreakableStore((IRowStore)store.ImplementationFactory!(provider))
            {
                Before = _ => isFilled ? new StoreUnavailableException(Dead) : null,
            });
        }

        public void Reached(WorkStep reached)
        {
            if (IsOpen && reached == step)
            {
                isFilled = true;
                throw new StoreUnavailableException(Dead);
            }
        }
    }
}
