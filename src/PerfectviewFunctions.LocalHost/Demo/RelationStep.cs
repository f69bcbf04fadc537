using System.Text.Json.Nodes;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>A step about relations: which cards it makes or changes in the books, and what people are told. It books nothing.</summary>
internal sealed record RelationStep(string Title, JsonNode Body, int Status, string Outcome, params IReadOnlyList<string> Calls)
    : DemoStep(Title, Body, Status, Outcome, Calls)
{
    /// <summary>What somebody does in the books before.</summary>
    public CardChange? Bookkeeper { get; init; }

    /// <summary>What becomes of the cards: this and nothing else.</summary>
    public IReadOnlyList<CardChange> Cards { get; init; } = [];

    /// <summary>What the API tells of the relations from then on; empty when there is nothing to tell.</summary>
    public string Told { get; init; } = "";

    protected override void Prepare(DemoStage stage) => Bookkeeper?.DoIn(stage.Books);

    protected override async Task<string> CheckAsync(
        DemoStage stage, DemoBooks before, JsonArray results, DemoFaults faults, CancellationToken cancellationToken)
    {
        var cards = CardChange.Between(before.Relations, stage.Books.Relations);
        faults.Expect("cards", Cards.Select(card => card.By(stage.Api)), cards);
        faults.Expect("bookings", "0", $"{stage.Books.Mutations.Count - before.Mutations.Count}");
        var told = new List<string>();
        foreach (var id in Events.Select(sent => sent["data"]!["relation"]!["id"]!.GetValue<string>()))
        {
            told.AddRange(Telling(await stage.RelationAsync(id, cancellationToken)));
        }

        faults.Expect("told", Told, string.Join(", ", told));
        IEnumerable<string> inTheBooks = cards.Count == 0 ? ["nothing changed"] : cards.Select(card => card.Short());
        return string.Join("; ", [.. inTheBooks, .. told]);
    }

    /// <param name="relation">As the API shows it; null when it knows none.</param>
    private static IEnumerable<string> Telling(JsonNode? relation)
    {
        if (relation is null)
        {
            return ["not known"];
        }

        var notes = relation["notCarriedOver"]?.AsArray() ?? [];
        var cut = notes.Count(note => note!["kept"] is not null);
        return
        [
            .. notes.Count > 0 ? [$"{cut} cut and {notes.Count - cut} left out"] : (string[])[],
            .. Listed(relation, "overwritten", lost => $"lost {lost["field"]} {lost["old"]}"),
            .. Listed(relation, "candidates", found => $"may be {found["code"]} {found["name"]}"),
            .. relation["deleted"]?.GetValue<bool>() == true ? ["deleted in Perfectview"] : (string[])[],
        ];
    }

    private static IEnumerable<string> Listed(JsonNode relation, string name, Func<JsonNode, string> tell) =>
        (relation[name]?.AsArray() ?? []).Select(item => tell(item!));
}
