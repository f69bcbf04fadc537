namespace PerfectviewFunctions.Core.Secrets;

/// <summary>
/// The secrets of tenants and of the deployment. A value stands in no log, no row and no page; names may.
/// Trouble of the store itself is thrown as <see cref="SecretsUnavailableException"/>.
/// </summary>
public interface ISecretStore
{
    /// <summary>Reads a secret, or null when there is none.</summary>
    /// <param name="maxAge">How old an answer may be that the store kept from an earlier reading: see <see cref="SecretAge"/>.</param>
    Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken);

    /// <summary>Creates or replaces a secret; <see cref="SecretLimits"/> says what a value may be.</summary>
    Task SetAsync(SecretName name, string value, CancellationToken cancellationToken);

    /// <summary>Deletes a secret; deleting one that isn't there does nothing.</summary>
    Task DeleteAsync(SecretName name, CancellationToken cancellationToken);
}
