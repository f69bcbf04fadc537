using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Works a call, with the fault that strikes it.</summary>
internal sealed class CallHandler(SandboxBooks books, TimeProvider clock) : IDisposable
{
    private readonly Dispatcher dispatcher = new(books, clock);
    private readonly LateCommits lateCommits = new(clock);
    private readonly CancellationTokenSource stopping = new();

    public async Task<Reply> HandleAsync(SoapRequest request, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case null:
                return Do(request);
            case FaultKind.AnswerLost:
                return Do(request) with { Ending = ReplyEnding.Dropped };
            case FaultKind.CommitLater:
                return CommitLater(request, fault.Delay);
            case FaultKind.ConnectionReset:
                return Reply.Drop(Reply.NotDone);
            case FaultKind.Http500Before:
                return Reply.ServerError(Reply.NotDone);
            case FaultKind.Http500After:
                return Reply.ServerError(Do(request).Outcome);
            case FaultKind.SlowBefore:
                return await WaitAsync(fault.Delay) ? Do(request) : Reply.Drop(Reply.NotDone);
            case FaultKind.SlowAfter:
                var slow = Do(request);
                return await WaitAsync(fault.Delay) ? slow : slow with { Ending = ReplyEnding.Dropped };
            case FaultKind.Malformed:
                return Do(request) with { Body = "<html><body><p>Even geduld a.u.b." };
            case FaultKind.Truncated:
                return Do(request) with { Ending = ReplyEnding.HalfThenDropped };
            case FaultKind.SessionGone:
                books.Sessions.Expire(request.Body.Text("SessionID"));
                return Refused(request, ErrorCodes.SessionExpired);
            case FaultKind.Throttled:
                return new Reply(Reply.NotDone, "") { Status = fault.Status, RetryAfter = fault.RetryAfter, ContentType = "text/plain" };
            case FaultKind.NoMutationNumber:
                return Do(request, hidden: true);
            case FaultKind.Refuse:
                return Refused(request, fault.Code);
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

    public static SandboxCall LogOf(SoapRequest request, DateTimeOffset receivedAt, FaultKind? fault, Reply reply) => new(
        request.Operation.Name,
        receivedAt,
        request.InvoiceNumber,
        request.RelationCode,
        reply.Outcome,
        fault,
        request.Masked,
        Masking.Of(reply.Body));

    /// <param name="hidden">Keeps the number out of a successful answer.</param>
    private Reply Do(SoapRequest request, bool hidden = false)
    {
        var (caller, refusal) = dispatcher.Admit(request);
        return refusal is null ? Answer(request, dispatcher.Execute(request, caller), hidden) : Refused(request, refusal);
    }

    /// <summary>The session is looked at now, as the service does on receipt; the rules when the booking is made.</summary>
    private Reply CommitLater(SoapRequest request, TimeSpan delay)
    {
        var receivedAt = clock.GetUtcNow();
        var (caller, refusal) = dispatcher.Admit(request);
        if (refusal is not null)
        {
            return Refused(request, refusal);
        }

        if (caller is null || request.Operation.Name.StartsWith("Get", StringComparison.Ordinal))
        {
            return Reply.Drop(Reply.NotDone);
        }

        lateCommits.Add(delay, () =>
        {
            var reply = Answer(request, dispatcher.Execute(request, caller), hidden: false);
            books.Calls.Finished(LogOf(request, receivedAt, FaultKind.CommitLater, reply));
        });
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

    private Reply Refused(SoapRequest request, string code) => Answer(request, OperationResult.Refused(code), hidden: false);

    private Reply Answer(SoapRequest request, OperationResult result, bool hidden)
    {
        var switches = books.Switches;
        if (hidden)
        {
            result.Values.Remove("Mutatienummer");
            result.Values.Remove("Rel_ID");
        }

        var node = AnswerForm.Of(request.Operation, result, switches);
        var envelope = SoapWriter.Answer(request.Operation, node, request.Version, switches);
        return new Reply(result.Error ?? "OK", envelope.ToString(SaveOptions.DisableFormatting));
    }
}
