namespace PerfectviewFunctions.Sandbox;

/// <summary>The maximum lengths of the manual, applied to a whole element.</summary>
internal static class Lengths
{
    /// <returns>The element with over-long texts cut; null when the switch says that they are refused.</returns>
    public static SoapNode? Apply(ComplexType type, SoapNode node, OverlongText overlong)
    {
        var result = new SoapNode();
        foreach (var field in type.Fields)
        {
            if (!node.TryGetValue(field.Name, out var value))
            {
                continue;
            }

            var applied = value switch
            {
                string text when text.Length > field.MaxLength => overlong == OverlongText.Cut ? text[..field.MaxLength.Value] : null,
                SoapNode child => Apply((ComplexType)field.Type, child, overlong),
                List<SoapNode> items => ApplyAll((ComplexType)field.Type, items, overlong),
                _ => value,
            };
            if (applied is null)
            {
                return null;
            }

            result[field.Name] = applied;
        }

        return result;
    }

    private static List<SoapNode>? ApplyAll(ComplexType type, List<SoapNode> items, OverlongText overlong)
    {
        var applied = items.Select(item => Apply(type, item, overlong)).OfType<SoapNode>().ToList();
        return applied.Count == items.Count ? applied : null;
    }
}
