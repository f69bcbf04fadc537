using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Sessions;

/// <summary>
/// Makes calls in the session of their credentials. When the session is refused, the call was not done: the session is renewed and the
/// call repeated, once.
/// </summary>
/// <param name="readTimeout">The most that an opening for all, or a closing, may take.</param>
internal sealed class SessionCalls<TCredentials, TSession>(
    ISessionKind<TCredentials, TSession> kind, TimeSpan readTimeout, TimeProvider clock, ILogger logger)
    where TSession : class
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(10);

    private readonly SessionPool<TCredentials, TSession> pool = new(kind, async credentials =>
    {
        using var limit = new CallLimit(readTimeout, clock);
        return await OpenAsync(kind, credentials, limit);
    });

    /// <exception cref="OperationCanceledException">The caller of a read left.</exception>
    public async Task<Answer<T>> CallAsync<T>(
        TCredentials credentials, Func<TSession, SessionCall<T>> callIn, CallLimit limit)
    {
        for (var renewed = false; ; renewed = true)
        {
            var opened = await SessionAsync(credentials, limit);
            if (opened is not Answer<TSession>.Success { Value: var session })
            {
                return opened.Failed<TSession, T>();
            }

            var call = callIn(session);
            var answer = await call.SendAsync();
            if (answer is not Answer<T>.Refused { Code: var code } || !kind.IsRefusal(code))
            {
                return answer;
            }

            pool.Discard(credentials, session);
            if (renewed)
            {
                return RefusedAgain<T>(code);
            }

            logger.SessionRenewed(call.Operation, code);
        }
    }

    /// <summary>
    /// Reads in a session opened for it and closed behind it; the pool takes no part. A session that somebody else's opening ended
    /// in between is renewed once, as any other.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public async Task<Answer<T>> CallApartAsync<T>(
        TCredentials credentials, Func<TSession, SessionCall<T>> callIn, CallLimit limit)
    {
        for (var renewed = false; ; renewed = true)
        {
            var opened = await OpenAsync(kind, credentials, limit);
            if (opened is not Answer<TSession>.Success { Value: var session })
            {
                return opened.Failed<TSession, T>();
            }

            var call = callIn(session);
            var answer = await CallAndCloseAsync(session, call);
            if (answer is not Answer<T>.Refused { Code: var code } || !kind.IsRefusal(code))
            {
                return answer;
            }

            if (renewed)
            {
                return RefusedAgain<T>(code);
            }

            logger.SessionRenewed(call.Operation, code);
        }
    }

    /// <summary>Closes the session of these credentials, if there is one.</summary>
    public async Task EndAsync(TCredentials credentials, CancellationToken cancellationToken)
    {
        if (!pool.TryRemove(credentials, out var current))
        {
            return;
        }

        using var limit = new CallLimit(readTimeout, clock, cancellationToken);
        try
        {
            if (await current.WaitAsync(limit.Token) is Answer<TSession>.Success { Value: var session })
            {
                await CloseAsync(session, limit);
            }
        }
        catch (OperationCanceledException)
        {
            logger.SessionNotEnded("given up");
        }
    }

    private async Task<Answer<T>> CallAndCloseAsync<T>(TSession session, SessionCall<T> call)
    {
        try
        {
            return await call.SendAsync();
        }
        finally
        {
            // In a time of its own: also a caller who left, or whose time is over, leaves no session open.
            using var closing = new CallLimit(readTimeout < CloseTimeout ? readTimeout : CloseTimeout, clock);
            await CloseAsync(session, closing);
        }
    }

    private async Task CloseAsync(TSession session, CallLimit limit)
    {
        var (outcome, code) = (await kind.CloseAsync(session, limit)).Summary();
        if (outcome != "done")
        {
            logger.SessionNotEnded(code ?? outcome);
        }
    }

    private async Task<Answer<TSession>> SessionAsync(TCredentials credentials, CallLimit limit)
    {
        try
        {
            return await pool.GetAsync(credentials, limit.Token);
        }
        catch (OperationCanceledException)
        {
            limit.ThrowIfCallerLeft();
            return new Answer<TSession>.NotDone(CallFailure.TimedOut, "no session within the time limit");
        }
    }

    private static async Task<Answer<TSession>> OpenAsync(ISessionKind<TCredentials, TSession> kind, TCredentials credentials, CallLimit limit) =>
        await kind.OpenAsync(credentials, limit) switch
        {
            // Nonsense as an answer to an opening; as a refusal of the call behind it, it would claim a session that never was.
            Answer<TSession>.Refused { Code: var code } when kind.IsRefusal(code) =>
                new Answer<TSession>.NotDone(CallFailure.SessionRefused, $"the opening of a session was refused with {code}"),
            var answer => answer,
        };

    private static Answer<T> RefusedAgain<T>(string code) =>
        new Answer<T>.NotDone(CallFailure.SessionRefused, $"a new session was refused with {code}");
}
