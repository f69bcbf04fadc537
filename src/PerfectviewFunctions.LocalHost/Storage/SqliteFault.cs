using Microsoft.Data.Sqlite;
using PerfectviewFunctions.Core.Storage;
using static SQLitePCL.raw;

namespace PerfectviewFunctions.LocalHost.Storage;

/// <summary>Tells trouble of the store from mistakes in our statements, and says it in words.</summary>
internal static class SqliteFault
{
    /// <summary>Runs what uses the file; trouble of the file comes out as <see cref="StoreUnavailableException"/>.</summary>
    public static T Translate<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception) when (Trouble(exception) is { } trouble)
        {
            throw new StoreUnavailableException($"The store '{file}' {trouble}.", exception);
        }
    }

    /// <summary>What is wrong with the store; null when the exception shows a mistake of ours.</summary>
    private static string? Trouble(SqliteException exception) => exception.SqliteErrorCode switch
    {
        SQLITE_BUSY or SQLITE_LOCKED or SQLITE_PROTOCOL => "was kept locked by another process for too long",
        SQLITE_FULL => "can't grow: the disk is full",
        SQLITE_READONLY or SQLITE_PERM => "can't be written: this process lacks the right to",
        SQLITE_CANTOPEN => "can't be opened",
        SQLITE_IOERR => "can't be read or written: the disk reports an error",
        SQLITE_CORRUPT or SQLITE_NOTADB => "is damaged: put a backup in its place",
        SQLITE_NOMEM => "can't be used: memory has run out",
        _ => null,
    };
}
