namespace PerfectviewFunctions.Core.Relations.Facts;

/// <summary>What one event says about a relation.</summary>
/// <param name="Said">The values; only those of <paramref name="Mentioned"/> count, and a null among them clears the field.</param>
/// <param name="Mentioned">The fields that the event names; every other one is left alone.</param>
public sealed record RelationChange(DebtorDetails Said, IReadOnlySet<RelationField> Mentioned)
{
    /// <summary>Whether the relation is gone in Perfectview by it.</summary>
    public bool IsDeletion { get; init; }
}
