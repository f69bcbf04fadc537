using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;
using Xunit.Sdk;

namespace PerfectviewFunctions.Core.Tests.Attention;

/// <summary>Random walks of events, answers of the books, time, retries and ignores: after each step the index is what the invoices say.</summary>
public sealed class HeldIndexWalk
{
#pragma warning disable CA5394 // Justification: a walk must be repeatable, not unforeseeable.
    [Fact]
    public async Task Index_holds_exactly_the_invoices_that_need_attention_after_every_step()
    {
        var wasHeld = 0;
        for (var seed = 1; seed <= 30; seed++)
        {
            var (random, bench) = (new Random(seed), new Bench());
            var desk = new Desk(bench);
            var tenant = await bench.AddTenantAsync();
            var sweep = bench.NewSweep();
            string Number() => Bench.Numbered("F", random.Next(1, 6));
            for (var step = 0; step < 60; step++)
            {
                try
                {
                    switch (random.Next(6))
                    {
                        case 0 or 1:
                            bench.Books.OnBook = Answers(random);
                            await bench.TakeOneAsync(
                                tenant,
                                bench.Events.Valid(Bench.Numbered("e", step), Number(), random.Next(30), debtor: Arriving.Debtor("r-1")));
                            break;
                        case 2:
                            bench.Clock.Advance(TimeSpan.FromMinutes(random.Next(90)));
                            await sweep.RunAsync(default);
                            break;
                        case 3:
                            await desk.IgnoreAsync(tenant, Number());
                            break;
                        default:
                            bench.Books.OnBook = Answers(random);
                            await desk.RetryAsync(tenant, Number());
                            break;
                    }

                    await desk.CheckIndexAsync(tenant);
                    wasHeld += await desk.HeldBack.ListAsync(tenant.Id, null, default).CountAsync();
                }
                catch (Exception exception)
                {
                    throw new XunitException($"seed {seed}, step {step}: {exception.Message}", exception);
                }
            }
        }

        Assert.True(wasHeld > 500, $"Only {wasHeld} were held back: the walks show nothing.");
    }

    private static Func<Booking, Answer<BookingReceipt>?> Answers(Random random) => random.Next(6) switch
    {
        0 => _ => new Answer<BookingReceipt>.Refused("CMUT020"),
        1 => _ => new Answer<BookingReceipt>.Refused("CMUT012"),
        2 => _ => new Answer<BookingReceipt>.Refused("CMUT018"),
        3 => _ => new Answer<BookingReceipt>.Unclear(CallFailure.TimedOut),
        4 => _ => new Answer<BookingReceipt>.NotDone(CallFailure.Unreachable),
        _ => _ => null,
    };
#pragma warning restore CA5394
}
