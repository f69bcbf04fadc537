using PerfectviewFunctions.Core.Events;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>
/// Reads webhook bodies by contract version 1 (docs/webhook-contract.md). Perfectview publishes no format of its own: when it does,
/// this project is what changes.
/// </summary>
public sealed class WebhookEventReader : IEventReader
{
    public EventsRead Read(ReadOnlyMemory<byte> body) => RequestBody.Split(body.Span) switch
    {
        RequestBody.Elements elements => new EventsRead.Events([.. elements.Items.Select(EventReader.Read)]),
        RequestBody.Refused refused => refused.Answer,
        var other => throw new InvalidOperationException($"A body is split into events or refused, not {other.GetType().Name}."),
    };

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">What is stored is not a valid event.</exception>
    public PerfectviewEvent ReadStored(ReadOnlyMemory<byte> body) => Read(body) switch
    {
        EventsRead.Events { Items: [EventRead.Valid valid] } => valid.Event,
        EventsRead.Events { Items: [EventRead.Faulty { Faults: [var fault, ..] }] } =>
            throw new InvalidDataException($"The stored event is not valid at '{fault.Pointer}': {fault.Message}"),
        _ => throw new InvalidDataException("What is stored is not one event."),
    };
}
