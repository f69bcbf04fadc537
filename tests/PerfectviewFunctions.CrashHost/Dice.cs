namespace PerfectviewFunctions.CrashHost;

/// <summary>Numbers that follow from a seed and a position alone, so that threads may ask in any order (SplitMix64).</summary>
internal static class Dice
{
    public static ulong Roll(ulong seed, ulong position)
    {
        var mixed = seed + (position * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
