using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

/// <summary>Has invoices tried again at once, or counts how many would be.</summary>
internal sealed class RetryEndpoint(TenantStore tenants, InvoiceActions actions) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Retry", HttpMethods.Post, Routes.Retry, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var (sent, problem) = await ApiBody.ReadAsync(request, AttentionJson.Default.RetryBody, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        if (sent.Faults() is { Count: > 0 } faults)
        {
            return Problem.Of(faults);
        }

        if (tenant.State != TenantState.Linked)
        {
            return Problem.Of(StatusCodes.Status409Conflict, Reason.Of(ReasonCode.NotLinked));
        }

        return sent.Cause is { } cause
            ? await RetryCauseAsync(request, tenant, cause, sent.Preview == true, cancellationToken)
            : await RetryAsync(request, tenant, [.. sent.Numbers!.Distinct(StringComparer.Ordinal)], sent.Preview == true, cancellationToken);
    }

    private async Task<IResult> RetryCauseAsync(
        HttpRequest request, Tenant tenant, string cause, bool isPreview, CancellationToken cancellationToken)
    {
        if (isPreview)
        {
            return Answer(await actions.CountAsync(tenant.Id, cause, cancellationToken), []);
        }

        var (matched, results) = await actions.RetryCauseAsync(tenant, cause, request.Caller().Actor, cancellationToken);
        return Answer(matched, results);
    }

    private async Task<IResult> RetryAsync(
        HttpRequest request, Tenant tenant, IReadOnlyList<string> numbers, bool isPreview, CancellationToken cancellationToken)
    {
        if (isPreview)
        {
            return Answer(await actions.CountAsync(tenant, numbers, cancellationToken), []);
        }

        var results = await actions.RetryAsync(tenant, numbers, request.Caller().Actor, cancellationToken);
        return results switch
        {
            [{ Became: ActionResult.Refused refused }] => Problem.Of(StatusCodes.Status409Conflict, refused.Reason),
            [{ Became: ActionResult.NotFound }] => Problem.Of(StatusCodes.Status404NotFound, "There is no such invoice."),
            _ => Answer(numbers.Count, results),
        };
    }

    private static IResult Answer(int matched, IReadOnlyList<RetryResult> results)
    {
        var left = results.Count > 0 && matched > results.Count ? matched - results.Count : (int?)null;
        return Results.Json(new RetryAnswer(matched, [.. results.Select(RetriedAnswer.Of)], left), AttentionJson.Default.RetryAnswer);
    }
}
