using Azure.Core;

namespace PerfectviewFunctions.Testing.Vaults;

/// <summary>Gives the token that the vault takes, unless a test has it fail or give another.</summary>
public sealed class FakeCredential : TokenCredential
{
    public const string GoodToken = "token-of-the-tests";

    private readonly List<TokenRequestContext> requests = [];

    public string Token { get; set; } = GoodToken;

    public Exception? Fault { get; set; }

    /// <summary>For what tokens were asked, in turn.</summary>
    public IReadOnlyList<TokenRequestContext> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        lock (requests)
        {
            requests.Add(requestContext);
        }

        return Fault is null ? new AccessToken(Token, DateTimeOffset.UtcNow.AddHours(1)) : throw Fault;
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
