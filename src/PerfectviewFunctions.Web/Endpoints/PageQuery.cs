using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>Which page of a list is asked for: <c>?limit=50&amp;after=…</c>.</summary>
internal sealed record PageQuery(int Limit, string? After)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private const int MaxPlaceLength = 768;

    private static readonly SearchValues<char> PlaceCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~:!");

    public static bool TryRead(HttpRequest request, out PageQuery query, [NotNullWhen(false)] out IResult? problem)
    {
        query = new PageQuery(DefaultLimit, null);
        if (!TryReadLimit(request.Query["limit"], out var limit))
        {
            problem = Problem.Of(StatusCodes.Status400BadRequest, $"The limit is a whole number from 1 to {MaxLimit}.");
            return false;
        }

        if (!TryReadPlace(request.Query["after"], out var after))
        {
            problem = Problem.Of(StatusCodes.Status400BadRequest, "The value of after is part of the address that an answer gives as next. Use that address as it is.");
            return false;
        }

        (query, problem) = (new PageQuery(limit, after), null);
        return true;
    }

    /// <summary>Takes the page from a list that begins after its place.</summary>
    /// <param name="address">Of the list, with whatever else is asked of it.</param>
    /// <returns>The page, and the address of the next; null on the last.</returns>
    public async Task<(IReadOnlyList<T> Page, string? Next)> TakeAsync<T>(IAsyncEnumerable<T> list, Func<T, string> placeOf, string address)
    {
        var page = new List<T>(Limit);
        await foreach (var item in list)
        {
            if (page.Count == Limit)
            {
                var join = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                return (page, FormattableString.Invariant($"{address}{join}limit={Limit}&after={Uri.EscapeDataString(placeOf(page[^1]))}"));
            }

            page.Add(item);
        }

        return (page, null);
    }

    /// <summary>A place in the list goes into a query of the store, so that nothing but what a key is made of may be in it.</summary>
    private static bool TryReadPlace(string? text, out string? after)
    {
        after = string.IsNullOrEmpty(text) ? null : text;
        return after is null || (after.Length <= MaxPlaceLength && !after.AsSpan().ContainsAnyExcept(PlaceCharacters));
    }

    private static bool TryReadLimit(string? text, out int limit)
    {
        limit = DefaultLimit;
        return string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit);
    }
}
