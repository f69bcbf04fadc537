using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>Reads the list of open invoices of an administration once, with the credentials of the first of its tenants whose are taken.</summary>
internal sealed partial class ListReading(TenantStore tenants, OpenLinks links, IBookkeeping books, TimeProvider time, ILogger<ListReading> logger)
{
    public async Task<ReadingLinks> LinksAsync(AdministrationKey administration, CancellationToken cancellationToken)
    {
        var (open, isWhole) = (new List<OpenLink>(), true);
        foreach (var tenant in await tenants.MembersAsync(administration, cancellationToken))
        {
            try
            {
                if (await tenants.FindAsync(tenant, cancellationToken) is { Settings.PaymentsOn: true }
                    && await links.OpenAsync(tenant, administration, cancellationToken) is { } link)
                {
                    open.Add(link);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A secret or row of one tenant that can't be read is not the trouble of those who share the administration.
                Log.TenantFailed(logger, exception, tenant.Value);
                isWhole = false;
            }
        }

        return new ReadingLinks(open, isWhole);
    }

    /// <param name="open">Those whose credentials are refused are taken out.</param>
    /// <exception cref="StaleWorkException">The lease is lost.</exception>
    public async Task<ListRead> ReadAsync(List<OpenLink> open, WorkLease lease, CancellationToken cancellationToken)
    {
        var refusal = new ListRead.Failed(Reason.Of(ReasonCode.PaymentsNotRead, ("code", ReasonCode.ConnectionPaused)), null);
        while (open.Count > 0)
        {
            if (!await lease.ReserveLongCallAsync())
            {
                throw new StaleWorkException();
            }

            var requestedAt = time.GetUtcNow();
            switch (await books.ReadOpenItemsAsync(open[0].Credentials, cancellationToken))
            {
                case Answer<OpenItems>.Success read:
                    return new ListRead.Whole(new OpenList(read.Value.Items, requestedAt, read.Value.IsSnapshot), open[0].Credentials);
                case Answer<OpenItems>.Refused refused when Refusal.ClassOf(refused.Code) == ErrorClass.Connection:
                    await links.PauseAsync(open[0], refused.Code, cancellationToken);
                    refusal = Failed(refused.Code, null);
                    open.RemoveAt(0);
                    break;
                case Answer<OpenItems>.Refused refused:
                    return Failed(refused.Code, null);
                case Answer<OpenItems>.NotDone failed:
                    return Failed(failed.Code, failed.RetryAfter);
                case Answer<OpenItems>.Unclear failed:
                    return Failed(failed.Code, null);
            }
        }

        return refusal;
    }

    private static ListRead.Failed Failed(string code, TimeSpan? retryAfter) => new(Reason.Of(ReasonCode.PaymentsNotRead, ("code", code)), retryAfter);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The link of {Tenant} can't be opened to read payments; the reading goes on for those who share its administration")]
        public static partial void TenantFailed(ILogger logger, Exception exception, string tenant);
    }
}

/// <summary>The tenants whose payments are read in an administration now.</summary>
/// <param name="IsWhole">Whether of each of its tenants could be told if it is one.</param>
internal sealed record ReadingLinks(List<OpenLink> Open, bool IsWhole);

/// <summary>What came of reading the list.</summary>
internal abstract record ListRead
{
    private ListRead()
    {
    }

    public sealed record Whole(OpenList List, BookkeepingCredentials Credentials) : ListRead;

    public sealed record Failed(Reason Reason, TimeSpan? RetryAfter) : ListRead;
}
