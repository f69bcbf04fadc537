using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Scripts;

/// <summary>What a script did.</summary>
/// <param name="Calls">How it called az and curl, in order: a line each.</param>
internal sealed record ScriptRun(int Code, string Output, string Errors, IReadOnlyList<string> Calls)
{
    /// <summary>Where in the order of calls the only one stands that begins so.</summary>
    public int Place(string call)
    {
        var places = Enumerable.Range(0, Calls.Count).Where(place => Calls[place].StartsWith(call, StringComparison.Ordinal)).ToList();
        Assert.True(places.Count == 1, $"{places.Count} calls begin with \"{call}\":\n{string.Join('\n', Calls)}\n{Errors}");
        return places[0];
    }

    public string Call(string call) => Calls[Place(call)];

    public bool Called(string call) => Calls.Any(made => made.StartsWith(call, StringComparison.Ordinal));

    public ScriptRun Succeeded()
    {
        Assert.True(Code == 0, $"It ended with {Code}:\n{Output}\n{Errors}\n{string.Join('\n', Calls)}");
        return this;
    }

    public ScriptRun Refused(string because)
    {
        Assert.NotEqual(0, Code);
        Assert.Contains(because, Errors, StringComparison.Ordinal);
        return this;
    }
}
