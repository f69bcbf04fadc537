using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>The invoices of a tenant, newest first, in pages: <c>?limit=50&amp;after=…</c>.</summary>
internal sealed class InvoicesEndpoint(TenantStore tenants, InvoiceStore invoices) : IEndpoint
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private const int MaxPlaceLength = 512;

    private static readonly SearchValues<char> PlaceCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~:");

    public EndpointDefinition Definition { get; } = new("Invoices", HttpMethods.Get, Routes.Invoices, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!TryReadLimit(request.Query["limit"], out var limit))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, $"The limit is a whole number from 1 to {MaxLimit}.");
        }

        if (!TryReadPlace(request.Query["after"], out var after))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "The value of after is part of the address that an answer gives as next. Use that address as it is.");
        }

        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var page = new List<Invoice>(limit);
        var isLast = true;
        await foreach (var invoice in invoices.ListAsync(tenant.Id, after, cancellationToken))
        {
            if (page.Count == limit)
            {
                isLast = false;
                break;
            }

            page.Add(invoice);
        }

        var next = isLast ? null : FormattableString.Invariant(
            $"/api/tenants/{tenant.Id.Value}/invoices?limit={limit}&after={Uri.EscapeDataString(InvoiceStore.PlaceOf(page[^1]))}");
        return Results.Json(new InvoiceListAnswer([.. page.Select(InvoiceAnswer.Of)], next), AnswerJson.Default.InvoiceListAnswer);
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
