namespace PerfectviewFunctions.Core.Errors;

/// <summary>A reason in words: what happened and what to do.</summary>
/// <param name="Code">The code of the entry of the table that says it, which is where the documentation has it.</param>
public sealed record RenderedReason(string Code, ErrorClass Class, string Nl, string En, string ActionNl, string ActionEn);
