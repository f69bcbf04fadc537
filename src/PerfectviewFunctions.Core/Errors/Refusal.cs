namespace PerfectviewFunctions.Core.Errors;

/// <summary>A refusal of the service as a reason, and what its code asks for.</summary>
internal static class Refusal
{
    /// <summary>An unknown code means: not booked, and a person has to look.</summary>
    public static ErrorClass ClassOf(string code) => ErrorTable.Find(code)?.Class ?? ErrorClass.Permanent;

    public static Reason ToReason(string code, string? text) => Reason.Of(code, ("code", code), ("text", text ?? ""));
}
