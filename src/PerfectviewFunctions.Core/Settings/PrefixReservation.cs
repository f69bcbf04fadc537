using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>What became of the wish for a number prefix.</summary>
public abstract record PrefixReservation
{
    private PrefixReservation()
    {
    }

    /// <summary>Nobody else can take it, or one that clashes with it.</summary>
    public sealed record Reserved : PrefixReservation;

    /// <summary>Somebody else's prefix in the same administration stands against it; nothing was reserved.</summary>
    public sealed record Clash(PrefixClash Kind) : PrefixReservation
    {
        /// <summary>What to tell the person; it does not name the other tenant, which may not be his.</summary>
        public FieldFault Fault => PrefixRule.FaultOf(Kind);
    }
}

/// <summary>Why two prefixes can't stand beside each other in one administration.</summary>
public enum PrefixClash
{
    /// <summary>We would have none beside somebody who has one.</summary>
    OursEmpty,

    /// <summary>Somebody else has none.</summary>
    AnothersEmpty,

    Equal,

    /// <summary>One begins the other, so that 1-1 and 1-11 could be the same invoice number.</summary>
    BeginsAnother,
}
