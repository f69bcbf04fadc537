using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace PerfectviewFunctions.Core.Tests.Mapping;

/// <summary>Checks a property on thousands of samples from a fixed seed, so that a failure comes back.</summary>
internal static class Property
{
    public static void Holds<T>(Gen<T> samples, ulong seed, Action<T> property, int times = 2000)
    {
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(times)
            .WithQuietOnSuccess(true)
            .WithReplay(new Replay(new Rnd(seed), FSharpOption<int>.None));
        Check.One($"seed {seed}", config, Prop.ForAll(samples.ToArbitrary(), property));
    }
}
