namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// A row changed under a worker that holds the lease: the lease ran out and somebody else went on. What the worker holds in memory is void;
/// it stops with this invoice, and the new owner finds in the store, or in the books, whatever it did.
/// </summary>
public sealed class StaleWorkException() : Exception("Another worker went on with this work.");
