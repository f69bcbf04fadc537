using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>What somebody had put into the books and Perfectview, which leads, replaced.</summary>
/// <param name="Field">The field of Perfectview that won; of several that make one field of the books, the leading one.</param>
public sealed record Overwritten(RelationField Field, string Old, string New, DateTimeOffset At);
