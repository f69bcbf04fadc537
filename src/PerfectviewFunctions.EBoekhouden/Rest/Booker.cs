using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Memory;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Reading;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Rest.Vat;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest;

/// <summary>Books an invoice: its ids, the one call that books, and where it is not certain what that became, a look at it.</summary>
internal sealed class Booker(RestRun run, RestMemory memory, RestOptions options, ILogger logger)
{
    /// <summary>A ledger account of the head that the books do not know.</summary>
    private const string LedgerUnknown = "MUT_007";

    /// <summary>A ledger account of a row that the books do not know.</summary>
    private const string RowLedgerUnknown = "MUT_104";

    private const string RelationUnknown = "MUT_013";

    public async Task<Answer<BookingReceipt>> BookAsync(Booking booking)
    {
        if (!options.ReverseCharge && booking.Lines.Any(line => ServerVat.IsReverseCharge(line.VatCode)))
        {
            return new Answer<BookingReceipt>.Refused(CallFailure.ReverseChargeOff);
        }

        var ledgers = await memory.Ledgers.OfAsync(run, [booking.DebtorAccount, .. booking.Lines.Select(line => line.Account)]);
        if (ledgers is not Answer<IReadOnlyDictionary<string, long>>.Success { Value: var ids })
        {
            return ledgers.Failed<IReadOnlyDictionary<string, long>, BookingReceipt>();
        }

        if (UnknownLedgerIn(booking, ids) is { } code)
        {
            return new Answer<BookingReceipt>.Refused(code);
        }

        return await RelationLookup.IdOfAsync(run, memory.Relations, booking.DebtorCode) switch
        {
            Answer<long?>.Success { Value: { } relationId } => await BookAsync(booking, relationId, ids),
            Answer<long?>.Success => new Answer<BookingReceipt>.Refused(RelationUnknown),
            var failed => failed.Failed<long?, BookingReceipt>(),
        };
    }

    private static string? UnknownLedgerIn(Booking booking, IReadOnlyDictionary<string, long> ids) =>
        !ids.ContainsKey(booking.DebtorAccount) ? LedgerUnknown
        : !booking.Lines.All(line => ids.ContainsKey(line.Account)) ? RowLedgerUnknown
        : null;

    private async Task<Answer<BookingReceipt>> BookAsync(Booking booking, long relationId, IReadOnlyDictionary<string, long> ledgers)
    {
        var shape = VatShape.Of(booking.Lines);
        var answer = await run.CallAsync(MutationMessages.Book(booking, relationId, ledgers, shape.Form));
        if (answer is Answer<long>.Success { Value: var number })
        {
            var lines = memory.Vat.IsSure(booking.Lines, shape) ? null : await LookAsync(number, booking.Lines, shape.Form);
            return new Answer<BookingReceipt>.Success(new BookingReceipt(number) { Lines = lines });
        }

        Forget(booking, answer);
        return answer.Failed<long, BookingReceipt>();
    }

    /// <summary>Ids that the books do not know any more.</summary>
    private void Forget(Booking booking, Answer<long> answer)
    {
        switch (answer)
        {
            case Answer<long>.Refused { Code: RelationUnknown }:
                memory.Relations.Forget(booking.DebtorCode);
                break;
            case Answer<long>.Refused { Code: LedgerUnknown or RowLedgerUnknown }:
                memory.Ledgers.Forget();
                break;
        }
    }

    /// <summary>What the service made of the VAT. It is booked whatever comes of this: null when it can't be told.</summary>
    private async Task<IReadOnlyList<BookedLine>?> LookAsync(long number, IReadOnlyList<BookingLine> sent, VatForm form)
    {
        var answer = await run.CallAsync(MutationMessages.Get(number));
        if (answer is Answer<ReadMutation?>.Success { Value: { } read })
        {
            memory.Vat.Saw(sent, form, read.Lines);
            return read.Lines;
        }

        var (outcome, code) = answer.Summary();
        logger.BookedVatNotSeen(number, code ?? outcome);
        return null;
    }
}
