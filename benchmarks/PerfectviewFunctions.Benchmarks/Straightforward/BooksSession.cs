namespace PerfectviewFunctions.Benchmarks.Straightforward;

internal sealed record BooksSession(string Id, string SecurityCode2)
{
    /// <summary>What every call in a session begins with.</summary>
    public string Head => $"<SessionID>{Id}</SessionID><SecurityCode2>{SecurityCode2}</SecurityCode2>";
}
