using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace PerfectviewFunctions.Azure.Tables;

/// <summary>
/// The table, as seen by readings and by writes. The SDK repeats a reading whatever went wrong; it must not repeat a write, since it can't
/// tell the conflict with somebody else's row from the echo of its own first try.
/// </summary>
internal sealed record TableClients(TableClient Reader, TableClient Writer)
{
    /// <param name="settings">Names the account by address or by connection string.</param>
    /// <param name="credential">As whom; asked for only with an address.</param>
    /// <exception cref="InvalidOperationException">The settings name no account. The message holds nothing of a connection string.</exception>
    public static TableClients Create(StorageSettings settings, Func<TokenCredential> credential, TableTimes times)
    {
        return new TableClients(Client(new ReadingRetries(times)), Client(new RetryPolicy(maxRetries: 0)));

        TableClient Client(RetryPolicy retries)
        {
            var options = new TableClientOptions { RetryPolicy = retries };
            options.Retry.NetworkTimeout = times.Try;
            return settings.Tables is { } address
                ? new TableClient(address, settings.Table, credential(), options)
                : FromConnectionString(settings, options);
        }
    }

    private static TableClient FromConnectionString(StorageSettings settings, TableClientOptions options) =>
        string.IsNullOrWhiteSpace(settings.ConnectionString)
            ? throw new InvalidOperationException("Set Storage:Tables to the table endpoint, or Storage:ConnectionString.")
            : TryConnect(settings.ConnectionString, settings.Table, options)
                ?? throw new InvalidOperationException("Storage:ConnectionString is not the connection string of a storage account.");

    /// <summary>Null when the text can't be read. What the parser says about it is dropped, since it may repeat the key.</summary>
    private static TableClient? TryConnect(string connectionString, string table, TableClientOptions options)
    {
        try
        {
            return new TableClient(connectionString, table, options);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
