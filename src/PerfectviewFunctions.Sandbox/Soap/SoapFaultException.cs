namespace PerfectviewFunctions.Sandbox;

/// <summary>A request that is not one of the messages: answered with a SOAP Fault and HTTP 500. Nothing was done.</summary>
internal sealed class SoapFaultException(string message) : Exception(message);
