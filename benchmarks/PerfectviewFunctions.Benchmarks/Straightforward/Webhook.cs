using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PerfectviewFunctions.Benchmarks.Straightforward;

/// <summary>Takes one event or an array of them, and answers when all are booked.</summary>
internal sealed class Webhook(ConcurrentDictionary<string, StraightforwardTenant> tenants, InvoiceBooking booking)
{
    private const int ToleranceSeconds = 300;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public async Task<IResult> HandleAsync(HttpRequest request, string tenant)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        var body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (!tenants.TryGetValue(tenant, out var known) || !IsSigned(request.Headers, body.Span, known.Key))
        {
            return Results.Unauthorized();
        }

        var booked = new List<BookedEvent>();
        foreach (var one in Read(body.Span))
        {
            if (one.Type == "invoice.sent")
            {
                booked.Add(new BookedEvent(one.Id, await booking.BookAsync(known, one.Data)));
            }
        }

        return Results.Json(booked, Form);
    }

    private static List<IncomingEvent> Read(ReadOnlySpan<byte> body) => body[0] == '['
        ? JsonSerializer.Deserialize<List<IncomingEvent>>(body, Form)!
        : [JsonSerializer.Deserialize<IncomingEvent>(body, Form)!];

    /// <summary>Standard Webhooks: HMAC-SHA256 over id, timestamp and body.</summary>
    private static bool IsSigned(IHeaderDictionary headers, ReadOnlySpan<byte> body, byte[] key)
    {
        var (id, timestamp, signatures) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString());
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - seconds) > ToleranceSeconds)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.ASCII.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        var expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(hash.GetHashAndReset()));
        return signatures.Split(' ').Any(one => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), expected));
    }

    private sealed record BookedEvent(string Id, long Mutation);
}
