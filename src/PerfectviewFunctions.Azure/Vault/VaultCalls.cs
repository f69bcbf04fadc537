using Azure;
using Azure.Security.KeyVault.Secrets;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Azure.Vault;

/// <summary>Runs calls of one vault: none takes long, and what fails is said in words.</summary>
internal sealed class VaultCalls(SecretClient client, TimeProvider time)
{
    /// <summary>With the token, all tries and the waits between them: somebody may be waiting for the answer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public Uri Vault => client.VaultUri;

    /// <param name="call">Handles the refusals that it expects.</param>
    public async Task<T> RunAsync<T>(SecretName name, Func<SecretClient, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await call(client, either.Token);
        }
        catch (RequestFailedException refusal) when (refusal.Status > 0)
        {
            throw VaultFaults.Refused(Vault, name, refusal);
        }
        catch (Exception failure) when (IsTimeOut(failure))
        {
            // Our own limit, or that of the SDK for one try.
            cancellationToken.ThrowIfCancellationRequested();
            throw VaultFaults.TooSlow(Vault, name, Limit);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (VaultFaults.Failed(Vault, name, failure) is { } fault)
            {
                throw fault;
            }

            throw;
        }
    }

    /// <summary>After its last try the SDK throws what each of them met.</summary>
    private static bool IsTimeOut(Exception failure) =>
        failure is OperationCanceledException || (failure is AggregateException several && several.InnerExceptions.LastOrDefault() is OperationCanceledException);
}
