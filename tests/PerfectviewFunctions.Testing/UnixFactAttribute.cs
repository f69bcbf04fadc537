using Xunit;

namespace PerfectviewFunctions.Testing;

/// <summary>A test of what only Unix has, such as file modes; skipped, visibly, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no file modes." : null;
}
