using Xunit;

namespace PerfectviewFunctions.Web.Tests.OpenApi;

/// <summary>Compares what is with what is described, and says all that differs: the merger of two changes has to see it at once.</summary>
internal static class Compare
{
    public static void Same(string of, IEnumerable<string> there, IEnumerable<string> described)
    {
        var (left, right) = (there.ToList(), described.ToList());
        string[] differences =
        [
            .. left.Except(right).Order(StringComparer.Ordinal).Select(one => $"{of}: not described: {one}"),
            .. right.Except(left).Order(StringComparer.Ordinal).Select(one => $"{of}: described, but not there: {one}"),
            .. left.Count == right.Count ? Array.Empty<string>() : [$"{of}: {left.Count} are there and {right.Count} described."],
        ];
        if (differences.Length > 0)
        {
            Assert.Fail(string.Join('\n', differences));
        }
    }
}
