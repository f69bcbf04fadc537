namespace PerfectviewFunctions.Core.Storage;

/// <summary>The store could not be reached or refused to work for longer than its own retries last. Trying later may help.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
