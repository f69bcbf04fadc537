using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Browser;

/// <summary>A test in a real browser, skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Path is null ? "Neither Chromium nor Chrome is here." : null;
}

/// <summary>As <see cref="BrowserTheoryAttribute"/>, for one case.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Path is null ? "Neither Chromium nor Chrome is here." : null;
}
