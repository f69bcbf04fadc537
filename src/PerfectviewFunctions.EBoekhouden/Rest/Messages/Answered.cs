using System.Net;
using System.Text.Json.Serialization.Metadata;
using PerfectviewFunctions.EBoekhouden.Rest.Answers;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Messages;

/// <summary>The kinds of answers that calls have.</summary>
internal static class Answered
{
    /// <summary>The statuses of what was made. The description has 201; an id proves as much with 200.</summary>
    public static IReadOnlyList<HttpStatusCode> Made { get; } = [HttpStatusCode.Created, HttpStatusCode.OK];

    public static IReadOnlyList<HttpStatusCode> Ok { get; } = [HttpStatusCode.OK];

    /// <summary>Without a body: with any other status something else may have answered.</summary>
    public static IReadOnlyList<HttpStatusCode> Nothing { get; } = [HttpStatusCode.NoContent];

    /// <summary>A page of a list.</summary>
    /// <param name="offset">What stands before it.</param>
    public static RestCall<ListPage<TItem>> Page<TWire, TItem>(
        string operation, string path, int limit, int offset, JsonTypeInfo<ListAnswer<TWire>> type, Func<TWire, TItem> read)
        where TWire : class => new(operation, HttpMethod.Get, path, Ok, async (body, cancellationToken) =>
    {
        var answer = await RestJson.ReadAsync(body, type, cancellationToken);
        var items = answer.Items ?? throw new UnreadableAnswerException("no items");
        return new ListPage<TItem>(
            [.. items.Select(item => read(item ?? throw new UnreadableAnswerException("an item that is null")))],

            // Should the count be of all there is, it says so itself.
            IsLast: items.Count < limit && !(answer.Count > offset + items.Count));
    })
    {
        MaxBytes = long.MaxValue,
    };

    public static ValueTask<bool> NoBody(Stream body, CancellationToken cancellationToken) => ValueTask.FromResult(true);
}

/// <summary>Part of a list.</summary>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, bool IsLast);
