namespace PerfectviewFunctions.Core.Errors;

/// <summary>One row of the error table: what happened and what to do, in Dutch and English, with {placeholders} for a reason's values.</summary>
/// <param name="Code">The service's code without dots, or one of ours.</param>
public sealed record ErrorEntry(string Code, ErrorClass Class, string Nl, string En, string ActionNl, string ActionEn);
