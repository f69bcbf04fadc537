using System.Reflection;
using System.Text.RegularExpressions;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Delivery;

public sealed partial class VersionTests
{
    [Fact]
    public void What_is_built_says_its_version_and_of_which_commit_it_is()
    {
        var version = typeof(ProductSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var hasHistory = Path.Exists(Sources.PathOf(".git"));

        Assert.Matches(Form(), version);
        Assert.True(version.Contains('+', StringComparison.Ordinal) == hasHistory, version);
    }

    /// <summary>The versions of <see href="https://semver.org">semver.org</see>, with a commit; 1.0.0 is what the SDK takes where nobody says anything.</summary>
    [GeneratedRegex(@"\A(?!1\.0\.0\+)\d+\.\d+\.\d+(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9a-f]{40})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
