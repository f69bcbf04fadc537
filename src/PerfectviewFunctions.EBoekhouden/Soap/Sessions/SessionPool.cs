using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Soap.Sessions;

/// <summary>
/// The open sessions of this process, one per credential set: opened when first needed, shared by all who call, kept until refused.
/// An opening belongs to no caller, so one who leaves takes nothing from the others; a failed one is not kept.
/// </summary>
internal sealed class SessionPool(Func<BookkeepingCredentials.Soap, Task<Answer<SoapSession>>> open)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<Answer<SoapSession>>> sessions = [];

    // The dictionary holds no secret and nothing from which one could be guessed.
    private readonly byte[] hashKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>The session of these credentials, opening it if need be.</summary>
    /// <exception cref="OperationCanceledException">The token ended the wait, not the opening.</exception>
    public Task<Answer<SoapSession>> GetAsync(BookkeepingCredentials.Soap credentials, CancellationToken cancellationToken)
    {
        var key = KeyOf(credentials);
        Task<Answer<SoapSession>>? session;
        lock (gate)
        {
            if (!sessions.TryGetValue(key, out session) || IsFailed(session))
            {
                session = Task.Run(() => open(credentials), CancellationToken.None);
                sessions[key] = session;
            }
        }

        return session.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets a refused session; one that another caller has meanwhile put in its place stays.</summary>
    public void Discard(BookkeepingCredentials.Soap credentials, SoapSession refused)
    {
        var key = KeyOf(credentials);
        lock (gate)
        {
            if (sessions.TryGetValue(key, out var current) && OpenedIn(current) == refused)
            {
                sessions.Remove(key);
            }
        }
    }

    /// <summary>Takes the session of these credentials out, open or still opening, if there is one.</summary>
    public bool TryRemove(BookkeepingCredentials.Soap credentials, [NotNullWhen(true)] out Task<Answer<SoapSession>>? current)
    {
        var key = KeyOf(credentials);
        lock (gate)
        {
            return sessions.Remove(key, out current);
        }
    }

    private static bool IsFailed(Task<Answer<SoapSession>> session) => session.IsCompleted && OpenedIn(session) is null;

    private static SoapSession? OpenedIn(Task<Answer<SoapSession>> session) =>
        session is { IsCompletedSuccessfully: true, Result: Answer<SoapSession>.Success success } ? success.Value : null;

    private string KeyOf(BookkeepingCredentials.Soap credentials)
    {
        // With their lengths, so that no two sets run into the same text.
        var (user, code1, code2) = (credentials.UserName, credentials.SecurityCode1, credentials.SecurityCode2);
        var parts = string.Create(CultureInfo.InvariantCulture, $"{user.Length}:{user}{code1.Length}:{code1}{code2}");
        return Convert.ToHexString(HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes(parts)));
    }
}
