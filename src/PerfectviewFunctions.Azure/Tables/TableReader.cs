using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Azure.Tables;

/// <summary>Readings; the SDK repeats them where that may help. Where there is no table yet there are no rows.</summary>
internal sealed class TableReader(TableClient table, TableTimes times, TimeProvider time)
{
    public async Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
    {
        var found = await LimitedAsync(
            token => table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: token), cancellationToken);
        if (found is { HasValue: true, Value: { } entity })
        {
            return TableRows.ToRow(entity);
        }

        // The SDK takes every 404 for a row that is not there.
        return found is null || SaysNotFound(found.GetRawResponse())
            ? null
            : throw TableFault.NoTableService.ToException(new RequestFailedException(found.GetRawResponse()));
    }

    /// <summary>Page by page; a page may be empty and yet not the last.</summary>
    public async IAsyncEnumerable<Row> QueryAsync(
        string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        string? next = null;
        do
        {
            var page = await LimitedAsync(token => ReadPageAsync(filter, next, token), cancellationToken);
            foreach (var entity in page?.Values ?? [])
            {
                yield return TableRows.ToRow(entity);
            }

            next = page?.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    private static bool SaysNotFound(Response answer)
    {
        var code = new RequestFailedException(answer).ErrorCode;
        return code == TableErrorCode.ResourceNotFound || code == TableErrorCode.EntityNotFound || code == TableErrorCode.TableNotFound;
    }

    private async Task<Page<TableEntity>?> ReadPageAsync(string filter, string? next, CancellationToken cancellationToken)
    {
        var pages = table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).AsPages(next);
        await using var page = pages.GetAsyncEnumerator(cancellationToken);
        return await page.MoveNextAsync() ? page.Current : null;
    }

    private async Task<T?> LimitedAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var limit = new CallLimit(times.Call, time, cancellationToken);
        try
        {
            return await read(limit.Token);
        }
        catch (Exception exception) when (TableFault.Of(exception) is { } fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return fault.IsMissingTable ? default : throw fault.ToException(exception);
        }
    }
}
