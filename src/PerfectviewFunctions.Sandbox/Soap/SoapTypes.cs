namespace PerfectviewFunctions.Sandbox;

/// <summary>A type of the wire. The messages defined with these are read, written, checked and described (WSDL) from one definition.</summary>
/// <param name="Name">As the WSDL refers to it, such as s:long or tns:cRelatie.</param>
internal abstract record SoapType(string Name);

/// <summary>A value in one element.</summary>
/// <param name="Parse">Null when the text is no such value: a SOAP Fault.</param>
/// <param name="Values">The allowed texts of an enumeration.</param>
internal sealed record ScalarType(string Name, Func<string, object?> Parse, IReadOnlyList<string>? Values = null) : SoapType(Name);

/// <summary>Elements in the order of the WSDL.</summary>
internal sealed record ComplexType(string Name, IReadOnlyList<SoapField> Fields) : SoapType(Name);

/// <summary>An element within a type.</summary>
/// <param name="Required">minOccurs 1: numbers, dates and enumerations. As .NET does, a missing one reads as its zero value.</param>
/// <param name="MaxLength">Of a text, from the manual; null when unlimited.</param>
/// <param name="Many">Any number of these, each of which may be nil.</param>
internal sealed record SoapField(string Name, SoapType Type, bool Required = false, int? MaxLength = null, bool Many = false);

/// <summary>An operation: request and response are wrapper elements without a type name of their own.</summary>
/// <param name="Result">The element in the response; null when the response is empty.</param>
internal sealed record SoapOperation(string Name, IReadOnlyList<SoapField> Request, SoapField? Result);
