using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>Something that goes wrong once so many batches were taken up by senders.</summary>
internal abstract record Strike(int AtBatch)
{
    /// <summary>SIGKILL.</summary>
    internal sealed record Kill(int AtBatch, int Host) : Strike(AtBatch);

    /// <summary>SIGSTOP, and SIGCONT after a while.</summary>
    internal sealed record Pause(int AtBatch, int Host, TimeSpan For) : Strike(AtBatch);

    /// <summary>Ended in peace, as for an update.</summary>
    internal sealed record Restart(int AtBatch, int Host) : Strike(AtBatch);

    internal sealed record Books(int AtBatch, Fault Fault) : Strike(AtBatch);

    internal sealed record Callback(int AtBatch, CallbackFault Fault) : Strike(AtBatch);

    /// <summary>Every session of the books ends.</summary>
    internal sealed record EndSessions(int AtBatch) : Strike(AtBatch);
}
