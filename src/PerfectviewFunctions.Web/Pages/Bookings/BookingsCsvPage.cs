using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Time;
using PerfectviewFunctions.Web.Answers.Csv;
using PerfectviewFunctions.Web.Endpoints;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>The invoices of the list as a table for a spreadsheet, sent while they are read.</summary>
internal sealed class BookingsCsvPage(BookingSearch search, TenantStandings standings, TimeProvider time) : IPage
{
    /// <summary>Invoices read for one file; if there are more, a last line says so and where they are.</summary>
    public const int MostRead = 10_000;

    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.BookingsCsv, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryRead(request.Http, out var query, out _))
        {
            return await request.NotThereAsync();
        }

        var filter = BookingFilter.Of(request.Query);
        if (filter.Faults.Count > 0)
        {
            return request.SeeOther(filter.In(request.Page.Of(PageRoutes.Bookings)));
        }

        var standing = await standings.OfAsync(request.Tenant, cancellationToken);
        var csv = new BookingsCsv(request.Page.Texts);
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Page.Texts["bookingsCsv.file"]}-{request.Tenant.Id.Value}-{DutchTime.DateOf(time.GetUtcNow()):yyyy-MM-dd}.csv");
        return new CsvResult(name, LinesAsync(request, filter, query.After, standing, csv, cancellationToken));
    }

    private async IAsyncEnumerable<string> LinesAsync(
        PageRequest request,
        BookingFilter filter,
        string? after,
        TenantStanding standing,
        BookingsCsv csv,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return csv.Header();
        var (read, last) = (0, "");
        await foreach (var (invoice, place) in search.WalkAsync(request.Tenant, filter, after, cancellationToken))
        {
            if (read == MostRead)
            {
                yield return csv.Cut(MostRead, AddressOf(request, filter, last));
                yield break;
            }

            (read, last) = (read + 1, place);
            if (filter.Takes(invoice))
            {
                yield return csv.LineOf(invoice, standing.ReasonOf(invoice));
            }
        }
    }

    private static string AddressOf(PageRequest request, BookingFilter filter, string after)
    {
        var http = request.Http;
        return $"{http.Scheme}://{http.Host.ToUriComponent()}{http.PathBase.ToUriComponent()}{filter.In(request.Page.Of(PageRoutes.BookingsCsv), after)}";
    }
}
