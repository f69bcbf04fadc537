using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>Storing an intent may take longer than the lease lasts: between that and the call the lease is looked at once more.</summary>
public sealed class LeaseBeforeTheCallTests
{
    [Theory]
    [InlineData(WorkStep.IntentStored, "book")]
    [InlineData(WorkStep.DebtorIntentStored, "add")]
    [InlineData(WorkStep.CardIntentStored, "update")]
    public async Task Call_is_not_begun_when_the_lease_ran_out_while_its_intent_was_stored(WorkStep step, string call)
    {
        Bench? bench = null;
        var witness = new At(step, () => bench!.Clock.Advance(bench.Options.LeaseLength)) { IsArmed = false };
        bench = new Bench(witness: witness);
        var tenant = await bench.AddTenantAsync(settings: Bench.Settings with { RelationsOn = true });
        if (call != "add")
        {
            await bench.TakeOneAsync(tenant, Phone(bench, 1));
        }

        witness.IsArmed = true;
        bench.Books.Forget();
        await bench.TakeOneAsync(tenant, call == "book" ? bench.Events.Valid("e1", "F1") : Phone(bench, 2));

        Assert.DoesNotContain(bench.Books.Calls, made => made.StartsWith(call, StringComparison.Ordinal));
    }

    private static EventRead.Valid Phone(Bench bench, int index) => bench.Events.Changed(
        Bench.Numbered("c-", index),
        new DebtorDetails("r-1", IsPerson: false) { Name = "Firma r-1", Phone = Bench.Numbered("020-", index) },
        index,
        RelationField.Name,
        RelationField.Phone);
}
