using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>
/// What takes long is done in full with <c>PVF_LONG=1</c>, and otherwise in part: each step at which a process can die still has its turn, but not in
/// every scene.
/// </summary>
internal static class LongRun
{
    private static bool IsAsked => Environment.GetEnvironmentVariable("PVF_LONG") == "1";

    public static TheoryData<T> Of<T>(IEnumerable<T> all, params T[] inShort) => new(IsAsked ? all : inShort);
}
