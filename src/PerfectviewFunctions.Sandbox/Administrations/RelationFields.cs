namespace PerfectviewFunctions.Sandbox;

/// <summary>Which elements of cRelatie are kept of a relation as text, under their names on the wire.</summary>
internal static class RelationFields
{
    /// <summary>Set by the service when a relation is added; what a call says of it is ignored.</summary>
    public const string Added = "AddDatum";

    /// <summary>Kept as they are sent. The id and the code have places of their own; the date is set by the service.</summary>
    public static IReadOnlyList<SoapField> Sent { get; } =
        [.. Messages.Relation.Fields.Where(field => field.Name is not ("ID" or "Code" or Added))];

    /// <summary>The same, with the shorter contact that the manual gives for UpdateRelatie.</summary>
    public static ComplexType UpdateType { get; } = Messages.Relation with
    {
        Fields = [.. Messages.Relation.Fields.Select(field => field.Name == "Contactpersoon" ? field with { MaxLength = 50 } : field)],
    };

    /// <summary>Names that are none of these, nor of the fields that only REST has; somebody mistook them.</summary>
    public static IReadOnlyList<string> Unknown(IEnumerable<string> names) =>
        [.. names.Except([Added, .. Sent.Select(field => field.Name), .. RestRelationFields.Own])];
}
