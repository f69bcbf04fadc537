namespace PerfectviewFunctions.Sandbox;

/// <summary>The open sessions of both APIs. They live in memory only: after a restart every one is unknown.</summary>
internal sealed class SandboxSessions(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Session> sessions = [];

    /// <returns>The session id; it holds for calls by this API only.</returns>
    public Guid Open(CallApi api, string userName, Guid administration, SandboxSwitches switches)
    {
        lock (gate)
        {
            var opened = new Session(api, userName, administration, clock.GetUtcNow() + switches.SessionLifetime, Closed: false);
            if (switches.NewSessionEndsOld)
            {
                foreach (var (id, old) in sessions)
                {
                    sessions[id] = old.IsReplacedBy(opened) ? old with { Closed = true } : old;
                }
            }

            var newId = Guid.NewGuid();
            sessions[newId] = opened;
            return newId;
        }
    }

    /// <summary>The session, or the code of the SOAP manual that says why it can't be used.</summary>
    public (Session? Session, string Error) Find(string sessionId, CallApi api)
    {
        if (!Guid.TryParse(sessionId, out var id))
        {
            return (null, ErrorCodes.InvalidSessionData);
        }

        lock (gate)
        {
            return sessions.TryGetValue(id, out var session) switch
            {
                true when session!.Api != api => (null, ErrorCodes.SessionNotFound),
                false => (null, ErrorCodes.SessionNotFound),
                _ when session!.Closed => (null, ErrorCodes.SessionClosed),
                _ when session.ExpiresAt <= clock.GetUtcNow() => (null, ErrorCodes.SessionExpired),
                _ => (session, ""),
            };
        }
    }

    /// <summary>A session that is not there is closed already.</summary>
    public void Close(string sessionId, CallApi api) => Replace(sessionId, api, session => session with { Closed = true });

    public void Expire(string sessionId, CallApi api) =>
        Replace(sessionId, api, session => session with { ExpiresAt = DateTimeOffset.MinValue });

    public void Forget()
    {
        lock (gate)
        {
            sessions.Clear();
        }
    }

    private void Replace(string sessionId, CallApi api, Func<Session, Session> change)
    {
        lock (gate)
        {
            if (Guid.TryParse(sessionId, out var id) && sessions.TryGetValue(id, out var session) && session.Api == api)
            {
                sessions[id] = change(session);
            }
        }
    }
}

internal sealed record Session(CallApi Api, string UserName, Guid Administration, DateTimeOffset ExpiresAt, bool Closed)
{
    public bool IsReplacedBy(Session other) => Api == other.Api && UserName == other.UserName && Administration == other.Administration;
}
