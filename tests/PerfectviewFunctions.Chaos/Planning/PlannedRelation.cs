using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>A relation as the invoices on it have it; what is changed of it is said by events.</summary>
internal sealed record PlannedRelation(string Id, string Code, string Name)
{
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = "organisation",
        ["name"] = Name,
        ["code"] = Code,
        ["visitingAddress"] = new JsonObject
        {
            ["street"] = "Molenweg", ["streetNumber"] = "1", ["postalCode"] = "1234 AB", ["city"] = "Graanstad", ["country"] = "Nederland",
        },
    };
}

/// <summary>One change of a relation; what it says, by the names of the contract.</summary>
internal sealed record PlannedChange(
    string Id, DateTimeOffset OccurredAt, PlannedRelation Relation, string What, IReadOnlyDictionary<string, string> Said)
    : PlannedEvent(Id, OccurredAt)
{
    public const string Created = "created";

    public const string Updated = "updated";

    public const string Deleted = "deleted";

    /// <summary>The fields that change, and how the books call them.</summary>
    public static IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        ["name"] = "Bedrijf", ["phone"] = "Telefoon", ["email"] = "Email", ["contactPerson"] = "Contactpersoon",
    };

    protected override string Type => "relation." + What;

    protected override JsonObject Data()
    {
        var relation = What == Created ? Relation.ToJson() : new JsonObject { ["id"] = Relation.Id };
        if (What == Updated)
        {
            // Whichever event comes first, the debtor gets the code by which it is found again in the books.
            relation["code"] = Relation.Code;
        }

        foreach (var (field, value) in Said)
        {
            relation[field] = value;
        }

        return new JsonObject { ["relation"] = relation };
    }
}
