using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>What an invoice becomes in the books.</summary>
public abstract record MappingResult
{
    private MappingResult()
    {
    }

    /// <summary>Ready to send: the lines sum to the invoice total exactly and each passes the service's check of net x rate.</summary>
    /// <param name="Lines">At least one, at most the limit.</param>
    /// <param name="Groups">What the invoice says per category, for a later comparison.</param>
    public sealed record Mapped(IReadOnlyList<BookingLine> Lines, IReadOnlyList<VatGroup> Groups) : MappingResult;

    /// <summary>Nothing is wrong and nothing is left to book.</summary>
    public sealed record NothingToBook(Reason Reason) : MappingResult;

    /// <summary>A person has to look at the invoice or at the mapping.</summary>
    public sealed record HeldBack(Reason Reason) : MappingResult;
}
