namespace PerfectviewFunctions.Benchmarks.Straightforward;

/// <summary>One invoice: a session of its own, the relation, the booking.</summary>
internal sealed class InvoiceBooking(BooksClient books)
{
    /// <returns>The mutation number.</returns>
    public async Task<long> BookAsync(StraightforwardTenant tenant, IncomingData data)
    {
        var session = await books.OpenSessionAsync(tenant);
        try
        {
            if (!await books.HasRelationAsync(session, data.Relation.Code))
            {
                await books.AddRelationAsync(session, data.Relation);
            }

            var mutation = await books.AddInvoiceAsync(session, data);
            tenant.Open[data.Invoice.Number] = new OpenInvoice(data.Invoice.Number, data.Invoice.Total, 0);
            return mutation;
        }
        finally
        {
            await books.CloseSessionAsync(session);
        }
    }
}
