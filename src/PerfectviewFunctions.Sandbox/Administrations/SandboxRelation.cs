using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>A relation. What the service keeps of it as text stands in <paramref name="Fields"/> under the names of the wire.</summary>
public sealed record SandboxRelation(long Id, string Code, IReadOnlyDictionary<string, string> Fields)
{
    public string Name => this["Bedrijf"];

    public bool IsPerson => this["BP"] == "P";

    /// <summary>The first of January of the year 1 when it is unknown, as the zero value of .NET.</summary>
    internal DateOnly AddedOn =>
        DateOnly.TryParse(this[RelationFields.Added], CultureInfo.InvariantCulture, out var added) ? added : default;

    /// <summary>A field by its name on the wire, such as Postcode; empty when there is none.</summary>
    public string this[string wireName] => Fields.GetValueOrDefault(wireName, "");

    internal SandboxRelation With(IReadOnlyDictionary<string, string> changed, string? code) =>
        new(Id, code ?? Code, Fields.Where(field => !changed.ContainsKey(field.Key)).Concat(changed).ToDictionary());
}
