using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Storage;
using Xunit;
using Property = PerfectviewFunctions.Core.Tests.Mapping.Property;

namespace PerfectviewFunctions.Core.Tests.Settings;

/// <summary>Tenants are linked, unlinked and given other prefixes, while the store fails or somebody else comes between any two of its calls.</summary>
public sealed class PrefixGuardProperties
{
    private static readonly string[] Tenants = ["a", "b", "c", "planted"];
    private static readonly string[] Prefixes = ["", "A", "a", "A-", "AB", "B-", "B-1", "C"];
    private static int shared;

    private enum Act
    {
        Link,
        Change,
        Unlink,
    }

    private enum Trouble
    {
        None,

        /// <summary>A call is not done.</summary>
        Lost,

        /// <summary>A call is done and its answer lost.</summary>
        Unanswered,

        /// <summary>Somebody else does something, from beginning to end, before a call.</summary>
        Meanwhile,
    }

    [Fact]
    public void No_two_linked_tenants_of_an_administration_ever_have_prefixes_that_clash()
    {
        shared = 0;

        Property.Holds(
            Steps, 20_261_122, steps => PlayAsync(steps).GetAwaiter().GetResult(), times: 1500);

        Assert.InRange(shared, 1000, int.MaxValue);
    }

    private static Gen<Step> OneStep { get; } =
        from act in Gen.Elements(Act.Link, Act.Change, Act.Change, Act.Unlink)
        from tenant in Gen.Elements(Tenants)
        from prefix in Gen.Elements(Prefixes)
        select new Step(act, tenant, prefix);

    private static Gen<(Step Step, Trouble Trouble, int At, Step Other)[]> Steps { get; } = (
        from step in OneStep
        from trouble in Gen.Elements(Trouble.None, Trouble.Lost, Trouble.Unanswered, Trouble.Meanwhile, Trouble.Meanwhile)
        from at in Gen.Choose(1, 16)
        from other in OneStep
        select (step, trouble, at, other)).ListOf(12).Select(steps => steps.ToArray());

    private static async Task PlayAsync((Step Step, Trouble Trouble, int At, Step Other)[] steps)
    {
        var scene = new PrefixScene();
        await scene.AddAsync("a");
        await scene.AddAsync("b");
        await scene.AddAsync("c");
        await scene.PlantAsync("planted", "");
        foreach (var (step, trouble, at, other) in steps)
        {
            await PlayAsync(scene, step, trouble, at, other);
            await AssertApartAsync(scene, $"after {step} with {trouble} at {at} ({other})");
        }
    }

    private static async Task PlayAsync(PrefixScene scene, Step step, Trouble trouble, int at, Step other)
    {
        var calls = 0;
        scene.Store.Before = async _ =>
        {
            if (++calls != at)
            {
                return;
            }

            if (trouble == Trouble.Meanwhile)
            {
                var (before, after) = (scene.Store.Before, scene.Store.After);
                (scene.Store.Before, scene.Store.After) = (null, null);
                await other.RunAsync(scene);
                (scene.Store.Before, scene.Store.After) = (before, after);
            }

            if (trouble == Trouble.Lost)
            {
                throw new StoreUnavailableException("down");
            }
        };
        scene.Store.After = _ => calls == at && trouble == Trouble.Unanswered ? throw new StoreUnavailableException("down") : Task.CompletedTask;
        try
        {
            await step.RunAsync(scene);
        }
        catch (StoreUnavailableException)
        {
            // The person sees an error; nothing is repaired for him.
        }

        (scene.Store.Before, scene.Store.After) = (null, null);
    }

    private static async Task AssertApartAsync(PrefixScene scene, string when)
    {
        var live = (await scene.LiveAsync()).ToList();
        shared += live.Count > 1 ? 1 : 0;
        foreach (var (one, another) in live.SelectMany(one => live.Where(other => other.Key != one.Key), (one, other) => (one, other)))
        {
            Assert.True(PrefixRule.ClashOf(one.Value, another.Value) is null, $"{when}: '{one.Value}' of {one.Key} and '{another.Value}' of {another.Key}");
        }
    }

    private sealed record Step(Act Act, string Tenant, string Prefix)
    {
        public Task RunAsync(PrefixScene scene) => Act switch
        {
            Act.Link => scene.LinkAsync(Tenant, Prefix),
            Act.Change => scene.ChangeAsync(Tenant, Prefix),
            _ => scene.UnlinkAsync(Tenant),
        };
    }
}
