using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Messages;
using PerfectviewFunctions.EBoekhouden.Soap.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Sessions;

/// <summary>
/// Makes calls in the session of their credentials. When the session is refused, the call was not done: the session is renewed and the
/// call repeated, once.
/// </summary>
internal sealed class SessionCalls
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(10);

    private readonly SoapClient client;
    private readonly SoapOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly SessionPool pool;

    public SessionCalls(SoapClient client, SoapOptions options, TimeProvider clock, ILogger logger)
    {
        this.client = client;
        this.options = options;
        this.clock = clock;
        this.logger = logger;
        pool = new SessionPool(OpenAsync);
    }

    /// <exception cref="OperationCanceledException">The caller of a read left.</exception>
    public async Task<Answer<T>> CallAsync<T>(
        BookkeepingCredentials.Soap credentials, Func<SoapSession, SoapCall<T>> callIn, CallLimit limit)
    {
        for (var renewed = false; ; renewed = true)
        {
            var opened = await SessionAsync(credentials, limit);
            if (opened is not Answer<SoapSession>.Success { Value: var session })
            {
                return opened.Failed<SoapSession, T>();
            }

            var call = callIn(session);
            var answer = await client.CallAsync(call, limit);
            if (answer is not Answer<T>.Refused { Code: var code } || !SessionRefusal.Is(code))
            {
                return answer;
            }

            pool.Discard(credentials, session);
            if (renewed)
            {
                return new Answer<T>.NotDone(CallFailure.SessionRefused, $"a new session was refused with {code}");
            }

            logger.SessionRenewed(call.Operation, code);
        }
    }

    /// <summary>
    /// Makes one read in a session opened for it and closed behind it; the pool takes no part. A session that somebody else's opening ended
    /// in between is renewed once, as any other.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public async Task<Answer<T>> CallApartAsync<T>(
        BookkeepingCredentials.Soap credentials, Func<SoapSession, SoapCall<T>> callIn, CallLimit limit)
    {
        for (var renewed = false; ; renewed = true)
        {
            var opened = await OpenAsync(credentials, limit);
            if (opened is not Answer<SoapSession>.Success { Value: var session })
            {
                return opened.Failed<SoapSession, T>();
            }

            var call = callIn(session);
            var answer = await CallAndCloseAsync(call, session, limit);
            if (answer is not Answer<T>.Refused { Code: var code } || !SessionRefusal.Is(code))
            {
                return answer;
            }

            if (renewed)
            {
                return new Answer<T>.NotDone(CallFailure.SessionRefused, $"a new session was refused with {code}");
            }

            logger.SessionRenewed(call.Operation, code);
        }
    }

    /// <summary>Closes the session of these credentials, if there is one.</summary>
    public async Task EndAsync(BookkeepingCredentials.Soap credentials, CancellationToken cancellationToken)
    {
        if (!pool.TryRemove(credentials, out var current))
        {
            return;
        }

        using var limit = new CallLimit(options.ReadTimeout, clock, cancellationToken);
        try
        {
            if (await current.WaitAsync(limit.Token) is Answer<SoapSession>.Success { Value: var session })
            {
                await CloseAsync(session, limit);
            }
        }
        catch (OperationCanceledException)
        {
            logger.SessionNotEnded("given up");
        }
    }

    private async Task<Answer<T>> CallAndCloseAsync<T>(SoapCall<T> call, SoapSession session, CallLimit limit)
    {
        try
        {
            return await client.CallAsync(call, limit);
        }
        finally
        {
            // In a time of its own: also a caller who left, or whose time is over, leaves no session open.
            using var closing = new CallLimit(options.ReadTimeout < CloseTimeout ? options.ReadTimeout : CloseTimeout, clock);
            await CloseAsync(session, closing);
        }
    }

    private async Task CloseAsync(SoapSession session, CallLimit limit)
    {
        var (outcome, code) = (await client.CallAsync(CloseSession.Call(session), limit)).Summary();
        if (outcome != "done")
        {
            logger.SessionNotEnded(code ?? outcome);
        }
    }

    private async Task<Answer<SoapSession>> SessionAsync(BookkeepingCredentials.Soap credentials, CallLimit limit)
    {
        try
        {
            return await pool.GetAsync(credentials, limit.Token);
        }
        catch (OperationCanceledException)
        {
            limit.ThrowIfCallerLeft();
            return new Answer<SoapSession>.NotDone(CallFailure.TimedOut, "no session within the time limit");
        }
    }

    private async Task<Answer<SoapSession>> OpenAsync(BookkeepingCredentials.Soap credentials)
    {
        using var limit = new CallLimit(options.ReadTimeout, clock);
        return await OpenAsync(credentials, limit);
    }

    private async Task<Answer<SoapSession>> OpenAsync(BookkeepingCredentials.Soap credentials, CallLimit limit) =>
        await client.CallAsync(OpenSession.Call(credentials, options.Source), limit) switch
        {
            // Nonsense as an answer to OpenSession; as a refusal of the call behind it, it would claim a session that never was.
            Answer<string>.Refused { Code: var code } when SessionRefusal.Is(code) =>
                new Answer<SoapSession>.NotDone(CallFailure.SessionRefused, $"OpenSession was refused with {code}"),
            var answer => answer.Map(id => new SoapSession(id, credentials.SecurityCode2)),
        };
}
