using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"PerfectviewFunctions.EndToEnd.Tests.Support.{nameof(LongestFirst)}", "PerfectviewFunctions.EndToEnd.Tests")]

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Starts the classes that take long before those that take moments, so that none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>Folders of classes that start processes, or run through generated cases one after the other.</summary>
    private static readonly string[] Long = [".Chaos.", ".Crashes.", ".OnAzure.Killed", ".Properties.", ".Walks.", ".Commands.", ".Grouping."];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.Exists(Long, part => collection.DisplayName.Contains(part, StringComparison.Ordinal)) ? 0 : 1);
}
