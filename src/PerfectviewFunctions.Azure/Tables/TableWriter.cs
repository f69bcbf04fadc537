using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Azure.Tables;

/// <summary>
/// Tries a batch until it is answered. Conflict means that nothing was written, so a conflict that follows a try of unknown outcome is not
/// believed: it may be the echo of that first try, and is reported as unavailable. Tried again is what was certainly not done, and, after
/// an unclear try, what its ETags keep from being done twice.
/// </summary>
internal sealed partial class TableWriter(TableClient table, TableTimes times, TimeProvider time, ILogger<TableWriter> log)
{
    /// <exception cref="StoreUnavailableException">Nobody knows whether the batch was written.</exception>
    public async Task<WriteResult> WriteAsync(TableBatch batch, CancellationToken cancellationToken)
    {
        using var limit = new CallLimit(times.Call, time, cancellationToken);
        var isUnclear = false;
        var isMissing = false;
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (isMissing)
                {
                    await CreateTableAsync(limit.Token);
                }

                return await TryAsync(batch, isUnclear, limit.Token);
            }
            catch (Exception exception) when (TableFault.Of(exception) is { } fault)
            {
                cancellationToken.ThrowIfCancellationRequested();
                isUnclear |= fault.MayBeDone;
                isMissing = fault.IsMissingTable;
                var wait = times.WaitAfter(tries, fault.RetryAfter);
                var canTryAgain = (fault.IsPassing || isMissing) && (!isUnclear || batch.IsFenced);
                if (!canTryAgain || tries == times.Tries || !limit.Allows(wait))
                {
                    throw fault.ToException(exception);
                }

                Log.TriedAgain(log, fault.Trouble, tries);
                await Task.Delay(isMissing ? TimeSpan.Zero : wait, time, cancellationToken);
            }
        }
    }

    private async Task<WriteResult> TryAsync(TableBatch batch, bool isUnclear, CancellationToken cancellationToken)
    {
        try
        {
            return batch.Written((await table.SubmitTransactionAsync(batch.Actions, cancellationToken)).Value);
        }
        catch (RequestFailedException exception) when (batch.ConflictIn(exception) is { } conflict)
        {
            return !isUnclear
                ? conflict
                : throw new StoreUnavailableException("The table store lost the answer to a write, which may have been done.", exception);
        }
    }

    /// <summary>Several may do so at once: who comes second is told that it is there.</summary>
    private async Task CreateTableAsync(CancellationToken cancellationToken)
    {
        if (await table.CreateIfNotExistsAsync(cancellationToken) is not null)
        {
            Log.CreatedTable(log, table.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The table {Table} was not there and has been created, empty.")]
        public static partial void CreatedTable(ILogger logger, string table);

        [LoggerMessage(2, LogLevel.Information, "The table store {Trouble}; tried again after try {Tries}.")]
        public static partial void TriedAgain(ILogger logger, string trouble, int tries);
    }
}
