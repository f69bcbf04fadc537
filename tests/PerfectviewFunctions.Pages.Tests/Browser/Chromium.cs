namespace PerfectviewFunctions.Pages.Tests.Browser;

/// <summary>The browser of this machine; <c>eng/browser.sh</c> installs it by the same names.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Null when there is none.</summary>
    public static string? Path { get; } = Names
        .SelectMany(_ => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator), (name, folder) => System.IO.Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
