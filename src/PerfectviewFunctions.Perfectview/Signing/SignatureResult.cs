namespace PerfectviewFunctions.Perfectview.Signing;

/// <summary>What came of checking a signature; the sender learns no more than that it failed, the operator the exact case.</summary>
public enum SignatureResult
{
    /// <summary>Made with one of the secrets, over exactly these bytes, within the time window.</summary>
    Valid,

    /// <summary>One of the three headers is absent or empty.</summary>
    MissingHeader,

    /// <summary>The id is too long, holds a '.', or something other than visible ASCII characters.</summary>
    MalformedId,

    /// <summary>The timestamp is not a plain number of seconds.</summary>
    MalformedTimestamp,

    /// <summary>The signature header is too long or holds no entry of the form <c>v1,&lt;base64 of 32 bytes&gt;</c>.</summary>
    MalformedSignature,

    /// <summary>The timestamp lies before the time window: a late delivery, a replay, or a sender whose clock is slow.</summary>
    TooOld,

    /// <summary>The timestamp lies after the time window: the sender's clock is fast.</summary>
    TooNew,

    /// <summary>No entry was made with any of the secrets over these bytes.</summary>
    NoMatch,
}
