using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Where a Perfectview would take callbacks. Every address below it is answered too, and seen among what arrived.</summary>
internal sealed class CallbackEndpoint(CallbackReceiver receiver, TimeProvider clock, CancellationToken stopping)
{
    public const string Path = "/perfectview/callbacks";

    private static readonly ReadOnlyMemory<byte> Filling = new byte[64 * 1024];

    public async Task HandleAsync(HttpContext context)
    {
        var request = await CallbackRequest.ReadAsync(context.Request, clock, context.RequestAborted);
        var subject = CallbackSubject.In(request.Raw);
        var fault = receiver.Faults.Take(subject);

        // The wait begins before anybody can see the arrival: a test that moves the clock then ends it.
        var slowly = fault?.Kind == CallbackFaultKind.Slow ? WaitAsync(fault.Delay) : Task.FromResult(true);
        var arrival = receiver.Receive(request, subject, fault);
        if (!await slowly || arrival.Status is not { } status)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        if (fault?.Kind == CallbackFaultKind.Redirect)
        {
            context.Response.Headers.Location = fault.Location;
        }

        if (fault?.RetryAfter is { } wait && status == fault.StatusCode)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (fault?.Kind == CallbackFaultKind.HugeAnswer && status == StatusCodes.Status200OK)
        {
            await FillAsync(context, fault.AnswerBytes);
        }
    }

    private async Task<bool> WaitAsync(TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, clock, stopping);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Until all is sent or the caller has had enough. Its length is not said beforehand.</summary>
    private async Task FillAsync(HttpContext context, long bytes)
    {
        while (bytes > 0 && !context.RequestAborted.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            var part = Filling[..(int)Math.Min(bytes, Filling.Length)];
            await context.Response.Body.WriteAsync(part);
            bytes -= part.Length;
        }
    }
}
