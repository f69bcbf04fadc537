using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Sessions;
using PerfectviewFunctions.EBoekhouden.Sessions;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Transport;

/// <summary>The calls that one question or one order takes, under one time limit.</summary>
internal abstract class RestRun
{
    /// <summary>The most that one page of a list has (OpenAPI: limit).</summary>
    public const int PageSize = 2000;

    /// <summary>The most pages of one list that are read.</summary>
    public const int MostPages = 100;

    public abstract Task<Answer<T>> CallAsync<T>(RestCall<T> call);

    /// <summary>A list, page by page; a page that fails is the failure of the whole.</summary>
    /// <param name="page">Makes the call of a page from its size and what stands before it.</param>
    public async Task<Answer<ReadList<T>>> ReadAllAsync<T>(Func<int, int, RestCall<ListPage<T>>> page)
    {
        var items = new List<T>();
        for (var pages = 1; pages <= MostPages; pages++)
        {
            var answer = await CallAsync(page(PageSize, items.Count));
            if (answer is not Answer<ListPage<T>>.Success { Value: var read })
            {
                return answer.Failed<ListPage<T>, ReadList<T>>();
            }

            items.AddRange(read.Items);
            if (read.IsLast)
            {
                return new Answer<ReadList<T>>.Success(new ReadList<T>(items, pages));
            }

            if (read.Items.Count == 0)
            {
                return new Answer<ReadList<T>>.NotDone(CallFailure.Unreadable, "an empty page within a list");
            }
        }

        return new Answer<ReadList<T>>.NotDone(CallFailure.Unreadable, "a list that does not end");
    }

    /// <summary>In the session that all share.</summary>
    public sealed class Pooled(
        RestClient client,
        SessionCalls<BookkeepingCredentials.Rest, RestSession> sessions,
        BookkeepingCredentials.Rest credentials,
        CallLimit limit) : RestRun
    {
        public override Task<Answer<T>> CallAsync<T>(RestCall<T> call) => sessions.CallAsync(
            credentials, session => new SessionCall<T>(call.Operation, () => client.CallAsync(call, session, limit)), limit);
    }

    /// <summary>In one session of its own.</summary>
    public sealed class Apart(RestClient client, RestSession session, CallLimit limit) : RestRun
    {
        public override Task<Answer<T>> CallAsync<T>(RestCall<T> call) => client.CallAsync(call, session, limit);
    }
}

/// <summary>A whole list, and in how many pages it came.</summary>
internal sealed record ReadList<T>(IReadOnlyList<T> Items, int Pages);
