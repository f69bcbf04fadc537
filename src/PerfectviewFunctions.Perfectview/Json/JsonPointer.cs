using System.Globalization;

namespace PerfectviewFunctions.Perfectview.Json;

/// <summary>JSON pointers (RFC 6901) to where a fault lies.</summary>
internal static class JsonPointer
{
    /// <summary>The event itself.</summary>
    public const string Root = "";

    /// <summary>
    /// The pointer to a property. A name that can't be shown (long, or with characters that do not print) is left out: the pointer
    /// is then that of the object it stands in.
    /// </summary>
    public static string Property(string parent, string name) =>
        name.Length <= Shown.MaxLength && Shown.Text(name) == name
            ? parent + '/' + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            : parent;

    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");
}
