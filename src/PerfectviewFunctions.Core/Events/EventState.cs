namespace PerfectviewFunctions.Core.Events;

public enum EventState
{
    /// <summary>Stored, not yet worked on to an end.</summary>
    Received,

    /// <summary>Tried or waiting; due again at a known time.</summary>
    Retry,

    /// <summary>What it says stands in the books.</summary>
    Done,

    /// <summary>Does not keep the contract; judged anew when it is delivered again.</summary>
    Refused,

    /// <summary>Held back until a person acts.</summary>
    NeedsAttention,

    /// <summary>Nothing had to be done.</summary>
    Ignored,
}

public static class EventStates
{
    /// <summary>Whether the engine still has something to do by itself.</summary>
    public static bool IsOpen(this EventState state) => state is EventState.Received or EventState.Retry;
}
