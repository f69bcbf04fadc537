namespace PerfectviewFunctions.Web.Pages.Notices;

/// <summary>What came of the last thing that was asked for, in the reader's language.</summary>
/// <param name="More">Further sentences.</param>
public sealed record Notice(NoticeKind Kind, string Text, IReadOnlyList<string>? More = null)
{
    /// <summary>Shown this one time, for the reader to copy.</summary>
    public string? Secret { get; init; }

    /// <summary>Where to go on, and what that link says.</summary>
    public string? Link { get; init; }

    public string? LinkText { get; init; }

    public static Notice Done(string text) => new(NoticeKind.Done, text);

    public static Notice Failed(string text) => new(NoticeKind.Failed, text);

    public override string ToString() => "notice";
}

public enum NoticeKind
{
    Done,
    Warning,
    Failed,
}
