using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>CloseSession: manual Soap 5.5 §3.6. Its answer is empty.</summary>
internal static class CloseSession
{
    public static SoapCall<bool> Call(SoapSession session) => new(
        "CloseSession",
        ChangesBooks: false,
        writer => writer.Text("SessionID", session.Id),
        () => new EmptyResult());
}
