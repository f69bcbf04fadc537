using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace PerfectviewFunctions.Sandbox;

/// <summary>What came in as the body of a call.</summary>
/// <param name="Values">Null when there is no object to read.</param>
/// <param name="Fault">Why there is none.</param>
/// <param name="Raw">As it came in; not for people to read.</param>
internal sealed record RestBody(RestValues? Values, RestFault? Fault, string Raw)
{
    public static RestBody None { get; } = new(null, new RestFault(RestErrors.NoBody), "");

    public static async Task<RestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        var raw = await reader.ReadToEndAsync(cancellationToken);
        return string.IsNullOrWhiteSpace(raw) ? None : Parse(raw);
    }

    /// <summary>JSON, JSON patch (which is read as the same flat object) and whatever ends in +json.</summary>
    public static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
        && (type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    private static RestBody Parse(string raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            return document.RootElement.ValueKind == JsonValueKind.Object && HasTextOnly(document.RootElement)
                ? new RestBody(new RestValues(document.RootElement.Clone()), null, raw)
                : new RestBody(null, new RestFault(RestErrors.InvalidValue), raw);
        }
        catch (JsonException)
        {
            return new RestBody(null, new RestFault(RestErrors.InvalidValue), raw);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: JSON by its grammar, but no text.
            return new RestBody(null, new RestFault(RestErrors.InvalidValue), raw);
        }
    }

    /// <summary>SOAP could not answer with other control characters, as XML has none.</summary>
    private static bool HasTextOnly(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(property => IsText(property.Name) && HasTextOnly(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(HasTextOnly),
        JsonValueKind.String => IsText(element.GetString()!),
        _ => true,
    };

    private static bool IsText(string text) => text.All(sign => sign is '\t' or '\n' or '\r' or (>= ' ' and < '\uFFFE'));
}
