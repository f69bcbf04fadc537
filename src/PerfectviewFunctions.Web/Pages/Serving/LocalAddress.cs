namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>An address that somebody may have made up: used only if it is one of our pages.</summary>
internal static class LocalAddress
{
    /// <returns>The address, or that of the first page if it leads anywhere else.</returns>
    public static string Of(string? text) =>
        text is not null
        && (text == PageRoutes.Root || text.StartsWith(PageRoutes.Root + "/", StringComparison.Ordinal) || text.StartsWith(PageRoutes.Root + "?", StringComparison.Ordinal))
        && !text.Contains('\\', StringComparison.Ordinal)
        && text.All(letter => char.IsAscii(letter) && !char.IsControl(letter)) // as a header holds it; our own are escaped
            ? text
            : PageRoutes.Root;
}
