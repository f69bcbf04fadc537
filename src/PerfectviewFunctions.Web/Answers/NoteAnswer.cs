using PerfectviewFunctions.Core.Linking;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>A remark, in both languages.</summary>
internal sealed record NoteAnswer(string Nl, string En)
{
    public static NoteAnswer Of(FormNote note) => new(note.Nl, note.En);
}
