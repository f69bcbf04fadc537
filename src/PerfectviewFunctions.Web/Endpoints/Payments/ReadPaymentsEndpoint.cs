using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Payments;

/// <summary>Has the payments of a tenant's administration read now, and what Perfectview could not be told sent again.</summary>
internal sealed class ReadPaymentsEndpoint(TenantStore tenants, PaymentSync sync, TimeProvider time) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("ReadPayments", HttpMethods.Post, Routes.ReadPayments, Access.PaymentRead);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        if (await ApiBody.FaultOfNothingAsync(request, cancellationToken) is { } problem)
        {
            return problem;
        }

        return await sync.ReadNowAsync(tenant, cancellationToken) switch
        {
            ReadNow.Done done => Results.Json(PaymentsReadAnswer.Of(done.State), PaymentJson.Default.PaymentsReadAnswer),
            ReadNow.Refused { Until: { } until, Reason: var reason } => TooSoon(request, reason, until),
            ReadNow.Refused refused => Problem.Of(StatusCodes.Status409Conflict, refused.Reason),
            _ => throw new InvalidOperationException("A reading that ended in an unknown way."),
        };
    }

    private IResult TooSoon(HttpRequest request, Reason reason, DateTimeOffset until)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling((until - time.GetUtcNow()).TotalSeconds));
        request.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status429TooManyRequests, reason);
    }
}
