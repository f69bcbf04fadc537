using System.Diagnostics.CodeAnalysis;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Sessions;

/// <summary>
/// The open sessions of this process, one per credential set: opened when first needed, shared by all who call, kept until refused or spent.
/// An opening belongs to no caller, so one who leaves takes nothing from the others; a failed one is not kept.
/// </summary>
internal sealed class SessionPool<TCredentials, TSession>(
    ISessionKind<TCredentials, TSession> kind, Func<TCredentials, Task<Answer<TSession>>> open)
    where TSession : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<Answer<TSession>>> sessions = [];
    private readonly CredentialKeys keys = new();

    /// <summary>The session of these credentials, opening it if need be.</summary>
    /// <exception cref="OperationCanceledException">The token ended the wait, not the opening.</exception>
    public Task<Answer<TSession>> GetAsync(TCredentials credentials, CancellationToken cancellationToken)
    {
        var key = KeyOf(credentials);
        Task<Answer<TSession>>? session;
        lock (gate)
        {
            if (!sessions.TryGetValue(key, out session) || IsOfNoUse(session))
            {
                session = Task.Run(() => open(credentials), CancellationToken.None);
                sessions[key] = session;
            }
        }

        return session.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets a refused session; one that another caller has meanwhile put in its place stays.</summary>
    public void Discard(TCredentials credentials, TSession refused)
    {
        var key = KeyOf(credentials);
        lock (gate)
        {
            if (sessions.TryGetValue(key, out var current) && ReferenceEquals(OpenedIn(current), refused))
            {
                sessions.Remove(key);
            }
        }
    }

    /// <summary>Takes the session of these credentials out, open or still opening, if there is one.</summary>
    public bool TryRemove(TCredentials credentials, [NotNullWhen(true)] out Task<Answer<TSession>>? current)
    {
        var key = KeyOf(credentials);
        lock (gate)
        {
            return sessions.Remove(key, out current);
        }
    }

    private bool IsOfNoUse(Task<Answer<TSession>> session) =>
        session.IsCompleted && (OpenedIn(session) is not { } opened || kind.IsSpent(opened));

    private static TSession? OpenedIn(Task<Answer<TSession>> session) =>
        session is { IsCompletedSuccessfully: true, Result: Answer<TSession>.Success success } ? success.Value : null;

    private string KeyOf(TCredentials credentials) => keys.Of(kind.PartsOf(credentials));
}
