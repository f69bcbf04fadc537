namespace PerfectviewFunctions.Core.Secrets;

/// <summary>The secret store could not be reached or read. The message says where and what to do, and never holds a secret.</summary>
public sealed class SecretsUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the store said nothing about the secret, since it is out of reach, overloaded or broken: then it may well pass by itself.</summary>
    public bool IsPassing { get; init; }
}
