using Azure;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Azure.Vault;

/// <summary>The secrets of one Azure Key Vault. Each call asks the vault; <see cref="KeptSecrets"/> keeps answers.</summary>
/// <remarks>
/// <para>A deleted secret keeps its name until the vault purges it, so setting it recovers the name first. Until the new version stands, a second
/// or so, the old value can be read again; whether a tenant is linked is said by its row, not by this.</para>
/// <para>A purged secret is none. The dates of a secret (<c>exp</c>, <c>nbf</c>) don't stop it: to the vault they are remarks, and an organisation
/// that dates all its secrets must not lose its invoices at midnight. One that has expired is logged; to stop one, disable it.</para>
/// </remarks>
internal sealed partial class VaultSecretStore(SecretClient client, TimeProvider time, ILogger<VaultSecretStore> logger) : ISecretStore
{
    /// <summary>How long a deletion or recovery on its way is waited for. The vault needs some seconds; nobody waits longer than this for a page.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly VaultCalls calls = new(client, time);

    public async Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        var secret = await calls.RunAsync(name, (vault, token) => ReadAsync(vault, name, token), cancellationToken);
        if (secret?.Properties.ExpiresOn <= time.GetUtcNow())
        {
            Log.Expired(logger, name, secret.Properties.ExpiresOn.Value);
        }

        return secret?.Value;
    }

    public async Task SetAsync(SecretName name, string value, CancellationToken cancellationToken)
    {
        SecretLimits.CheckValue(value);
        var version = "";
        await UntilItHoldsAsync(
            name,
            async (vault, token) => version = (await vault.SetSecretAsync(name.Value, value, token)).Value.Properties.Version,
            cancellationToken);

        // The set holds from here on. Whoever gave up meanwhile would be told that it may not.
        try
        {
            await calls.RunAsync(name, (vault, token) => VaultVersions.DisableOlderAsync(vault, name, version, token), CancellationToken.None);
        }
        catch (SecretsUnavailableException fault)
        {
            Log.OlderNotDisabled(logger, name, fault);
        }
    }

    public Task DeleteAsync(SecretName name, CancellationToken cancellationToken) => UntilItHoldsAsync(
        name,
        async (vault, token) =>
        {
            try
            {
                await vault.StartDeleteSecretAsync(name.Value, token);
            }
            catch (RequestFailedException refusal) when (VaultAnswer.Of(refusal) is { IsMissing: true } or { IsDeleted: true } or { IsBeingDeleted: true })
            {
                // Gone already, or going.
            }
        },
        cancellationToken);

    private static async Task<KeyVaultSecret?> ReadAsync(SecretClient vault, SecretName name, CancellationToken cancellationToken)
    {
        try
        {
            return await vault.GetSecretAsync(name.Value, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException refusal) when (VaultAnswer.Of(refusal).IsMissing)
        {
            return null;
        }
    }

    /// <summary>
    /// Repeats a change while the name is deleted, or on its way there or back. The change itself shows best when it is over: a deleted secret
    /// can't be looked at while its newest version is disabled.
    /// </summary>
    private async Task UntilItHoldsAsync(SecretName name, Func<SecretClient, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + Patience;
        while (await calls.RunAsync(name, (vault, token) => TryAsync(vault, change, token), cancellationToken) is { } conflict)
        {
            if (conflict.IsDeleted)
            {
                await calls.RunAsync(name, (vault, token) => RecoverAsync(vault, name, token), cancellationToken);
            }

            if (time.GetUtcNow() >= end)
            {
                throw VaultFaults.Unsettled(calls.Vault, name, conflict);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static async Task<VaultAnswer?> TryAsync(
        SecretClient vault, Func<SecretClient, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        try
        {
            await change(vault, cancellationToken);
            return null;
        }
        catch (RequestFailedException refusal) when (VaultAnswer.Of(refusal) is { IsConflict: true } conflict)
        {
            return conflict;
        }
    }

    /// <returns>False when it was another who recovered it, or is at it: that is as good.</returns>
    private static async Task<bool> RecoverAsync(SecretClient vault, SecretName name, CancellationToken cancellationToken)
    {
        try
        {
            await vault.StartRecoverDeletedSecretAsync(name.Value, cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (VaultAnswer.Of(refusal) is { IsMissing: true } or { IsConflict: true })
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The secret '{Name}' is set, but older versions of it are still enabled; the next time it is set they are disabled.")]
        public static partial void OlderNotDisabled(ILogger logger, SecretName name, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "The secret '{Name}' expired at {ExpiresOn} by the vault. It is still used: renew it, or disable it to stop its use.")]
        public static partial void Expired(ILogger logger, SecretName name, DateTimeOffset expiresOn);
    }
}
