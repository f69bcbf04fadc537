using System.Text.Json;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Fields;

/// <summary>
/// Faults that make a document mean two things or nothing, wherever they stand, in unknown fields too: a field that stands twice,
/// a text with half a surrogate pair.
/// </summary>
internal sealed class StructureCheck
{
    private const int MostSpared = 64;

    // The pointer is only put together for a fault: for every value of a deep document it would be most of the work.
    private readonly List<(string? Name, int Index)> path = [];

    // Empty ones to use again: a document has many objects, of which few are open at once.
    private readonly Stack<HashSet<string>> spare = [];
    private readonly FaultList faults;

    private StructureCheck(FaultList faults) => this.faults = faults;

    private string Pointer => path.Aggregate(
        JsonPointer.Root,
        (pointer, step) => step.Name is { } name ? JsonPointer.Property(pointer, name) : JsonPointer.Item(pointer, step.Index));

    public static void Run(JsonElement root, FaultList faults) => new StructureCheck(faults).Check(root);

    private void Check(JsonElement element)
    {
        if (faults.IsFull)
        {
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(element);
                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    path.Add((null, index));
                    Check(item);
                    path.RemoveAt(path.Count - 1);
                }

                break;
            case JsonValueKind.String when !JsonString.IsText(element):
                faults.Add(Pointer, $"Found {Shown.Value(element)} with half of a surrogate pair; expected Unicode text.");
                break;
        }
    }

    private void CheckObject(JsonElement element)
    {
        var names = spare.TryPop(out var used) ? used : new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonString.NameOf(property);
            if (!JsonString.IsText(name))
            {
                faults.Add(Pointer, $"Found a field \"{Shown.Text(name)}\" with half of a surrogate pair in its name; expected Unicode text.");
            }

            path.Add((name, 0));
            if (!names.Add(name))
            {
                faults.Add(Pointer, $"Found the field \"{Shown.Text(name)}\" more than once; expected each field once.");
            }

            Check(property.Value);
            path.RemoveAt(path.Count - 1);
        }

        // A large one would take longer to empty after each small object than to make anew.
        if (names.Count <= MostSpared)
        {
            names.Clear();
            spare.Push(names);
        }
    }
}
