using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>A page of who changed what about a tenant.</summary>
/// <param name="Next">The address of the next page; absent on the last one.</param>
internal sealed record HistoryAnswer(IReadOnlyList<HistoryEntryAnswer> Entries, string? Next);

/// <param name="Kind">What was done, as a word such as settings-changed.</param>
internal sealed record HistoryEntryAnswer(DateTimeOffset At, string By, string Kind, IReadOnlyList<FieldChangeAnswer> Changes)
{
    public static HistoryEntryAnswer Of(HistoryEntry entry) => new(
        entry.At,
        entry.By,
        AnswerJson.Word(entry.Kind),
        [.. entry.Changes.Select(change => new FieldChangeAnswer(change.Field, change.Old, change.New))]);
}

/// <param name="Old">Absent where there was none.</param>
/// <param name="New">Absent where there is none now.</param>
internal sealed record FieldChangeAnswer(string Field, string? Old, string? New);
