using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.Azure.Tables;
using PerfectviewFunctions.Azure.Tests.Support;
using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Tables;

/// <summary>What stays wrong until a person mends it is said at once, in words that name what to do, and never with the key.</summary>
public sealed class RefusingTableTests
{
    private static readonly Dictionary<string, (TableFaultKind Kind, string Words)> Refusals = new()
    {
        ["role"] = (TableFaultKind.Refused("403 Forbidden", "AuthorizationPermissionMismatch"), "the role \"Storage Table Data Contributor\""),
        ["network"] = (TableFaultKind.Refused("403 Forbidden", "AuthorizationFailure"), "the network rules"),
        ["keys off"] = (TableFaultKind.Refused("403 Forbidden", "KeyBasedAuthenticationNotPermitted"), "set Storage:Tables"),
        ["wrong key"] = (TableFaultKind.Refused("403 Forbidden", "AuthenticationFailed"), "does not accept the key or token"),
        ["no token"] = (TableFaultKind.Refused("401 Unauthorized", "NoAuthenticationInformation"), "does not accept the key or token"),
        ["disabled"] = (TableFaultKind.Refused("403 Forbidden", "AccountIsDisabled"), "is disabled"),
        ["no table service"] = (TableFaultKind.Refused("404 Not Found", "PageNotFound"), "check the setting Storage"),
        ["other"] = (TableFaultKind.Refused("403 Forbidden", "SomethingNew"), "refuses access (403 SomethingNew)"),
    };

    public static TheoryData<string, string> RefusedCalls { get; } = TableCall.With(TableCall.All, Refusals.Keys);

    public static TheoryData<string> Calls { get; } = [.. TableCall.All];

    public static TheoryData<string> Writes { get; } = [.. TableCall.Writes];

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task Call_that_is_refused_says_at_once_what_to_do(string call, string refusal)
    {
        await using var table = await FaultyTable.CreateAsync();
        table.Way.Always(Refusals[refusal].Kind);

        var exception = await TableCall.FailsAsync(table, call);

        Assert.Contains(Refusals[refusal].Words, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(table.Azurite.Key, exception.ToString(), StringComparison.Ordinal);
        Assert.Single(table.Way.Calls);
        Assert.Equal(TableCall.Before, await table.StandingAsync());
    }

    /// <summary>The service names its code in the body; nothing says that it does in a header.</summary>
    [Theory]
    [InlineData("ResourceNotFound")]
    [InlineData("EntityNotFound")]
    [InlineData("TableNotFound")]
    public async Task Get_of_what_the_body_alone_says_is_not_there_finds_nothing(string code)
    {
        await using var table = await FaultyTable.CreateAsync();
        var body = $$$"""{"odata.error":{"code":"{{{code}}}","message":{"lang":"en-US","value":"Said by the test."} } }""";
        table.Way.Next(new TableFaultKind(
            Reaches: false, $"HTTP/1.1 404 Not Found\r\nContent-Type: application/json;odata=minimalmetadata\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

        Assert.Null(await table.Store.GetAsync(FaultyTable.Partition, "kept", default));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_refused_within_its_transaction_says_what_to_do(string call)
    {
        await using var table = await FaultyTable.CreateAsync();
        table.Way.Always(TableFaultKind.RefusedInBatch("403 Forbidden", "AuthorizationPermissionMismatch"));

        var exception = await TableCall.FailsAsync(table, call);

        Assert.Contains("Storage Table Data Contributor", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_to_where_nobody_listens_is_unavailable(string call)
    {
        await using var table = await FaultyTable.CreateAsync();
        await table.Way.CloseAsync();

        var exception = await TableCall.FailsAsync(table, call);

        Assert.Contains("can't be reached", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(table.Azurite.Key, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_without_a_token_says_what_to_check()
    {
        var store = TableRowStore.Create(
            new StorageSettings { Tables = new Uri("https://127.0.0.1:1/") }, () => new NoToken(), TimeProvider.System, NullLoggerFactory.Instance);

        var written = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => store.TryInsertAsync(FaultyTable.Partition, "new", FaultyTable.State("new"), default));
        var read = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetAsync(FaultyTable.Partition, "new", default));

        Assert.Contains("Identity:ClientId", written.Message, StringComparison.Ordinal);
        Assert.Equal(written.Message, read.Message);
    }

    [Theory]
    [InlineData("AccountKey=c2VjcmV0")]
    [InlineData("secret")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=not-base64-secret;EndpointSuffix=core.windows.net")]
    [InlineData("")]
    public void Create_without_an_account_names_the_setting_and_not_its_value(string connectionString)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => TableRowStore.Create(
            new StorageSettings { ConnectionString = connectionString }, () => new NoToken(), TimeProvider.System, NullLoggerFactory.Instance));

        Assert.Contains("Storage:ConnectionString", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    private sealed class NoToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("No managed identity here.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("No managed identity here.");
    }
}
