using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

internal static class RelationOperations
{
    public static OperationResult List(SandboxAdministration books, SoapNode filter)
    {
        var (word, code, id) = (filter.Text("Trefwoord"), filter.Text("Code"), filter.Long("ID"));
        return OperationResult.Listed("Relaties", "cRelatie", books.Relations
            .Where(relation => (id == 0 || relation.Id == id)
                && (code.Length == 0 || relation.Code == code)
                && (word.Length == 0 || Mentions(relation, word)))
            .Select(ToNode));
    }

    public static OperationResult Add(SandboxAdministration books, SoapNode sent, SandboxSwitches switches, DateOnly today)
    {
        if (Lengths.Apply(Messages.Relation, sent, switches.Overlong) is not { } node)
        {
            return OperationResult.Refused(ErrorCodes.RelationTextTooLong);
        }

        var fields = RelationFields.Sent.ToDictionary(field => field.Name, field => TextOf(node, field));
        fields[RelationFields.Added] = today.ToString("O", CultureInfo.InvariantCulture);
        fields["BP"] = fields["BP"].Length == 0 ? "B" : fields["BP"];
        var relation = new SandboxRelation(0, node.Text("Code"), fields);
        return RelationRules.Check(relation, books) is { } error
            ? OperationResult.Refused(error)
            : OperationResult.Done("Rel_ID", books.AddRelation(relation.Code, relation.Name, fields).Id);
    }

    public static OperationResult Update(SandboxAdministration books, SoapNode sent, SandboxSwitches switches)
    {
        if (Lengths.Apply(RelationFields.UpdateType, sent, switches.Overlong) is not { } node)
        {
            return OperationResult.Refused(ErrorCodes.RelationTextTooLong);
        }

        if (books.FindRelation(node.Long("ID")) is not { } stored)
        {
            return OperationResult.Refused(ErrorCodes.RelationIdUnknown);
        }

        string Merge(string now, string old) => now.Length > 0 || switches.UpdateBlanksEmpty ? now : old;

        var fields = new Dictionary<string, string>(stored.Fields);
        foreach (var field in RelationFields.Sent)
        {
            fields[field.Name] = Merge(TextOf(node, field), stored[field.Name]);
        }

        // Mandatory, as the code is: a blank one is refused, however the switch stands.
        fields["Bedrijf"] = node.Text("Bedrijf");
        fields["BP"] = fields["BP"].Length == 0 ? "B" : fields["BP"];
        var updated = new SandboxRelation(stored.Id, node.Text("Code"), fields);
        if (RelationRules.Check(updated, books) is { } error)
        {
            return OperationResult.Refused(error);
        }

        books.UpdateRelation(updated);
        return new OperationResult(null, SoapNode.Empty);
    }

    private static bool Mentions(SandboxRelation relation, string word) =>
        new[] { relation.Code, relation.Name, relation["Contactpersoon"], relation["Plaats"], relation["Email"] }
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string TextOf(SoapNode node, SoapField field) => node.GetValueOrDefault(field.Name) switch
    {
        null or 0L => "",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static SoapNode ToNode(SandboxRelation relation)
    {
        var node = new SoapNode
        {
            ["ID"] = relation.Id,
            [RelationFields.Added] = relation.AddedOn,
            ["Code"] = relation.Code,
        };
        foreach (var field in RelationFields.Sent)
        {
            var text = relation[field.Name];
            node[field.Name] = field.Type == Scalars.Long ? NumberIn(text) : text;
        }

        return node;
    }

    private static long NumberIn(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
