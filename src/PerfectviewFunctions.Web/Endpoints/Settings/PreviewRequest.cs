using System.Text.Json;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <param name="Event">One event as a webhook brings it.</param>
internal sealed record PreviewRequest(JsonElement Event)
{
    /// <summary>A mapping that is not saved yet, in place of the saved one.</summary>
    public IReadOnlyList<MappingRowSent>? Rows { get; init; }

    /// <summary>Settings that are not saved yet, in the form in which they are changed.</summary>
    public JsonElement? Settings { get; init; }
}
