using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>OpenSession: manual Soap 5.5 §3.17. Answers the id of the session.</summary>
internal static class OpenSession
{
    public static SoapCall<string> Call(BookkeepingCredentials.Soap credentials, string source) => new(
        "OpenSession",
        ChangesBooks: false,
        writer =>
        {
            writer.Text("Username", credentials.UserName);
            writer.Text("SecurityCode1", credentials.SecurityCode1);
            writer.Text("SecurityCode2", credentials.SecurityCode2);
            writer.Text("Source", source);
        },
        () => new SessionIdResult());
}
