using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>The names of a list and its items, and of the list inside each item if there is one.</summary>
internal sealed record ListShape(string List, string Item, ListShape? Inner = null);

/// <summary>
/// A list, read item by item. Empty, nil and absent lists are empty. An item that can't be understood, a nil one too, spoils the whole
/// list: whoever asks for a list concludes from what is not in it.
/// </summary>
internal sealed class ListResult<TItem>(ListShape shape, Func<AnswerRow, TItem> read) : ResultReader<IReadOnlyList<TItem>>
{
    private readonly List<TItem> items = [];

    public override Task ReadChildAsync(AnswerXml xml) => xml.Name == shape.List
        ? ReadListAsync(xml, shape, row => items.Add(read(row)))
        : xml.SkipAsync();

    public override Answer<IReadOnlyList<TItem>> Conclude(ServiceError error) => error switch
    {
        { HasCode: true } => new Answer<IReadOnlyList<TItem>>.Refused(error.Code, error.Text),

        // Words without a code: no known form of success, and an empty list beside them would prove an absence.
        { Text: not null } => new Answer<IReadOnlyList<TItem>>.Unclear(CallFailure.Unreadable, "an error text without a code"),
        _ => new Answer<IReadOnlyList<TItem>>.Success(items),
    };

    private static Task ReadListAsync(AnswerXml xml, ListShape shape, Action<AnswerRow> add) => xml.ReadChildrenAsync(async () =>
    {
        if (xml.Name != shape.Item)
        {
            throw new UnreadableAnswerException($"something else than {shape.Item} in {shape.List}");
        }

        var row = new AnswerRow(shape.Item);
        await xml.ReadChildrenAsync(async () =>
        {
            var name = xml.Name;
            if (name == shape.Inner?.List)
            {
                await ReadListAsync(xml, shape.Inner, row.Inner.Add);
            }
            else
            {
                row.Add(name, await xml.ReadTextAsync());
            }
        });
        add(row);
    });
}
