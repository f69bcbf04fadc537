using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Delivery;

/// <summary>A fact about a script, which is for bash.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public const string Why = "The scripts are for bash.";

    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? Why : null;
}

/// <summary>The same with data.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? UnixFactAttribute.Why : null;
}
