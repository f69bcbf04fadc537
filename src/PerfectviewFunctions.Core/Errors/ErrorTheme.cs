namespace PerfectviewFunctions.Core.Errors;

/// <summary>A group of entries as the documentation shows them.</summary>
/// <param name="Id">The group's anchor in the documentation.</param>
public sealed record ErrorTheme(string Id, string TitleNl, string TitleEn, IReadOnlyList<ErrorEntry> Entries);
