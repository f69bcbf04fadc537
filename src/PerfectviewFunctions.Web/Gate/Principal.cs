using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>A person whom App Service authentication signed in with Microsoft Entra, as its header tells.</summary>
/// <param name="Name">Null when the sign-in tells none.</param>
internal sealed record Principal(PersonId Person, string? Name)
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";
    public const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    private const int MaxLength = 32 * 1024;
    private const string EntraId = "aad";
    private const string ShortObjectId = "oid";
    private const string LongObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    public async Task<Caller> ToCallerAsync(PeopleStore people, CancellationToken cancellationToken) =>
        new(PersonName.ActorOf(this), await people.IsOperatorAsync(Person, cancellationToken), Person.Value);

    /// <returns>Null for a header that is missing, sent twice, too long or anything but what App Service writes for an account of Entra.</returns>
    public static Principal? Read(IHeaderDictionary headers)
    {
        var sent = headers[Header];
        if (sent.Count != 1 || sent[0] is not { Length: > 0 and <= MaxLength } text)
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Read(bytes.AsMemory(0, length), headers[NameHeader]) : null;
    }

    private static Principal? Read(ReadOnlyMemory<byte> json, string? nameHeader)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (TextOf(root, "auth_typ") != EntraId || !root.TryGetProperty("claims", out var list) || list.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var claims = list.EnumerateArray().Select(claim => (Type: TextOf(claim, "typ"), Value: TextOf(claim, "val"))).ToList();
            var ids = claims.Where(claim => claim.Type is ShortObjectId or LongObjectId).Select(claim => claim.Value).Distinct().ToList();
            return ids.Count == 1 && PersonId.TryNormalize(ids[0], out var person)
                ? new Principal(person, ValueOf("name") ?? ValueOf("preferred_username") ?? (string.IsNullOrWhiteSpace(nameHeader) ? null : nameHeader))
                : null;

            string? ValueOf(string type) => claims.Find(claim => claim.Type == type && !string.IsNullOrWhiteSpace(claim.Value)).Value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, something else than objects in it, or text that has no Unicode form.
            return null;
        }
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
