namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>The service said that it failed, in place of an answer: nothing is known of the call.</summary>
internal sealed class ServiceFailedException(string message) : Exception(message);
