using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Sessions;
using PerfectviewFunctions.EBoekhouden.Soap.Messages;
using PerfectviewFunctions.EBoekhouden.Soap.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Sessions;

/// <summary>Sessions of the SOAP API: of unknown length, kept until refused.</summary>
internal sealed class SoapSessions(SoapClient client, SoapOptions options) : ISessionKind<BookkeepingCredentials.Soap, SoapSession>
{
    public string PartsOf(BookkeepingCredentials.Soap credentials)
    {
        // With their lengths, so that no two sets run into the same text.
        var (user, code1, code2) = (credentials.UserName, credentials.SecurityCode1, credentials.SecurityCode2);
        return string.Create(CultureInfo.InvariantCulture, $"{user.Length}:{user}{code1.Length}:{code1}{code2}");
    }

    public async Task<Answer<SoapSession>> OpenAsync(BookkeepingCredentials.Soap credentials, CallLimit limit)
    {
        var answer = await client.CallAsync(OpenSession.Call(credentials, options.Source), limit);
        return answer.Map(id => new SoapSession(id, credentials.SecurityCode2));
    }

    public Task<Answer<bool>> CloseAsync(SoapSession session, CallLimit limit) => client.CallAsync(CloseSession.Call(session), limit);

    public bool IsRefusal(string code) => SessionRefusal.Is(code);

    public bool IsSpent(SoapSession session) => false;
}
