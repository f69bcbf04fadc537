using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>What every form about one relation has in common.</summary>
internal static class RelationForm
{
    public static string? RelationId(this PageForm form) => RelationAddress.Judge(form[RelationAddress.Id]);

    /// <summary>Back to where the form stood, with what came of it.</summary>
    public static async Task<IResult> AnswerAsync(this PageRequest request, RelationActionResult result)
    {
        var texts = request.Page.Texts;
        return result switch
        {
            RelationActionResult.Done done => Back(request, RelationOutcome.NoticeOf(done, request.Tenant, texts)),
            RelationActionResult.Refused refused => Back(request, RelationOutcome.NoticeOf(refused, texts)),
            RelationActionResult.NotFound => await request.NotThereAsync(),
            _ => throw new InvalidOperationException("A relation acted on in an unknown way."),
        };
    }

    private static IResult Back(PageRequest request, Notice notice) =>
        request.SeeOther(request.Form["terug"] is { } back ? LocalAddress.Of(back) : ListOf(request.Tenant.Id), notice);

    private static string ListOf(TenantId tenant) => PageRoutes.Of(PageRoutes.Relations, tenant);
}
