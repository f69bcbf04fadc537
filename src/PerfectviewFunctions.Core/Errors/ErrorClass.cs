namespace PerfectviewFunctions.Core.Errors;

/// <summary>What an error asks for.</summary>
public enum ErrorClass
{
    /// <summary>Passes by itself: tried again with growing intervals, hourly at most, never given up.</summary>
    Transient,

    /// <summary>Needs a person: held back at once.</summary>
    Permanent,

    /// <summary>It may have been done: looked up before anything is sent again.</summary>
    Unclear,

    /// <summary>The credentials are refused: the whole connection pauses, the invoices wait.</summary>
    Connection,

    /// <summary>The session has ended: renewed once and the call repeated.</summary>
    Session,

    /// <summary>Nothing is wrong: it says why nothing was, or need be, done.</summary>
    Information,
}
