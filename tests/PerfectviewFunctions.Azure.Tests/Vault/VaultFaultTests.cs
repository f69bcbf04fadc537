using System.Net.Sockets;
using Azure.Core.Pipeline;
using Azure.Identity;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Testing.Vaults;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Vault;

public sealed class VaultFaultTests : VaultWorld
{
    public static TheoryData<int, string, string, string, bool> Refusals { get; } = new()
    {
        { 403, "Forbidden", "SecretDisabled", "is disabled", false },
        { 403, "Forbidden", "ForbiddenByRbac", "Key Vault Secrets Officer", false },
        { 403, "Forbidden", "ForbiddenByFirewall", "firewall", false },
        { 403, "Forbidden", "ForbiddenByConnection", "private endpoint", false },
        { 403, "Forbidden", "ForbiddenByPolicy", "policy", false },
        { 403, "Forbidden", "AccessDenied", "policy", false },
        { 403, "Forbidden", "", "Key Vault Secrets Officer", false },
        { 404, "NotFound", "", "does not know secrets", false },
        { 404, "", "", "PERFECTVIEWFUNCTIONS_Secrets__Vault", false },
        { 200, "", "", "not a key vault", false },
        { 400, "BadParameter", "", "refused", false },
        { 409, "Conflict", "ObjectIsBeingRecovered", "in a minute", false },
        { 429, "Throttled", "", "more calls than it takes", true },
        { 500, "InternalServerError", "", "trouble of its own", true },
        { 503, "", "", "trouble of its own", true },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Get_refused_says_what_it_is_and_what_to_do(int status, string code, string inner, string words, bool isPassing)
    {
        Vault.State.Break(new VaultFault(status, code, inner));

        var fault = await RefusedAsync();

        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains(inner, fault.Message, StringComparison.Ordinal);
        Assert.Equal(isPassing, fault.IsPassing);
    }

    [Fact]
    public void Refusals_are_told_apart()
    {
        var words = Refusals.Select(row => (string)((object[])row)[3]);

        Assert.Equal(12, words.Distinct().Count());
    }

    [Fact]
    public async Task Get_refused_names_the_request_for_the_vaults_own_log()
    {
        Vault.State.Break(VaultFault.NoRole);

        Assert.Matches("request [0-9a-f-]{36}", (await RefusedAsync()).Message);
    }

    [Fact]
    public async Task Get_with_a_token_that_the_vault_does_not_take_speaks_of_the_tenant()
    {
        Vault.Credential.Token = "token-of-another-tenant";

        var fault = await RefusedAsync();

        Assert.Contains("Entra tenant", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Vault.Credential.Token, fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(Vault.State.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_without_a_token_says_how_to_sign_in(bool unavailable)
    {
        Vault.Credential.Fault = unavailable ? new CredentialUnavailableException("none here") : new AuthenticationFailedException("not that one");

        var fault = await RefusedAsync();

        Assert.Contains("PERFECTVIEWFUNCTIONS_Identity__ClientId", fault.Message, StringComparison.Ordinal);
        Assert.False(fault.IsPassing);
    }

    [Fact]
    public async Task Get_without_a_token_since_nobody_gives_any_at_this_moment_may_pass()
    {
        Vault.Credential.Fault = new AuthenticationFailedException("no answer", new HttpRequestException("connection refused"));

        Assert.True((await RefusedAsync()).IsPassing);
    }

    [Fact]
    public async Task Get_from_a_port_where_nothing_listens_says_it_cannot_be_reached()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var store = NewHost(new Uri($"https://{taken.LocalEndPoint}"));

        var fault = await Assert.ThrowsAsync<SecretsUnavailableException>(() => store.GetAsync(Name, SecretAge.Now, default));

        Assert.Contains("can't be reached", fault.Message, StringComparison.Ordinal);
        Assert.True(fault.IsPassing);
    }

    [Fact]
    public async Task Get_from_a_name_that_nobody_has_says_to_check_the_setting()
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };
        using var client = new HttpClient(handler);
        var store = NewHost(new Uri("https://vault.invalid"), options => options.Transport = new HttpClientTransport(client));

        var fault = await Assert.ThrowsAsync<SecretsUnavailableException>(() => store.GetAsync(Name, SecretAge.Now, default));

        Assert.Contains("PERFECTVIEWFUNCTIONS_Secrets__Vault", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_from_a_vault_with_a_strange_certificate_says_so()
    {
        using var client = new HttpClient();
        var store = NewHost(configure: options => options.Transport = new HttpClientTransport(client));

        var fault = await Assert.ThrowsAsync<SecretsUnavailableException>(() => store.GetAsync(Name, SecretAge.Now, default));

        Assert.Contains("certificate", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Vault.State.Calls);
    }

    /// <summary>As it is in the product, where the challenge has to name a resource of the address's own domain.</summary>
    [Fact]
    public async Task Get_from_an_address_that_asks_for_a_token_for_elsewhere_gives_it_none()
    {
        var store = NewHost(configure: options => options.DisableChallengeResourceVerification = false);

        var fault = await Assert.ThrowsAsync<SecretsUnavailableException>(() => store.GetAsync(Name, SecretAge.Now, default));

        Assert.Contains("not a key vault", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Vault.Credential.Requests);
    }

    [Fact]
    public async Task Get_throttled_for_a_moment_is_tried_again()
    {
        await Store.SetAsync(Name, "one", default);
        Vault.State.Break(VaultFault.Throttled with { RetryAfter = "0", Times = 2 });

        Assert.Equal("one", await ReadAsync());
    }

    [Fact]
    public async Task Get_throttled_all_the_time_is_tried_three_times()
    {
        Vault.State.Break(VaultFault.Throttled with { RetryAfter = "0" });

        await RefusedAsync();

        Assert.Equal(3, CallsOf("GET"));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("3600")]
    [InlineData("Tue, 03 Mar 2026 09:00:00 GMT")]
    public async Task Get_throttled_for_longer_than_a_request_can_wait_is_told_at_once(string retryAfter)
    {
        Vault.State.Break(VaultFault.Throttled with { RetryAfter = retryAfter });

        Assert.True((await RefusedAsync()).IsPassing);

        Assert.Equal(1, CallsOf("GET"));
    }

    [Fact]
    public async Task No_fault_and_no_log_line_holds_a_value_even_when_the_answer_repeats_it()
    {
        const string Value = "value-that-is-secret";
        foreach (var status in new[] { 400, 401, 403, 409, 429, 500 })
        {
            Vault.State.Break(new VaultFault(status, Value, Value, "You sent {body}") { Times = status == 409 ? 100 : 3, RetryAfter = "60" });
            var fault = await Assert.ThrowsAsync<SecretsUnavailableException>(() => Store.SetAsync(Name, Value, default));
            Vault.State.Mend();
            Assert.DoesNotContain(Value, fault.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Value, Logs.Everything, StringComparison.Ordinal);
    }
}
