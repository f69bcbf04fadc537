using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Messages.Relations;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>UpdateRelatie: manual Soap 5.5 §3.20. Always the whole relation; the answer is no more than an error or none.</summary>
internal static class UpdateRelatie
{
    private const int ContactLength = 50; // though AddRelatie takes 150

    public static SoapCall<bool> Call(SoapSession session, BookedCard card, DateOnly today) => new(
        "UpdateRelatie",
        ChangesBooks: true,
        writer =>
        {
            writer.Session(session);
            writer.Group("oRel", () => writer.Relation(Fitting(card), today));
        },
        () => new ErrorResult());

    private static BookedCard Fitting(BookedCard card) => card with
    {
        Card = card.Card with { ContactPerson = CleanText.Cut(card.Card.ContactPerson, ContactLength) },
    };
}
