namespace PerfectviewFunctions.Sandbox;

/// <summary>A request at the receiver's address, read to its end.</summary>
internal sealed record CallbackRequest(
    DateTimeOffset At, string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Raw)
{
    public string Id => Headers.GetValueOrDefault("webhook-id", "");

    public static async Task<CallbackRequest> ReadAsync(HttpRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return new CallbackRequest(
            at,
            request.Method,
            request.Path + request.QueryString,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }
}
