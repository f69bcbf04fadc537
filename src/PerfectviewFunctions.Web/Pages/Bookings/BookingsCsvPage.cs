using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;
using PerfectviewFunctions.Web.Answers.Csv;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>The invoices of the list as a table for a spreadsheet, sent while they are read.</summary>
internal sealed class BookingsCsvPage(BookingSearch search, TenantStandings standings, TimeProvider time) : IPage
{
    /// <summary>Invoices read for one file; a last line says so if there are more.</summary>
    public const int MostRead = 10_000;

    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.BookingsCsv, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
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
        return new CsvResult(name, LinesAsync(request.Tenant, filter, standing, csv, cancellationToken));
    }

    private async IAsyncEnumerable<string> LinesAsync(
        Tenant tenant, BookingFilter filter, TenantStanding standing, BookingsCsv csv, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return csv.Header();
        var read = 0;
        await foreach (var (invoice, _) in search.WalkAsync(tenant, filter, null, cancellationToken))
        {
            if (read++ == MostRead)
            {
                yield return csv.Cut(MostRead);
                yield break;
            }

            if (filter.Takes(invoice))
            {
                yield return csv.LineOf(invoice, standing.ReasonOf(invoice));
            }
        }
    }
}
