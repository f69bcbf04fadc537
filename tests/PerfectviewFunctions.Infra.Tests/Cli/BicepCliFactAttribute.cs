using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Cli;

/// <summary>A test by the compiler of Bicep; skipped, visibly, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BicepCliFactAttribute : FactAttribute
{
    public BicepCliFactAttribute() =>
        Skip = BicepCli.Installed is null ? "The Bicep CLI is not on this machine (neither on the PATH nor installed by 'az bicep install')." : null;
}
