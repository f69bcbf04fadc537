namespace PerfectviewFunctions.Sandbox.Tests.Support;

/// <summary>A sandbox with somebody who sends callbacks to it.</summary>
public abstract class CallbackTest : SandboxTest, IDisposable
{
    private CallbackSender? sender;

    protected CallbackReceiver Receiver => Books.Receiver;

    internal CallbackSender Sender => sender ??= new CallbackSender(Server.CallbackAddress, Clock);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => sender?.Dispose();
}
