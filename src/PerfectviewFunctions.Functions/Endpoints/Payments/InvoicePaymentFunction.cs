using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Payments;

public sealed class InvoicePaymentFunction(EndpointRunner endpoints)
{
    [Function("InvoicePayment")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.InvoicePayment)] HttpRequest request) =>
        endpoints.RunAsync("InvoicePayment", request);
}
