using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>Samples of relation events with one thing changed, as <see cref="EventEdits"/> has of invoices.</summary>
public static class RelationEdits
{
    private const string Organisation = "relation-organisation.json";
    private const string Person = "relation-person.json";
    private const string Update = "relation-update.json";
    private const string Deleted = "relation-deleted.json";
    private const string Relation = "/data/relation";
    private const string Removed = "(removed)";

    /// <summary>Changes that leave the event valid.</summary>
    public static TheoryData<string, string, string> Valid { get; } = new()
    {
        { Organisation, "/data/invoice", "7" },
        { Organisation, "/unknown", "null" },
        { Organisation, "/type", "\"relation.updated\"" },
        { Organisation, "/type", "\"relation.deleted\"" },
        { Person, "/type", "\"relation.updated\"" },
        { Update, "/type", "\"relation.deleted\"" },
        { Organisation, Relation + "/lastName", "null" },
        { Organisation, Relation + "/lastName", "\"\"" },
        { Organisation, Relation + "/lastName", "\"Denkbeeld\"" },
        { Organisation, Relation + "/initials", "null" },
        { Organisation, Relation + "/name", "\"\\u0000N\\ufffe\"" },
        { Organisation, Relation + "/unknown", "[1]" },
        { Person, Relation + "/name", "null" },
        { Person, Relation + "/name", "\"\"" },
        { Person, Relation + "/name", "\"P. van der Denkbeeld\"" },
        { Person, Relation + "/middleName", Removed },
        { Update, Relation + "/type", "\"organisation\"" },
        { Update, Relation + "/type", "\"person\"" },
        { Update, Relation + "/name", "null" },
        { Update, Relation + "/lastName", "\" \"" },
        { Update, Relation + "/postalAddress", Removed },
        { Update, Relation + "/postalAddress", "null" },
        { Update, Relation + "/postalAddress", "{}" },
        { Update, Relation + "/gender", "\"m\"" },
        { Update, Relation + "/gender", "\"v\"" },
        { Update, Relation + "/gender", "null" },
        { Update, Relation + "/gender", "\"\"" },
        { Update, Relation + "/gender", "\" \\t\"" },
        { Update, Relation + "/iban", "\"no IBAN\"" },
        { Deleted, "/data/invoice", "null" },
        { Deleted, Relation + "/type", "null" },
        { Deleted, Relation + "/type", "\"company\"" },
        { Deleted, Relation + "/name", "7" },
        { Deleted, Relation + "/postalAddress", "[]" },
    };

    /// <summary>Changes that reader and schema both refuse: the last column is where the reader points, when not at the change.</summary>
    public static TheoryData<string, string, string, string?> Invalid { get; } = new()
    {
        { Organisation, "/id", Removed, null },
        { Organisation, "/type", "\"relation.merged\"", null },
        { Organisation, "/type", "\"Relation.created\"", null },
        { Organisation, "/occurredAt", "\"2026-04-07\"", null },
        { Organisation, "/data", Removed, null },
        { Organisation, "/data", "7", null },
        { Organisation, Relation, Removed, null },
        { Organisation, Relation, "null", null },
        { Organisation, Relation, "\"7\"", null },
        { Organisation, Relation + "/id", Removed, null },
        { Organisation, Relation + "/id", "null", null },
        { Organisation, Relation + "/id", "\"a\\u0000b\"", null },
        { Organisation, Relation + "/type", Removed, null },
        { Organisation, Relation + "/type", "null", null },
        { Organisation, Relation + "/type", "\"\"", null },
        { Organisation, Relation + "/type", "\"company\"", null },
        { Organisation, Relation + "/type", "\"person\"", Relation + "/lastName" },
        { Organisation, Relation + "/name", Removed, null },
        { Organisation, Relation + "/name", "null", null },
        { Organisation, Relation + "/name", "\" \"", null },
        { Organisation, Relation + "/name", "\"\\u0000\\ufffe\"", null },
        { Organisation, Relation + "/name", "\"" + new string('n', 201) + "\"", null },
        { Organisation, Relation + "/lastName", "7", null },
        { Person, Relation + "/lastName", Removed, null },
        { Person, Relation + "/lastName", "null", null },
        { Person, Relation + "/lastName", "\"\\t\"", null },
        { Person, Relation + "/name", "7", null },
        { Person, Relation + "/type", "\"organisation\"", Relation + "/name" },
        { Update, Relation, Removed, null },
        { Update, Relation + "/id", Removed, null },
        { Update, Relation + "/id", "\"\"", null },
        { Update, Relation + "/id", "\" 7\"", null },
        { Update, Relation + "/id", "\"" + new string('i', 65) + "\"", null },
        { Update, Relation + "/type", "null", null },
        { Update, Relation + "/type", "\"\"", null },
        { Update, Relation + "/type", "\"Person\"", null },
        { Update, Relation + "/type", "1", null },
        { Update, Relation + "/gender", "\"f\"", null },
        { Update, Relation + "/gender", "\"M\"", null },
        { Update, Relation + "/gender", "1", null },
        { Update, Relation + "/phone", "31200000005", null },
        { Update, Relation + "/iban", "{}", null },
        { Update, Relation + "/postalAddress", "\"Postbus 310\"", null },
        { Update, Relation + "/postalAddress", "\"\"", null },
        { Update, Relation + "/postalAddress", "[null]", null },
        { Update, Relation + "/postalAddress/streetNumber", "310", null },
        { Deleted, "/data", "{}", Relation },
        { Deleted, Relation + "/id", Removed, null },
        { Deleted, Relation + "/id", "7", null },
    };

    /// <summary>Changes that only the reader can see are wrong.</summary>
    public static TheoryData<string, string, string, string?> InvalidToReaderOnly { get; } = new()
    {
        { Update, Relation + "/name", "\"half \\ud83d pair\"", null },
        { Update, Relation + "/postalAddress/city", "\"\\udc00\"", null },
        { Update, Relation + "/postalAddress", "{\"city\":\"A\",\"city\":\"A\"}", Relation + "/postalAddress/city" },
        { Deleted, Relation + "/name", "\"\\ud83d\"", null },
    };
}
