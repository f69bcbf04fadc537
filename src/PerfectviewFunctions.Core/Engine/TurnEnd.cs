namespace PerfectviewFunctions.Core.Engine;

/// <summary>Why the work on an administration ended.</summary>
internal enum TurnEnd
{
    /// <summary>What was due is done, or can't be now.</summary>
    Done,

    /// <summary>The time was up, so that there may be more to do.</summary>
    TimeUp,

    /// <summary>Nothing was begun: somebody is at it, and looks once more when he is done.</summary>
    LeftToAnother,
}
