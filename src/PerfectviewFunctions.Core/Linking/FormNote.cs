namespace PerfectviewFunctions.Core.Linking;

/// <summary>A remark on what somebody filled in, in Dutch and English. Never repeats a value.</summary>
public sealed record FormNote(string Nl, string En);
