using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using PerfectviewFunctions.Web.Endpoints;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>What somebody filled in. Field names are those of the API; a box that is not ticked is not sent.</summary>
internal sealed class PageForm(IFormCollection fields)
{
    public static PageForm Empty { get; } = new(FormCollection.Empty);

    /// <summary>The first value of a field; null when it was not sent.</summary>
    public string? this[string field] => fields.TryGetValue(field, out var values) ? values[0] : null;

    public bool IsTicked(string field) => fields.ContainsKey(field);

    public IReadOnlyList<string> All(string field) => fields.TryGetValue(field, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>Never printed: it may hold what must stay secret.</summary>
    public override string ToString() => "form";
}

/// <summary>Reads a form: small, and nothing but plain fields.</summary>
internal static class PageFormReading
{
    private const int Limit = 256 * 1024;
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Makes the form one that can be read from memory.</summary>
    /// <returns>Null when it is; else the status that says what is wrong.</returns>
    public static async Task<int?> FaultAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsForm(request.ContentType))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        if (await JsonBody.ReadAsync(request, Limit, cancellationToken) is not { } body)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        request.Body = new MemoryStream(body.ToArray(), writable: false);
        request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { ValueLengthLimit = Limit, ValueCountLimit = 2000 }));
        try
        {
            await request.ReadFormAsync(cancellationToken);
            return null;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>What a browser makes of our forms: of other kinds some end in a failure while they are read.</summary>
    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
