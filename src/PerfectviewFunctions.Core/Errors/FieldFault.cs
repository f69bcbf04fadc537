namespace PerfectviewFunctions.Core.Errors;

/// <summary>What is wrong with one field that a person filled in, and what to do, in Dutch and English.</summary>
/// <param name="Pointer">A JSON pointer (RFC 6901) into what was sent, such as <c>/debtorAccount</c>.</param>
public sealed record FieldFault(string Pointer, string Nl, string En);
