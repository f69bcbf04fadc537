using Xunit;

namespace PerfectviewFunctions.Testing;

/// <summary>A theory about signals or file modes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no such signals." : null;
}
