using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Events;

/// <summary>Reads the events of a webhook body; the one place that knows the sender's form.</summary>
public interface IEventReader
{
    /// <summary>Reads a request body: one event or an array of events, in the order sent.</summary>
    EventsRead Read(ReadOnlyMemory<byte> body);

    /// <summary>Reads one event as it was stored, which was valid when it was stored.</summary>
    PerfectviewEvent ReadStored(ReadOnlyMemory<byte> body);
}

/// <summary>What a request body holds.</summary>
public abstract record EventsRead
{
    private EventsRead()
    {
    }

    /// <summary>Each event stands on its own, valid or not.</summary>
    public sealed record Events(IReadOnlyList<EventRead> Items) : EventsRead;

    /// <summary>Not JSON, not an event or array of events, too deep, not UTF-8: nothing to store.</summary>
    /// <param name="Fault">What is wrong, in words, and what to do.</param>
    public sealed record Unreadable(string Fault) : EventsRead;

    /// <summary>More events, or a larger one, than a request may hold.</summary>
    public sealed record TooLarge(string Fault) : EventsRead;
}

/// <summary>One event of a request.</summary>
/// <param name="Body">The event as compact UTF-8 JSON with every field it came with, known or not.</param>
public abstract record EventRead(ReadOnlyMemory<byte> Body)
{
    /// <summary>Everything the contract asks for is there.</summary>
    public sealed record Valid(PerfectviewEvent Event, ReadOnlyMemory<byte> Body) : EventRead(Body);

    /// <summary>Something is missing or wrong. What could be read all the same is there to show.</summary>
    public sealed record Faulty(EventFacts Facts, IReadOnlyList<EventFault> Faults, ReadOnlyMemory<byte> Body) : EventRead(Body);
}

/// <summary>What could be read of a faulty event; a part that is absent or itself faulty is null.</summary>
public sealed record EventFacts(string? Id, string? Type, DateTimeOffset? OccurredAt, string? InvoiceNumber)
{
    /// <summary>The relation that a relation event is about.</summary>
    public string? RelationId { get; init; }
}

/// <summary>One fault of an event.</summary>
/// <param name="Pointer">A JSON pointer (RFC 6901) relative to the event, such as <c>/data/invoice/date</c>.</param>
/// <param name="Message">English: what was found, what is expected.</param>
public sealed record EventFault(string Pointer, string Message);

/// <summary>A valid event.</summary>
/// <param name="Id">The sender's id; 1 to 64 visible ASCII characters.</param>
/// <param name="OccurredAt">When it happened in Perfectview.</param>
public abstract record PerfectviewEvent(string Id, DateTimeOffset OccurredAt)
{
    /// <summary><c>invoice.sent</c> or <c>invoice.credited</c>.</summary>
    public sealed record InvoiceSent(string Id, DateTimeOffset OccurredAt, InvoiceDocument Invoice) : PerfectviewEvent(Id, OccurredAt);

    /// <summary><c>relation.created</c>, <c>relation.updated</c> or <c>relation.deleted</c>.</summary>
    /// <param name="Type">Which of them.</param>
    public sealed record RelationChanged(string Id, DateTimeOffset OccurredAt, string Type, RelationChange Change) : PerfectviewEvent(Id, OccurredAt);
}
