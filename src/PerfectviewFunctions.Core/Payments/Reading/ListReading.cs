using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>Reads the list of open invoices of an administration once, with the credentials of the first of its tenants whose are taken.</summary>
internal sealed class ListReading(TenantStore tenants, OpenLinks links, IBookkeeping books, TimeProvider time)
{
    /// <summary>The tenants whose payments are read in this administration now.</summary>
    public async Task<List<OpenLink>> LinksAsync(AdministrationKey administration, CancellationToken cancellationToken)
    {
        var open = new List<OpenLink>();
        foreach (var tenant in await tenants.MembersAsync(administration, cancellationToken))
        {
            if (await tenants.FindAsync(tenant, cancellationToken) is { Settings.PaymentsOn: true }
                && await links.OpenAsync(tenant, administration, cancellationToken) is { } link)
            {
                open.Add(link);
            }
        }

        return open;
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
}

/// <summary>What came of reading the list.</summary>
internal abstract record ListRead
{
    private ListRead()
    {
    }

    public sealed record Whole(OpenList List, BookkeepingCredentials Credentials) : ListRead;

    public sealed record Failed(Reason Reason, TimeSpan? RetryAfter) : ListRead;
}
