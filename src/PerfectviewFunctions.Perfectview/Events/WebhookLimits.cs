namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>What one webhook request may hold; docs/webhook-contract.md promises these.</summary>
public static class WebhookLimits
{
    /// <summary>Bytes of a request body as it crosses the wire (1 MiB); for the host to check while it reads.</summary>
    public const int RequestBytes = 1024 * 1024;

    /// <summary>Bytes of one event as compact JSON (256 KiB).</summary>
    public const int EventBytes = 256 * 1024;

    public const int EventsPerRequest = 100;

    /// <summary>Levels of objects and arrays in one event, the event itself being the first.</summary>
    public const int Depth = 32;

    /// <summary>Faults named per event; the rest is found once these are mended.</summary>
    public const int FaultsPerEvent = 50;
}
