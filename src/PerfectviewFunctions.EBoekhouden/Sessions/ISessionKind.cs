using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Sessions;

/// <summary>What the sessions of an API are like. Two sessions are the same only if they are one object.</summary>
internal interface ISessionKind<in TCredentials, TSession>
    where TSession : class
{
    /// <summary>Every part of the credentials, such that no two sets run into the same text.</summary>
    string PartsOf(TCredentials credentials);

    /// <exception cref="OperationCanceledException">The caller left.</exception>
    Task<Answer<TSession>> OpenAsync(TCredentials credentials, CallLimit limit);

    Task<Answer<bool>> CloseAsync(TSession session, CallLimit limit);

    /// <summary>Whether a code refuses the session rather than the call. A call refused so was not done.</summary>
    bool IsRefusal(string code);

    /// <summary>Whether its time is nearly over, so that the next call opens another.</summary>
    bool IsSpent(TSession session);
}
