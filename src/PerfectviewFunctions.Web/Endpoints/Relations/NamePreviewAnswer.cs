using System.Text.Json.Serialization;
using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <param name="Formats">The name by each choice of the setting personNames.</param>
internal sealed record NamePreviewAnswer(NameFormatsAnswer Formats)
{
    public static NamePreviewAnswer Of(IReadOnlyDictionary<PersonNameFormat, string> names) => new(new NameFormatsAnswer(
        names[PersonNameFormat.FirstAndLast],
        names[PersonNameFormat.LastOnly],
        names[PersonNameFormat.InitialsAndLast],
        names[PersonNameFormat.LastThenFirst]));
}

internal sealed record NameFormatsAnswer(
    [property: JsonPropertyName("first-and-last")] string FirstAndLast,
    [property: JsonPropertyName("last-only")] string LastOnly,
    [property: JsonPropertyName("initials-and-last")] string InitialsAndLast,
    [property: JsonPropertyName("last-then-first")] string LastThenFirst);
