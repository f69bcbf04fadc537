namespace PerfectviewFunctions.Core.Secrets;

/// <summary>The secret store could not be reached or read. The message says where and what to do, and never holds a secret.</summary>
public sealed class SecretsUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
