using PerfectviewFunctions.EBoekhouden.Cards;

namespace PerfectviewFunctions.EBoekhouden.Rest.Cards;

/// <summary>A field of a relation as the REST API takes it.</summary>
/// <param name="Length">The most characters.</param>
/// <param name="Fit">The form it is taken in; null for a text that would be refused, with the whole relation.</param>
internal sealed record RestCardField(OwnField Own, int Length, Func<string, string?> Fit);
