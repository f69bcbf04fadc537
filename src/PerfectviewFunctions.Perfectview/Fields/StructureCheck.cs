using System.Text.Json;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Fields;

/// <summary>
/// Faults that make a document mean two things or nothing, wherever they stand, in unknown fields too: a field that stands twice,
/// a text with half a surrogate pair.
/// </summary>
internal static class StructureCheck
{
    public static void Run(JsonElement element, string pointer, FaultList faults)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(element, pointer, faults);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Run(item, JsonPointer.Item(pointer, index++), faults);
                }

                break;
            case JsonValueKind.String when !JsonString.IsText(JsonString.TextOf(element)):
                faults.Add(pointer, $"Found {Shown.Value(element)} with half of a surrogate pair; expected Unicode text.");
                break;
        }
    }

    private static void CheckObject(JsonElement element, string pointer, FaultList faults)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonString.NameOf(property);
            var child = JsonPointer.Property(pointer, name);
            if (!JsonString.IsText(name))
            {
                faults.Add(pointer, $"Found a field \"{Shown.Text(name)}\" with half of a surrogate pair in its name; expected Unicode text.");
            }

            if (!names.Add(name))
            {
                faults.Add(child, $"Found the field \"{Shown.Text(name)}\" more than once; expected each field once.");
            }

            Run(property.Value, child, faults);
        }
    }
}
