using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Answers;
using PerfectviewFunctions.EBoekhouden.Rest.Cards;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Messages;

/// <summary>The relations: lists that say no more than id and code, single cards, and what changes them.</summary>
internal static class RelationMessages
{
    /// <summary>Every relation.</summary>
    public static RestCall<ListPage<RelationKey>> Page(int limit, int offset) => Page(RestPath.Page(RestPath.Relation, limit, offset), limit, offset);

    /// <param name="filter">code, email or name.</param>
    public static RestCall<ListPage<RelationKey>> Find(string filter, string value, int limit, int offset) =>
        Page(RestPath.Page(RestPath.Relation, limit, offset, (filter, value)), limit, offset);

    /// <summary>Answers null when there is no such relation.</summary>
    public static RestCall<BookedCard?> Get(long id) => new(
        "GET relation/{id}", HttpMethod.Get, RestPath.Of(RestPath.Relation, id), Answered.Ok, async (body, cancellationToken) =>
        {
            var card = CardJson.Read(await RestJson.ReadAsync(body, RestJson.Default.DictionaryStringJsonElement, cancellationToken));
            return card.Id == id ? card : throw new UnreadableAnswerException("another relation than the one asked for");
        })
    {
        AbsentCode = "REL_055",
    };

    /// <summary>Answers id and code.</summary>
    public static RestCall<RelationKey> Add(DebtorCard debtor) => new(
        "POST relation", HttpMethod.Post, RestPath.Relation, Answered.Made, async (body, cancellationToken) =>
        {
            var added = await RestJson.ReadAsync(body, RestJson.Default.AddedAnswer, cancellationToken);
            return added.Id is > 0
                ? new RelationKey(added.Id.Value, added.Code is { Length: > 0 } code ? code.Trim() : debtor.Code)
                : throw new UnreadableAnswerException("no id of a relation", CallFailure.NoNumber);
        })
    {
        Body = JsonBody.Of(writer => CardJson.WriteNew(writer, debtor)),
        ChangesBooks = true,
    };

    public static RestCall<bool> Update(BookedCard card) => new(
        "PATCH relation/{id}", HttpMethod.Patch, RestPath.Of(RestPath.Relation, card.Id), Answered.Nothing, Answered.NoBody)
    {
        Body = JsonBody.Of(writer => CardJson.WriteChanged(writer, card)),
        ChangesBooks = true,
    };

    private static RestCall<ListPage<RelationKey>> Page(string path, int limit, int offset) => Answered.Page(
        "GET relation", path, limit, offset, RestJson.Default.ListAnswerRelationItem,
        item => new RelationKey(WireFacts.Id(item.Id, "relation"), (item.Code ?? "").Trim()));
}

/// <summary>What a list says of a relation.</summary>
internal sealed record RelationKey(long Id, string Code);
