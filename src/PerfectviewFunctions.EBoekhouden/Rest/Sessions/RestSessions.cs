using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Sessions;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Sessions;

/// <summary>Sessions of the REST API: opened with a token, of the length that the service says.</summary>
internal sealed class RestSessions(RestClient client, RestOptions options, TimeProvider clock) : ISessionKind<BookkeepingCredentials.Rest, RestSession>
{
    public string PartsOf(BookkeepingCredentials.Rest credentials) => credentials.Token;

    public Task<Answer<RestSession>> OpenAsync(BookkeepingCredentials.Rest credentials, CallLimit limit) =>
        client.CallAsync(SessionMessages.Open(credentials, options.Source, clock.GetTimestamp()), session: null, limit);

    public Task<Answer<bool>> CloseAsync(RestSession session, CallLimit limit) => client.CallAsync(SessionMessages.Close, session, limit);

    public bool IsRefusal(string code) => code == RestRefusal.SessionEnded;

    public bool IsSpent(RestSession session) => session.IsSpent(clock);
}
