using System.Text.Json;

namespace PerfectviewFunctions.Sandbox;

/// <summary>What a callback says it is about: <c>data.tenant</c>, <c>data.invoiceNumber</c> and <c>data.revision</c>.</summary>
internal sealed record CallbackSubject(string Tenant, string InvoiceNumber, long Revision)
{
    public (string Tenant, string InvoiceNumber) Invoice => (Tenant, InvoiceNumber);

    /// <returns>Null when the body is no JSON, or does not say all three.</returns>
    public static CallbackSubject? In(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && Property(root, "data") is { ValueKind: JsonValueKind.Object } data
                && Property(data, "tenant") is { ValueKind: JsonValueKind.String } tenant
                && Property(data, "invoiceNumber") is { ValueKind: JsonValueKind.String } number
                && Property(data, "revision") is { ValueKind: JsonValueKind.Number } revision
                && revision.TryGetInt64(out var count)
                    ? new CallbackSubject(tenant.GetString()!, number.GetString()!, count)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;
}
