using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Answers;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Rest.Vat;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Messages;

/// <summary>The mutations: booking one, lists that have no rows, single ones.</summary>
internal static class MutationMessages
{
    public const int InvoiceSent = 2;
    public const int PaymentReceived = 3;

    /// <summary>Answers the mutation number, which is its id.</summary>
    public static RestCall<long> Book(Booking booking, long relationId, IReadOnlyDictionary<string, long> ledgers, VatForm form) => new(
        "POST mutation", HttpMethod.Post, RestPath.Mutation, Answered.Made, async (body, cancellationToken) =>
        {
            var added = await RestJson.ReadAsync(body, RestJson.Default.AddedAnswer, cancellationToken);
            return added.Id is > 0 ? added.Id.Value : throw new UnreadableAnswerException("no id of a mutation", CallFailure.NoNumber);
        })
    {
        Body = BookingJson.Of(booking, relationId, ledgers, form),
        ChangesBooks = true,
    };

    public static RestCall<ListPage<ListedMutation>> FindByNumber(string invoiceNumber, int limit, int offset) =>
        Page(RestPath.Page(RestPath.Mutation, limit, offset, ("invoiceNumber", invoiceNumber)), limit, offset);

    /// <param name="until">The last day that counts.</param>
    public static RestCall<ListPage<ListedMutation>> FindByDate(DateOnly from, DateOnly until, int limit, int offset)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd},{until:yyyy-MM-dd}");
        return Page(RestPath.Page(RestPath.Mutation, limit, offset, ("date[range]", range)), limit, offset);
    }

    /// <summary>Answers null when there is none.</summary>
    public static RestCall<ReadMutation?> Get(long number) => new(
        "GET mutation/{id}", HttpMethod.Get, RestPath.Of(RestPath.Mutation, number), Answered.Ok, async (body, cancellationToken) =>
        {
            var read = ReadMutation.Of(await RestJson.ReadAsync(body, RestJson.Default.MutationAnswer, cancellationToken));
            return read.Number == number ? read : throw new UnreadableAnswerException("another mutation than the one asked for");
        })
    {
        AbsentCode = "MUT_300",
        MaxBytes = long.MaxValue,
    };

    private static RestCall<ListPage<ListedMutation>> Page(string path, int limit, int offset) => Answered.Page(
        "GET mutation", path, limit, offset, RestJson.Default.ListAnswerMutationItem, ListedMutation.Of);
}
