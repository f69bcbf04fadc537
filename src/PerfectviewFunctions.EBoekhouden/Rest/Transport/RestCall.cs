using System.Net;

namespace PerfectviewFunctions.EBoekhouden.Rest.Transport;

/// <summary>One call of the API: what is sent and how its answer is read.</summary>
/// <param name="Operation">Its name in logs: method and path, without ids.</param>
/// <param name="Path">Below the endpoint, with its query.</param>
/// <param name="Done">The statuses that say it was done.</param>
/// <param name="ReadAsync">Reads the body of such an answer.</param>
internal sealed record RestCall<T>(
    string Operation, HttpMethod Method, string Path, IReadOnlyList<HttpStatusCode> Done, Func<Stream, CancellationToken, ValueTask<T>> ReadAsync)
{
    /// <summary>JSON; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The most that is read of an answer, in bytes: a relation or a session is short. What is a list or has one is bounded by the options and by its items.</summary>
    public long MaxBytes { get; init; } = 1024 * 1024;

    /// <summary>Whether a call without an answer may have changed something that can't be taken back.</summary>
    public bool ChangesBooks { get; init; }

    /// <summary>Whether a 401 says something of the token and not of a session.</summary>
    public bool OpensSession { get; init; }

    /// <summary>The code by which a 404 says that there is no such thing; null where that is a refusal as any other.</summary>
    public string? AbsentCode { get; init; }

    /// <summary>The answer when there is no such thing.</summary>
    public T? Absent { get; init; }
}
