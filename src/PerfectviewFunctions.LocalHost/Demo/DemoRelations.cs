using System.Text.Json.Nodes;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>What the demo shows of relations.</summary>
internal static class DemoRelations
{
    private const string Company = "D1005";
    private const string Twin = "D1009";

    public static IReadOnlyList<RelationStep> Steps { get; } =
    [
        new("A new Dutch company", DemoEvents.Sample("relation-organisation.json"), 200, "updated", "AddRelatie")
        {
            Cards = [DemoCards.DutchCompany(Company)],
        },
        new("A person with a name prefix", DemoEvents.Sample("relation-person.json"), 200, "updated", "AddRelatie")
        {
            Cards = [DemoCards.Person("D1006")],
        },
        new(
            "A Belgian and a German VAT number, in one call",
            new JsonArray(DemoEvents.Sample("relation-belgian.json"), DemoEvents.Sample("relation-german.json")),
            200,
            "updated",
            "AddRelatie",
            "AddRelatie")
        {
            Cards = [DemoCards.BelgianCompany("D1007"), DemoCards.GermanCompany("D1008")],
        },
        new("Every field at its limit", DemoEvents.Sample("relation-limits.json"), 200, "updated", "AddRelatie")
        {
            Cards = [DemoCards.AtItsLimits("PVW64DXWXC6D", DemoEvents.Sample("relation-limits.json"))],
            Told = "5 cut and 9 left out",
        },
        new(
            "Two fields change; what the bookkeeper added stays",
            DemoEvents.Sample("relation-update.json").Saying("mobilePhone", "+31 6 00000055"),
            200,
            "updated",
            "GetRelaties",
            "UpdateRelatie")
        {
            Bookkeeper = CardChange.Of(Company, ("FAX", "+31 20 000 00 50"), ("Def1", "Betaalt altijd op tijd")),
            Cards = [CardChange.Of(Company, ("Telefoon", ""), ("GSM", "+31 6 00000055"))],
        },
        new(
            "The same once more, in another event",
            DemoEvents.Sample("relation-update.json")
                .Saying("mobilePhone", "+31 6 00000055")
                .As("evt-rel-1001-3", "2026-04-22T09:00:00+02:00"),
            200,
            "updated"),
        new(
            "An older event comes late: one of its two counts",
            DemoEvents.OfCompany("evt-rel-1001-4", "2026-04-14T09:00:00+02:00")
                .Saying("phone", "+31 20 000 00 51")
                .Saying("salutation", "Beste crediteuren"),
            200,
            "updated",
            "GetRelaties",
            "UpdateRelatie")
        {
            Cards = [CardChange.Of(Company, ("Aanhef", "Beste crediteuren"))],
        },
        new(
            "A change in the books loses to Perfectview",
            DemoEvents.OfCompany("evt-rel-1001-5", "2026-04-23T09:00:00+02:00").Saying("website", "https://werf.koperen-kiel.example"),
            200,
            "updated",
            "GetRelaties",
            "UpdateRelatie")
        {
            Bookkeeper = CardChange.Of(Company, ("Contactpersoon", "Mevrouw De Kiel")),
            Cards = [CardChange.Of(Company, ("Contactpersoon", "Afdeling crediteuren"), ("Site", "https://werf.koperen-kiel.example"))],
            Told = "lost contactPerson Mevrouw De Kiel",
        },
        new("A stranger in the books has its code", DemoEvents.Twin(Twin), 200, "needs-attention", "AddRelatie", "GetRelaties")
        {
            Bookkeeper = DemoCards.Stranger(Twin),
            Reason = "debtor-ambiguous",
            Told = "may be D1009 Smederij Het Verre Aambeeld",
        },
        new("A person says: it is none of those", DemoEvents.Twin(Twin), 200, "current", "AddRelatie")
        {
            Act = (stage, cancel) => stage.ChooseAsync(DemoEvents.TwinId, new JsonObject { ["create"] = true }, cancel),
            Cards = [DemoCards.Twin("PV0CFHW67WME")],
        },
        new("Deleted in Perfectview", DemoEvents.Sample("relation-deleted.json"), 200, "updated")
        {
            Told = "deleted in Perfectview",
        },
    ];

    /// <summary>
    /// The last word: every relation is there once, nothing else is, and the cards that these steps made are, field by field, as they left them.
    /// </summary>
    public static IEnumerable<string> Compare(DemoStage stage)
    {
        var books = stage.Books;
        var faults = new DemoFaults();
        var expected = Steps.SelectMany(step => (CardChange?[])[step.Bookkeeper, .. step.Cards]).OfType<CardChange>()
            .GroupBy(change => change.Code)
            .Select(changes => CardChange.New(changes.Key, changes.SelectMany(change => change.Fields)
                .GroupBy(field => field.Key)
                .Select(field => (field.Key, field.Last().Value))
                .Where(field => field.Value.Length > 0)))
            .ToList();
        var debtors = DemoInvoices.Steps.SelectMany(step => step.Debtors).Select(debtor => debtor.Code);
        faults.Expect(
            "the relations in the books",
            string.Join(", ", expected.Select(card => card.Code).Concat(debtors).Order(StringComparer.Ordinal)),
            string.Join(", ", books.Relations.Select(relation => relation.Code).Order(StringComparer.Ordinal)));
        var found = CardChange.Between([], books.Relations).Where(card => expected.Any(known => known.Code == card.Code));
        faults.Expect("the cards in the books", expected.Select(card => card.By(stage.Api)), found);
        return faults.All;
    }
}
