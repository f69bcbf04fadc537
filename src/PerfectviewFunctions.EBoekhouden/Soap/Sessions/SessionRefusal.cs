namespace PerfectviewFunctions.EBoekhouden.Soap.Sessions;

/// <summary>
/// The codes by which the service refuses a session rather than the call: invalid, not found, expired, already closed. A call refused so
/// was not done. Source: manual Soap 5.5 §10; there written with a dot (E002.1).
/// </summary>
internal static class SessionRefusal
{
    public static bool Is(string code) => code is "E0021" or "E0022" or "E0023" or "E0024";
}
