using System.Text.Json.Nodes;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Answers;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(418)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Problem_is_problem_details_with_a_title_of_its_own(int status)
    {
        var answer = await Ran.ByAsync(Problem.Of(status, "Do \"this\"."));

        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        var problem = JsonNode.Parse(answer.Body)!.AsObject();
        Assert.Equal(["title", "status", "detail"], problem.Select(member => member.Key));
        Assert.NotEqual("", problem["title"]!.GetValue<string>());
        Assert.Equal((status, "Do \"this\"."), (problem["status"]!.GetValue<int>(), problem["detail"]!.GetValue<string>()));
    }
}
