using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Answers;
using PerfectviewFunctions.EBoekhouden.Rest.Sessions;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Messages;

/// <summary>POST and DELETE of a session.</summary>
internal static class SessionMessages
{
    private const int MostSeconds = 7 * 24 * 60 * 60;

    public static RestCall<bool> Close { get; } = new("DELETE session", HttpMethod.Delete, RestPath.Session, Answered.Nothing, Answered.NoBody);

    /// <param name="now">By the clock for time passed.</param>
    public static RestCall<RestSession> Open(BookkeepingCredentials.Rest credentials, string source, long now) => new(
        "POST session", HttpMethod.Post, RestPath.Session, Answered.Made, async (body, cancellationToken) =>
        {
            var answer = await RestJson.ReadAsync(body, RestJson.Default.SessionAnswer, cancellationToken);
            return answer.Token is { Length: > 0 } token && token.All(character => character is > ' ' and < '\x7F')
                ? new RestSession(token, now, answer.ExpiresIn is > 0 and <= MostSeconds ? TimeSpan.FromSeconds(answer.ExpiresIn.Value) : null)
                : throw new UnreadableAnswerException("no token of a session");
        })
    {
        Body = JsonBody.Of(writer =>
        {
            writer.Text("accessToken", credentials.Token);
            writer.Text("source", source);
        }),
        OpensSession = true,
    };
}
