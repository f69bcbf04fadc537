using Azure.Security.KeyVault.Secrets;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Azure.Vault;

/// <summary>Sees that of a secret's versions only the newest can be read.</summary>
internal static class VaultVersions
{
    /// <summary>
    /// Disables what stands beside the version that was just written. Which one is newest can't be told by the dates, which are whole seconds;
    /// the vault is asked for it after the versions were listed, so that nothing in the list can be newer.
    /// </summary>
    /// <returns>How many were disabled; none if another version was written meanwhile, whose writer does the same.</returns>
    public static async Task<int> DisableOlderAsync(SecretClient vault, SecretName name, string written, CancellationToken cancellationToken)
    {
        var older = new List<SecretProperties>();
        await foreach (var version in vault.GetPropertiesOfSecretVersionsAsync(name.Value, cancellationToken))
        {
            if (version.Version != written && version.Enabled != false)
            {
                older.Add(version);
            }
        }

        if (older.Count == 0 || (await vault.GetSecretAsync(name.Value, cancellationToken: cancellationToken)).Value.Properties.Version != written)
        {
            return 0;
        }

        foreach (var version in older)
        {
            version.Enabled = false;
            await vault.UpdateSecretPropertiesAsync(version, cancellationToken);
        }

        return older.Count;
    }
}
