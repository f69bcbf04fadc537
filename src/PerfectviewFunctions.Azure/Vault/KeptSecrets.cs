using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Azure.Vault;

/// <summary>Keeps what another store answers, also "there is none", in the memory of this host, for as long as each reader allows.</summary>
/// <remarks>
/// <para>Readers of one name share one reading. What this host sets and deletes counts at once; a failure is not kept.</para>
/// <para>While the store says nothing (out of reach, overloaded, broken), a value of at most an hour is still given to who asks for
/// <see cref="SecretAge.Usual"/> or older. Otherwise a hiccup of the vault would turn every sender away, and who may send is known. What that costs: a
/// secret that was taken back by hand in the vault, at a moment when this host can't reach it, counts for up to an hour instead of five minutes. What is
/// taken back through this product counts at once, since its row says so and the reader then asks for less than the usual age. As soon as the vault
/// answers, be it "there is none" or "forbidden", the value is gone.</para>
/// </remarks>
internal sealed partial class KeptSecrets(ISecretStore store, TimeProvider time, ILogger<KeptSecrets> logger) : ISecretStore
{
    /// <summary>Names kept at most.</summary>
    public const int Most = 10_000;

    private static readonly TimeSpan MostInSilence = TimeSpan.FromHours(1);

    /// <summary>The wait for a silent store is long, so that not every request goes through it.</summary>
    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LogEvery = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<SecretName, KeptSecret> kept = [];
    private DateTimeOffset silentUntil = DateTimeOffset.MinValue;
    private DateTimeOffset loggedAt = DateTimeOffset.MinValue;

    public async Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<string?> reading;
        lock (gate)
        {
            var secret = Of(name);
            if (secret.Answer?.AskedAt > time.GetUtcNow())
            {
                // The clock was set back: nobody knows how old this is, and it would outrank every answer to come.
                secret.Answer = null;
            }

            if (secret.Answer is { } answer && IsYounger(answer.AskedAt, maxAge))
            {
                return answer.Value;
            }

            if (time.GetUtcNow() < silentUntil && InSilence(name, maxAge) is { } value)
            {
                return value;
            }

            reading = secret.Reading is { } running && IsYounger(running.AskedAt, maxAge) ? running.Value : Begin(name, secret);
        }

        try
        {
            return await reading.WaitAsync(cancellationToken);
        }
        catch (SecretsUnavailableException fault) when (fault.IsPassing)
        {
            lock (gate)
            {
                if (InSilence(name, maxAge) is { } value)
                {
                    return value;
                }
            }

            throw;
        }
    }

    public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken) =>
        ChangeAsync(name, value, () => store.SetAsync(name, value, cancellationToken));

    public Task DeleteAsync(SecretName name, CancellationToken cancellationToken) =>
        ChangeAsync(name, null, () => store.DeleteAsync(name, cancellationToken));

    /// <summary>Called under the lock. The reading outlives the one who began it: others may be waiting for it, and it is short.</summary>
    private Task<string?> Begin(SecretName name, KeptSecret secret)
    {
        var changes = secret.Changes;
        var askedAt = time.GetUtcNow();
        secret.Running++;
        var value = Task.Run(() => ReadAsync(name, secret, changes, askedAt));
        secret.Reading = new KeptReading(value, askedAt);
        return value;
    }

    private async Task<string?> ReadAsync(SecretName name, KeptSecret secret, long changes, DateTimeOffset askedAt)
    {
        try
        {
            var value = await store.GetAsync(name, SecretAge.Now, CancellationToken.None);
            End(secret, changes, askedAt, new KeptAnswer(value, askedAt));
            lock (gate)
            {
                silentUntil = DateTimeOffset.MinValue;
            }

            return value;
        }
        catch (SecretsUnavailableException fault) when (fault.IsPassing)
        {
            lock (gate)
            {
                silentUntil = time.GetUtcNow() + NextTry;
                End(secret, changes, askedAt, secret.Answer);
            }

            throw;
        }
        catch (Exception)
        {
            End(secret, changes, askedAt, null);
            throw;
        }
    }

    /// <summary>An answer counts if nothing was changed since it was asked for, and none asked for later is there.</summary>
    private void End(KeptSecret secret, long changes, DateTimeOffset askedAt, KeptAnswer? answer)
    {
        lock (gate)
        {
            secret.Running--;
            if (secret.Changes != changes)
            {
                return;
            }

            if (secret.Reading?.AskedAt == askedAt)
            {
                secret.Reading = null;
            }

            if (!(secret.Answer?.AskedAt > askedAt))
            {
                secret.Answer = answer;
            }
        }
    }

    /// <summary>While a change runs nothing is kept, since either value may be read; if two run at once, nobody here knows which one holds.</summary>
    private async Task ChangeAsync(SecretName name, string? value, Func<Task> change)
    {
        KeptSecret secret;
        long mine;
        DateTimeOffset begunAt;
        lock (gate)
        {
            secret = Of(name);
            secret.Running++;
            mine = Forget(secret);
            begunAt = time.GetUtcNow();
        }

        var holds = false;
        try
        {
            await change();
            holds = true;
        }
        finally
        {
            lock (gate)
            {
                secret.Running--;
                var alone = secret.Changes == mine;
                Forget(secret);
                secret.Answer = holds && alone ? new KeptAnswer(value, begunAt) : null;
            }
        }
    }

    private static long Forget(KeptSecret secret)
    {
        secret.Answer = null;
        secret.Reading = null;
        return ++secret.Changes;
    }

    /// <summary>Called under the lock: the value to go on with while the store is silent.</summary>
    private string? InSilence(SecretName name, TimeSpan maxAge)
    {
        if (maxAge < SecretAge.Usual || Of(name).Answer is not { Value: { } value } answer || !IsYounger(answer.AskedAt, MostInSilence))
        {
            return null;
        }

        if (!IsYounger(loggedAt, LogEvery))
        {
            loggedAt = time.GetUtcNow();
            Log.GoesOn(logger, name, answer.AskedAt);
        }

        return value;
    }

    /// <summary>What lies in the future, since the clock was set back, is as old as can be.</summary>
    private bool IsYounger(DateTimeOffset instant, TimeSpan age)
    {
        var actual = time.GetUtcNow() - instant;
        return actual >= TimeSpan.Zero && actual < age;
    }

    /// <summary>Called under the lock.</summary>
    private KeptSecret Of(SecretName name)
    {
        if (kept.TryGetValue(name, out var secret))
        {
            return secret;
        }

        if (kept.Count >= Most)
        {
            MakeRoom();
        }

        return kept[name] = new KeptSecret();
    }

    /// <summary>Names of which there is no secret go first: anybody can make those up, and they push nobody out.</summary>
    private void MakeRoom()
    {
        var oldest = kept.Where(pair => pair.Value.Running == 0)
            .OrderBy(pair => pair.Value.Answer?.Value is not null)
            .ThenBy(pair => pair.Value.Answer?.AskedAt ?? DateTimeOffset.MinValue)
            .Take(Most / 10)
            .Select(pair => pair.Key)
            .ToList();
        oldest.ForEach(name => kept.Remove(name));
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "The secret store does not answer; '{Name}' as read at {AskedAt} is still used, and so may be others, for up to an hour.")]
        public static partial void GoesOn(ILogger logger, SecretName name, DateTimeOffset askedAt);
    }
}
