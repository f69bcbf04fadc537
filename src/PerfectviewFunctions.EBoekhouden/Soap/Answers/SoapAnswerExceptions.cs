namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>An answer that is XML but not what the operation answers. The message quotes nothing of it.</summary>
internal sealed class UnreadableAnswerException(string message) : Exception(message);

/// <summary>The service failed: a SOAP fault in place of a result.</summary>
internal sealed class SoapFaultException : Exception;
