using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Memory;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Reading;

/// <summary>Mutations as the engine wants them: lists say neither rows nor relation, so each that counts is read by itself.</summary>
internal static class MutationReading
{
    /// <summary>Mutations under one invoice number that are read.</summary>
    public const int MostOfNumber = 20;

    /// <summary>Sent invoices of some days that are read in one go; of more the caller asks for fewer days.</summary>
    public const int MostOfDays = 100;

    /// <summary>Those with an invoice number; payments that name it among others too.</summary>
    public static async Task<Answer<FoundBookings>> FindAsync(RestRun run, RelationCodes known, string invoiceNumber)
    {
        var answer = await run.ReadAllAsync((limit, offset) => MutationMessages.FindByNumber(invoiceNumber, limit, offset));
        if (answer is not Answer<ReadList<ListedMutation>>.Success { Value: { Items: var listed } })
        {
            return answer.Failed<ReadList<ListedMutation>, FoundBookings>();
        }

        var counting = listed
            .OrderBy(item => item.InvoiceNumber.Trim() == invoiceNumber.Trim() ? 0 : 1).ThenBy(item => item.IsInvoiceSent ? 0 : 1).ThenByDescending(item => item.Number)
            .Take(MostOfNumber);
        var read = await DetailsAsync(run, known, [.. counting]);

        // Others than those asked for: a service that does not heed the filter proves no absence.
        return read is Answer<IReadOnlyList<BookedMutation>>.Success { Value: var found } && !found.All(mutation => Names(mutation, invoiceNumber.Trim()))
            ? new Answer<FoundBookings>.NotDone(CallFailure.Unreadable, "mutations that were not asked for")
            : read.Map(mutations => new FoundBookings(mutations, Complete: listed.Count <= MostOfNumber));
    }

    /// <summary>Whether its head has the number, perhaps among others, or one of the rows by which it pays.</summary>
    private static bool Names(BookedMutation mutation, string number) =>
        mutation.InvoiceNumber.Contains(number, StringComparison.OrdinalIgnoreCase)
        || mutation.Lines.Any(line => line.InvoiceNumber.Contains(number, StringComparison.OrdinalIgnoreCase));

    /// <summary>Those of some days. Of others than sent invoices no more than the list says.</summary>
    public static async Task<Answer<FoundBookings>> ReadAsync(RestRun run, RelationCodes known, DateOnly from, DateOnly until)
    {
        var answer = await run.ReadAllAsync((limit, offset) => MutationMessages.FindByDate(from, until, limit, offset));
        if (answer is not Answer<ReadList<ListedMutation>>.Success { Value: { Items: var listed } })
        {
            return answer.Failed<ReadList<ListedMutation>, FoundBookings>();
        }

        if (listed.Any(item => item.Date < from || item.Date > until))
        {
            return new Answer<FoundBookings>.NotDone(CallFailure.Unreadable, "mutations that were not asked for");
        }

        var sent = listed.Where(item => item.IsInvoiceSent).ToList();
        if (sent.Count > MostOfDays && from < until)
        {
            // The days are asked for again in two halves: nothing is read twice.
            return new Answer<FoundBookings>.Success(new FoundBookings([], Complete: false));
        }

        var read = await DetailsAsync(run, known, [.. sent.Take(MostOfDays)]);
        return read.Map(mutations => new FoundBookings(
            [.. mutations, .. listed.Where(item => !item.IsInvoiceSent).Select(item => item.Sparse())], Complete: sent.Count <= MostOfDays));
    }

    /// <summary>One by its number; null within a success when there is none.</summary>
    public static async Task<Answer<BookedMutation?>> FindAsync(RestRun run, RelationCodes known, long number)
    {
        var answer = await run.CallAsync(MutationMessages.Get(number));
        if (answer is not Answer<ReadMutation?>.Success { Value: { } read })
        {
            return answer.Map(_ => (BookedMutation?)null);
        }

        var whole = await WithCodesAsync(run, known, [read]);
        return whole.Map<IReadOnlyList<BookedMutation>, BookedMutation?>(mutations => mutations[0]);
    }

    private static async Task<Answer<IReadOnlyList<BookedMutation>>> DetailsAsync(RestRun run, RelationCodes known, IReadOnlyList<ListedMutation> listed)
    {
        var details = new List<ReadMutation>();
        foreach (var item in listed)
        {
            var answer = await run.CallAsync(MutationMessages.Get(item.Number));
            if (answer is not Answer<ReadMutation?>.Success { Value: var read })
            {
                return answer.Failed<ReadMutation?, IReadOnlyList<BookedMutation>>();
            }

            if (read is null)
            {
                return new Answer<IReadOnlyList<BookedMutation>>.NotDone(CallFailure.Unreadable, "a mutation of a list that is not there");
            }

            details.Add(read);
        }

        return await WithCodesAsync(run, known, details);
    }

    private static async Task<Answer<IReadOnlyList<BookedMutation>>> WithCodesAsync(RestRun run, RelationCodes known, IReadOnlyList<ReadMutation> read)
    {
        var answer = await RelationLookup.CodesOfAsync(run, known, read.Select(mutation => mutation.RelationId));
        return answer.Map<IReadOnlyDictionary<long, string>, IReadOnlyList<BookedMutation>>(codes =>
            [.. read.Select(mutation => mutation.ToBooked(codes.GetValueOrDefault(mutation.RelationId, "")))]);
    }
}
