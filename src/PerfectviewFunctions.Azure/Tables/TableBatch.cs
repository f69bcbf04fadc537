using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Azure.Tables;

/// <summary>
/// A batch as an entity-group transaction, and its answer as a result. A single write is a transaction of one: one round trip as well, one
/// form of answer for all, and always with a body. SocketsHttpHandler repeats a request without a body, as a plain DELETE is, when the
/// connection ends before the answer; the second would find nothing and look like a conflict.
/// </summary>
internal sealed class TableBatch(string partition, IReadOnlyList<RowWrite> batch)
{
    /// <summary>
    /// True when doing it twice is impossible: an ETag that was replaced or deleted never comes back. Inserts alone have no such fence; rows
    /// that somebody saw and deleted meanwhile would be inserted again.
    /// </summary>
    public bool IsFenced { get; } = batch.Any(write => write is not RowWrite.Insert);

    public IReadOnlyList<TableTransactionAction> Actions { get; } = [.. batch.Select(write => ToAction(partition, write))];

    /// <summary>The result of a transaction that was done.</summary>
    /// <exception cref="IOException">The answer is not the one of this transaction.</exception>
    public WriteResult.Written Written(IReadOnlyList<Response> answers)
    {
        if (answers.Count != batch.Count || answers.Any(answer => answer.IsError))
        {
            throw new IOException($"A transaction of {batch.Count} writes was answered with {answers.Count}.");
        }

        return new WriteResult.Written([.. answers.Zip(batch, (answer, write) => write is RowWrite.Delete ? null : ETagOf(answer))]);
    }

    /// <summary>The conflict that the service found, or null when the failure is something else.</summary>
    public WriteResult.Conflict? ConflictIn(RequestFailedException failure)
    {
        // The service names the write in front of its message ("1:The specified..."), but not always when there is only one.
        var index = batch.Count == 1 ? 0 : (failure as TableTransactionFailedException)?.FailedTransactionActionIndex;
        if (index is not { } at || at < 0 || at >= batch.Count)
        {
            return null;
        }

        var isInsert = batch[at] is RowWrite.Insert;
        return (failure.Status, isInsert) switch
        {
            (409, true) when failure.ErrorCode == TableErrorCode.EntityAlreadyExists => new(at, ConflictKind.AlreadyExists),
            (412, false) => new(at, ConflictKind.Changed),
            (404, false) when failure.ErrorCode == TableErrorCode.ResourceNotFound || failure.ErrorCode == TableErrorCode.EntityNotFound => new(at, ConflictKind.Changed),
            _ => null,
        };
    }

    private static TableTransactionAction ToAction(string partition, RowWrite write) => write switch
    {
        RowWrite.Insert insert => new(TableTransactionActionType.Add, TableRows.ToEntity(partition, insert.Key, insert.Values)),
        RowWrite.Replace replace => new(
            TableTransactionActionType.UpdateReplace, TableRows.ToEntity(partition, replace.Key, replace.Values), new ETag(replace.ETag)),
        RowWrite.Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition, delete.Key), new ETag(delete.ETag)),
        _ => throw new ArgumentException($"There is no write of type {write.GetType().Name}.", nameof(write)),
    };

    private static string ETagOf(Response answer) =>
        answer.Headers.TryGetValue("ETag", out var eTag) ? eTag : throw new IOException("The answer to a write names no ETag.");
}
