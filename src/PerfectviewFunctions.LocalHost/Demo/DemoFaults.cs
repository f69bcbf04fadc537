namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>What is not as it should be, in words.</summary>
internal sealed class DemoFaults
{
    private const int ShownLength = 100;

    private readonly List<string> all = [];

    public IReadOnlyList<string> All => all;

    public void Expect(string what, string expected, string? found)
    {
        if (expected != found)
        {
            all.Add($"{what}: expected '{expected}', found '{found}'");
        }
    }

    /// <summary>The cards, fact by fact, in whatever order.</summary>
    public void Expect(string what, IEnumerable<CardChange> expected, IEnumerable<CardChange> found)
    {
        var (should, does) = (expected.SelectMany(card => card.Facts()).ToList(), found.SelectMany(card => card.Facts()).ToList());
        all.AddRange(should.Except(does).Select(fact => $"{what}: missing: {Shown(fact)}"));
        all.AddRange(does.Except(should).Select(fact => $"{what}: should not be: {Shown(fact)}"));
    }

    private static string Shown(string fact) => fact.Length <= ShownLength ? fact : fact[..ShownLength] + "…";
}
