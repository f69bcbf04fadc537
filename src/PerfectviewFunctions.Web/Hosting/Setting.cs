namespace PerfectviewFunctions.Web.Hosting;

/// <summary>One setting as somebody typed it.</summary>
/// <param name="Path">Which it is, with ':' between sections: <c>Engine:CallTimeout</c>.</param>
/// <param name="TypedAs">How its source has it: <c>PERFECTVIEWFUNCTIONS_Engine__CallTimeout</c>.</param>
public sealed record Setting(string Path, string TypedAs, string Value);
