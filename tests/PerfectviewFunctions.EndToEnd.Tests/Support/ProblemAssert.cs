using System.Text.Json.Nodes;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>What every error answer must be: problem details with a sentence, and nothing of what lies behind it.</summary>
internal static class ProblemAssert
{
    public static void Is(int status, Reply reply)
    {
        Assert.True(status == reply.Status, $"Expected {status}, found {reply.Status}: {reply.Body}");
        Assert.Equal("application/problem+json", reply.ContentType);
        var problem = JsonNode.Parse(reply.Body)!.AsObject();
        Assert.Equal(["title", "status", "detail"], problem.Select(member => member.Key));
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        Assert.NotEqual("", problem["title"]!.GetValue<string>());
        Assert.Matches(@"^[A-Z].{20,}\.$", problem["detail"]!.GetValue<string>());
        TellsNothing(reply.Body);
    }

    /// <summary>No type, no frame of a stack and no path of ours.</summary>
    public static void TellsNothing(string answer)
    {
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("PerfectviewFunctions.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(".cs", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), answer, StringComparison.Ordinal);
    }
}
