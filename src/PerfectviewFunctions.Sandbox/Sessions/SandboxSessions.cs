namespace PerfectviewFunctions.Sandbox;

/// <summary>The open sessions. They live in memory only: after a restart every one is unknown.</summary>
internal sealed class SandboxSessions(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Session> sessions = [];

    /// <returns>The session id: a GUID with braces, 38 characters.</returns>
    public string Open(string userName, Guid administration, SandboxSwitches switches)
    {
        lock (gate)
        {
            if (switches.NewSessionEndsOld)
            {
                foreach (var (id, old) in sessions)
                {
                    sessions[id] = old.UserName == userName && old.Administration == administration ? old with { Closed = true } : old;
                }
            }

            var newId = Guid.NewGuid();
            sessions[newId] = new Session(userName, administration, clock.GetUtcNow() + switches.SessionLifetime, Closed: false);
            return newId.ToString("B").ToUpperInvariant();
        }
    }

    /// <summary>The session, or the code that says why it can't be used.</summary>
    public (Session? Session, string Error) Find(string sessionId)
    {
        if (!Guid.TryParse(sessionId, out var id))
        {
            return (null, ErrorCodes.InvalidSessionData);
        }

        lock (gate)
        {
            return sessions.TryGetValue(id, out var session) switch
            {
                false => (null, ErrorCodes.SessionNotFound),
                _ when session!.Closed => (null, ErrorCodes.SessionClosed),
                _ when session.ExpiresAt <= clock.GetUtcNow() => (null, ErrorCodes.SessionExpired),
                _ => (session, ""),
            };
        }
    }

    /// <summary>A session that is not there is closed already.</summary>
    public void Close(string sessionId)
    {
        lock (gate)
        {
            if (Guid.TryParse(sessionId, out var id) && sessions.TryGetValue(id, out var session))
            {
                sessions[id] = session with { Closed = true };
            }
        }
    }

    public void Expire(string sessionId)
    {
        lock (gate)
        {
            if (Guid.TryParse(sessionId, out var id) && sessions.TryGetValue(id, out var session))
            {
                sessions[id] = session with { ExpiresAt = DateTimeOffset.MinValue };
            }
        }
    }

    public void Forget()
    {
        lock (gate)
        {
            sessions.Clear();
        }
    }
}

internal sealed record Session(string UserName, Guid Administration, DateTimeOffset ExpiresAt, bool Closed);
