namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>A name led to no address that may be connected to. The only way to tell through an HTTP client; the sender makes a result of it.</summary>
internal sealed class AddressNotAllowedException(string message) : Exception(message);
