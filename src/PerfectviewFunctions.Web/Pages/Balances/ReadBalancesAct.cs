using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Balances;

/// <summary>Has the payments read now.</summary>
internal sealed class ReadBalancesAct(PaymentSync sync) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.ReadBalances, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Page.Texts;
        return request.SeeOther(request.Page.Of(PageRoutes.Balances), await sync.ReadNowAsync(request.Tenant, cancellationToken) switch
        {
            ReadNow.Done { State: { Reason: null } } => Notice.Done(texts["balances.readDone"]),
            ReadNow.Done { State: { Reason: { } reason } } => Say(NoticeKind.Failed, reason, texts),
            ReadNow.Refused refused => Say(NoticeKind.Warning, refused.Reason, texts),
            _ => throw new InvalidOperationException("A reading that ended in an unknown way."),
        });
    }

    private static Notice Say(NoticeKind kind, Reason reason, Texts texts)
    {
        var text = ReasonText.Render(reason);
        return new Notice(kind, texts.Of($"{text.Nl} {text.ActionNl}", $"{text.En} {text.ActionEn}"));
    }
}
