using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Notices;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>What came of what a person asked for a relation, and of the invoices that waited for it, in words.</summary>
internal static class RelationOutcome
{
    /// <summary>As many as fit in what a browser keeps.</summary>
    private const int MostTold = 10;
    private const int LongestName = 60;

    public static Notice NoticeOf(RelationActionResult.Done done, Tenant tenant, Texts texts)
    {
        var told = done.Invoices.Take(MostTold).Select(invoice => Of(invoice, texts)).ToList();
        if (done.Invoices.Count > MostTold)
        {
            told.Add(texts.Of("relations.moreInvoices", ("count", texts.Language.Number(done.Invoices.Count - MostTold))));
        }

        var isWell = (done.Relation.State == RelationState.Current || done.Relation.IsSetAside) && done.Invoices.All(IsBooked);
        return new Notice(isWell ? NoticeKind.Done : NoticeKind.Warning, Of(done.Relation, tenant, texts), told)
        {
            Link = RelationAddress.Of(tenant.Id, done.Relation.Id), LinkText = texts["relations.toRelation"],
        };
    }

    public static Notice NoticeOf(RelationActionResult.Refused refused, Texts texts) => Notice.Failed(TextOf(refused.Reason, texts));

    /// <summary>What the relation became.</summary>
    public static string Of(Relation relation, Tenant tenant, Texts texts)
    {
        var name = NameOf(relation);
        return relation.State switch
        {
            RelationState.Current when RelationWords.CodeOf(RelationsPage.LinkOf(relation, tenant)) is { } code =>
                texts.Of("relations.nowLinked", ("name", name), ("code", code)),
            RelationState.Current => texts.Of("relations.nowChosen", ("name", name)),
            RelationState.NeedsAttention when relation.Reason is { } reason =>
                texts.Of("relations.stillHeld", ("name", name), ("reason", TextOf(reason, texts))),
            RelationState.Ignored when relation.Reason is { } reason =>
                texts.Of("relations.nowIgnored", ("name", name), ("reason", TextOf(reason, texts))),
            _ => texts.Of("relations.beingWorkedOn", ("name", name)),
        };
    }

    public static string NameOf(Relation relation) => relation.Name switch
    {
        { Length: 0 } => relation.Id,
        { Length: > LongestName } name => name[..LongestName] + "…",
        var name => name,
    };

    public static string TextOf(Reason reason, Texts texts)
    {
        var told = ReasonText.Render(reason);
        return texts.Of($"{told.Nl} {told.ActionNl}", $"{told.En} {told.ActionEn}");
    }

    private static bool IsBooked(RetryResult result) => result.Became is ActionResult.Done { Invoice.State: InvoiceState.Booked };

    private static string Of(RetryResult result, Texts texts) => result.Became switch
    {
        ActionResult.Done { Invoice: { State: InvoiceState.Booked } } => texts.Of("relations.invoiceBooked", ("number", result.Number)),
        ActionResult.Done { Invoice: { State: InvoiceState.NeedsAttention or InvoiceState.Ignored, Reason: { } reason } } =>
            texts.Of("relations.invoiceHeld", ("number", result.Number), ("reason", Sentence(reason, texts))),
        ActionResult.Refused { Reason: var reason } => texts.Of("relations.invoiceHeld", ("number", result.Number), ("reason", Sentence(reason, texts))),
        _ => texts.Of("relations.invoiceWaits", ("number", result.Number)),
    };

    private static string Sentence(Reason reason, Texts texts)
    {
        var told = ReasonText.Render(reason);
        return texts.Of(told.Nl, told.En);
    }
}
