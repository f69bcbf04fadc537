using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Messages.Relations;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>GetRelaties with an id as its filter: one relation, whole, or none.</summary>
internal static class GetRelatie
{
    /// <summary>Answers null for every relation that is not the one asked for; nothing but the id of those is read.</summary>
    public static SoapCall<IReadOnlyList<BookedCard?>> Call(SoapSession session, long id) => new(
        GetRelaties.Operation,
        ChangesBooks: false,
        writer => GetRelaties.WriteFilter(writer, session, id),
        () => new ListResult<BookedCard?>(GetRelaties.Shape, row => row.Number("ID") == id ? CardXml.Read(row) : null));
}
