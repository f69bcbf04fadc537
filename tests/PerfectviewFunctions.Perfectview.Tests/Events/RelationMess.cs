using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>Relation events of which any field may be absent, empty, right or wrong.</summary>
internal static class RelationMess
{
    private const string Absent = "";

    private static readonly string[] EventTypes = ["\"relation.created\"", "\"relation.updated\"", "\"relation.deleted\""];
    private static readonly string[] Types = [Absent, "\"organisation\"", "\"organisation\"", "\"person\"", "\"person\"", "null", "\"\"", "\"company\""];
    private static readonly string[] Ids = ["\"7\"", "\"7\"", "\"7\"", "\"7\"", "\"7\"", Absent, "null", "\"\"", "\" 7\"", "\"\\u0007\"", "7"];
    private static readonly string[] Names =
        [Absent, "\"N\"", "\"N\"", "\"N\\u0000\"", "null", "\"\"", "\" \\t\\u0007\"", $"\"{new string('n', 200)}\"", $"\"{new string('n', 201)}\""];

    private static readonly string[] Texts = [Absent, Absent, Absent, "null", "\"\"", "\"\\u0085\"", "\"m\"", "\"m\"", "7"];
    private static readonly string[] Addresses =
        [Absent, Absent, Absent, "null", "{}", "{\"city\":null,\"street\":\" \"}", "{\"city\":\"C\",\"unknown\":7}", "{\"city\":7}", "[]"];

    public static Gen<byte[]> Bodies { get; } =
        from eventType in Gen.Elements(EventTypes)
        from id in Gen.Elements(Ids)
        from type in Gen.Elements(Types)
        from name in Gen.Elements(Names)
        from lastName in Gen.Elements(Names)
        from gender in Gen.Elements(Texts)
        from note in Gen.Elements(Texts)
        from address in Gen.Elements(Addresses)
        select Body(eventType, [("id", id), ("type", type), ("name", name), ("lastName", lastName), ("gender", gender), ("note", note), ("postalAddress", address)]);

    private static byte[] Body(string eventType, IEnumerable<(string Name, string Written)> fields)
    {
        var relation = string.Join(',', fields.Where(field => field.Written != Absent).Select(field => $"\"{field.Name}\":{field.Written}"));
        return Encoding.UTF8.GetBytes(
            $$$"""{"id":"e","type":{{{eventType}}},"occurredAt":"2026-03-02T10:00:00Z","data":{"invoice":7,"relation":{ {{{relation}}} } } }""");
    }
}
