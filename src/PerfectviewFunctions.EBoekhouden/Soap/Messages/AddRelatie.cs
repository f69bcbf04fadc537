using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Messages.Relations;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>AddRelatie: manual Soap 5.5 §3.4. Answers the service's own id of the relation.</summary>
internal static class AddRelatie
{
    public static SoapCall<long> Call(SoapSession session, DebtorCard debtor, DateOnly today) => new(
        "AddRelatie",
        ChangesBooks: true,
        writer =>
        {
            writer.Session(session);
            writer.Group("oRel", () => writer.Relation(new BookedCard(0, debtor, new Dictionary<string, string>()), today));
        },
        () => new NumberResult("Rel_ID"));
}
