namespace PerfectviewFunctions.Sandbox;

/// <summary>Works a call of either API, with the fault that strikes it.</summary>
internal sealed class CallHandler(SandboxBooks books, TimeProvider clock) : IDisposable
{
    private readonly LateCommits lateCommits = new(clock);
    private readonly CancellationTokenSource stopping = new();

    public async Task<Reply> HandleAsync(ICall call, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case null:
                return Do(call);
            case FaultKind.AnswerLost:
                return Do(call) with { Ending = ReplyEnding.Dropped };
            case FaultKind.CommitLater:
                return CommitLater(call, fault.Delay);
            case FaultKind.ConnectionReset:
                return Reply.Drop(Reply.NotDone);
            case FaultKind.Http500Before:
                return Reply.ServerError(Reply.NotDone);
            case FaultKind.Http500After:
                return Reply.ServerError(Do(call).Outcome);
            case FaultKind.SlowBefore:
                return await WaitAsync(fault.Delay) ? Do(call) : Reply.Drop(Reply.NotDone);
            case FaultKind.SlowAfter:
                var slow = Do(call);
                return await WaitAsync(fault.Delay) ? slow : slow with { Ending = ReplyEnding.Dropped };
            case FaultKind.Malformed:
                return Garbled(Do(call));
            case FaultKind.Truncated:
                return Halved(Do(call));
            case FaultKind.SessionGone:
                return call.LoseSession();
            case FaultKind.Throttled:
                return new Reply(Reply.NotDone, "") { Status = fault.Status, RetryAfter = fault.RetryAfter, ContentType = "text/plain" };
            case FaultKind.NoMutationNumber:
                return Do(call, hidden: true);
            case FaultKind.Refuse:
                return call.Refuse(fault.Code);
            case var unknown:
                throw new InvalidOperationException($"Fault {unknown} is not implemented.");
        }
    }

    /// <summary>Lets go of calls that wait in a fault; they are not done.</summary>
    public void Stop()
    {
        stopping.Cancel();
        lateCommits.Dispose();
    }

    public void Dispose()
    {
        lateCommits.Dispose();
        stopping.Dispose();
    }

    public static SandboxCall LogOf(ICall call, DateTimeOffset receivedAt, FaultKind? fault, Reply reply) => new(
        call.Operation,
        receivedAt,
        call.InvoiceNumber,
        call.RelationCode,
        reply.Outcome,
        fault,
        call.Request,
        Masking.Of(reply.Body))
    {
        Api = call.Api,
    };

    private static Reply Do(ICall call, bool hidden = false)
    {
        var (caller, refusal) = call.Admit();
        return refusal is null ? call.Do(caller, hidden) : call.Refuse(refusal);
    }

    /// <summary>An answer without a body (204) would have no room for it.</summary>
    private static Reply Garbled(Reply reply) => reply with
    {
        Body = "<html><body><p>Even geduld a.u.b.",
        Status = reply.Body.Length == 0 ? StatusCodes.Status200OK : reply.Status,
    };

    /// <summary>Of an answer without a body nothing can be sent that would not be the whole of it.</summary>
    private static Reply Halved(Reply reply) =>
        reply with { Ending = reply.Body.Length == 0 ? ReplyEnding.Dropped : ReplyEnding.HalfThenDropped };

    /// <summary>The session is looked at now, as the service does on receipt; the rules when the booking is made.</summary>
    private Reply CommitLater(ICall call, TimeSpan delay)
    {
        var receivedAt = clock.GetUtcNow();
        var (caller, refusal) = call.Admit();
        if (refusal is not null)
        {
            return call.Refuse(refusal);
        }

        if (call.ChangesBooks)
        {
            lateCommits.Add(delay, () =>
                books.Calls.Finished(LogOf(call, receivedAt, FaultKind.CommitLater, call.Do(caller, hidden: false))));
        }

        return Reply.Drop(Reply.NotDone);
    }

    private async Task<bool> WaitAsync(TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, clock, stopping.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
